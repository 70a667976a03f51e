"""``verbale publish``: a site for others, as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import RecordOption, opened, put, say
from verbale.cli.working import CaseOption, LanguageOption, in_force


def publish(
    folder: Annotated[Path, typer.Argument(help="Where the site goes: a new folder, or one with an earlier site.")],
    machine_read: Annotated[bool, typer.Option("--machine-read", help="Also what nobody reviewed, each act marked.")] = False,
    until: Annotated[str, typer.Option(help="Nothing that was later than that day: an embargo.", metavar="DAY")] = "",
    fewest: Annotated[int, typer.Option(min=1, help="Acts below which a combination counts as rare.")] = 5,
    takedown: Annotated[Path | None, typer.Option(help="Ids and names that must not appear, one a line.", metavar="FILE")] = None,
    notice: Annotated[str, typer.Option(help="A sentence for the foot of every page.")] = "",
    language: LanguageOption = "",
    record: RecordOption = None,
    case: CaseOption = None,
) -> None:
    """Write a site that opens from disk or any host, without what could harm somebody.

    Example: verbale publish site --machine-read

    Only reviewed acts are told, unless asked otherwise. People outside office are told of as a class; the site says what is
    withheld, by class and count. It is searched for everything that is withheld before it is put in place; where something is
    found, nothing is written.
    """
    from verbale.web.publishing import Wish, takedowns
    from verbale.web.publishing import publish as written

    down = takedowns(takedown) if takedown else ()
    settings = in_force(case)
    wish = Wish(
        machine_read=machine_read,
        until=until,
        fewest=fewest,
        takedown=down,
        notice=notice,
        language=language or settings.language,
    )
    with opened(record) as store:
        done = written(store, settings.case, folder, wish)
    for line in done.withheld:
        say(line)
    if not done.engagements:
        say("nothing was reviewed as yet, so the site is empty: review acts with verbale serve, or ask for --machine-read")
    put(str(folder / "index.html"))
    say(f"{done.files} files, {done.engagements} engagements; nothing withheld was found in them")
