"""``verbale calendar``: what was announced, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say
from verbale.cli.working import CaseOption, home_of, in_force, output


def calendar(
    on: Annotated[str | None, typer.Option(help="The day on which it is asked; else the last of any publication.")] = None,
    shares: Annotated[bool, typer.Option("--shares", help="What came of announcements, for each party.")] = False,
    ics: Annotated[Path | None, typer.Option(help="Write a calendar file.")] = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """List the occasions that were announced, and whether they took place.

    Example: verbale calendar --on 2025-12-31

    Outcomes: held, held late, held elsewhere, cancelled, refused, denied; unconfirmed where no report tells of it 14 days after its
    time, awaited until then. A share is of what is no longer awaited.
    """
    from verbale import engagements as room
    from verbale.engagements.ics import ics as written
    from verbale.engagements.planning import calendar as announced
    from verbale.engagements.planning import shares as shared
    from verbale.terminal.calendar import planned_line, planned_row, share_line

    home = home_of(in_force(case).case)
    with opened(record) as store:
        found = announced(room.of_record(store), on)
    if shares:
        for share in shared(found):
            put_json(share) if json else put(share_line(share, home))
    else:
        for each in found:
            put_json(planned_row(each)) if json else put(planned_line(each))
    if ics:
        with output(ics) as stream:
            stream.write(written(found))
        say(f"wrote {ics}")
    say(f"{len(found)} announced occasions")
