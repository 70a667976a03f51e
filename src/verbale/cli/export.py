"""``verbale export``: the events of the record, in a form that other programs read."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from verbale.cli.console import RecordOption, opened, say
from verbale.cli.working import output
from verbale.errors import UsageError


def export(
    form: Annotated[
        str, typer.Argument(help="xlsx, parquet, sqlite, csv, jsonl, plover, geojson, gexf, graphml, ftm, timeline, ...")
    ],
    out: Annotated[Path | None, typer.Option(help="Where it goes; stdout otherwise, for what is text.")] = None,
    reviewed: Annotated[bool, typer.Option("--reviewed", help="Only what a person confirmed, corrected or entered.")] = False,
    since: Annotated[str | None, typer.Option(help="From that day, month or year on.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(help="Up to that day, month or year.", show_default=False)] = None,
    party: Annotated[str | None, typer.Option(help="Only those with that party.", show_default=False)] = None,
    record: RecordOption = None,
) -> None:
    """Write the events of the record in another form.

    Example: verbale export csv --out events.csv

    Names stand in it as the documents have them: for others, publish. docs/reference/formats.md lists the forms, and what each
    loses. An edited workbook comes back with "verbale review FILE".
    """
    from verbale.record.exports import FILES, file_writer, writer

    with opened(record) as store:
        events = store.events(reviewed=reviewed or None, since=since, until=until, party=party)
        if form in FILES:
            if out is None:
                raise UsageError(f"{form} is no text", f"say where it goes: --out events.{form}")
            with TemporaryDirectory(dir=out.parent) as part:
                count = file_writer(form)(events, Path(part) / out.name)
                for made in Path(part).iterdir():
                    made.replace(out.parent / made.name)
        else:
            write = writer(form)
            with output(out) as stream:
                count = write(events, stream)
    say(f"{count} events" + (f"; wrote {out}" if out else ""))
