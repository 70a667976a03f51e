"""``verbale brief``: the record as one page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from verbale.cli.console import RecordOption, opened, say
from verbale.cli.working import CaseOption, in_force, output


def brief(
    record: RecordOption = None,
    case: CaseOption = None,
    form: Annotated[Literal["md", "html"], typer.Option("--format", help="Markdown, or one HTML page with its pictures.")] = "md",
    out: Annotated[Path | None, typer.Option(help="Where the brief goes; stdout otherwise.")] = None,
) -> None:
    """Write the brief of the record.

    Example: verbale brief --format html --out brief.html

    It says whom diplomats meet and on what terms, what was said and cited, and how sure that is. Every figure
    leads to the words that it rests on.
    """
    from verbale.adding import readings, unread
    from verbale.brief import material, write_brief

    settings = in_force(case)
    with opened(record) as store:
        given = material(readings(store), settings.case, unread(store))
    page = write_brief(given, form)
    with output(out) as stream:
        stream.write(page)
    if out:
        say(f"wrote {out}")
