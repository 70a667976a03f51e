"""``verbale import``: a table that people kept themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say
from verbale.cli.working import CaseOption, in_force


def import_(
    table: Annotated[Path, typer.Argument(help="A CSV or XLSX file whose first row names the columns.")],
    map: Annotated[Path, typer.Option("--map", help="Which column says what: docs/guides/own-table.md.")],  # noqa: A002
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only read and check; nothing enters.")] = False,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Enter a list of meetings that was kept by hand, and check it.

    Example: verbale import meetings.csv --map map.toml

    Every row becomes an event of the person whom the map names. A row that cannot be read is set aside with its reason, and the
    rest enters. The checks say what the table can and cannot show. Importing it again enters nothing twice.
    """
    from verbale.entering.importing import import_table
    from verbale.terminal.table import check_line

    with opened(record) as store:
        done = import_table(table, map, store, in_force(case), dry=dry_run)
    for each in done.set_aside:
        say(f"set aside {each.path}: {each.message}\n  hint: {each.hint}")
    for check in done.checks:
        put_json(check) if json else put(check_line(check))
    say(", ".join(f"{number} {name.replace('_', ' ')}" for name, number in done.counts.items()))
    if done.set_aside or any(check.warning for check in done.checks):
        raise typer.Exit(1)
