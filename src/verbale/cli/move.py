"""``verbale move``: the record to another store."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.console import RecordOption, opened, put, say


def move(
    target: Annotated[str, typer.Argument(help="A file, or an address: postgresql+psycopg://user@host/name")],
    record: RecordOption = None,
) -> None:
    """Copy the record to another store, such as a team's PostgreSQL, and compare every row.

    Example: verbale move team.db

    All of it arrives, or nothing. The record here stays as it is; name the new one in verbale.toml to go on with it.
    """
    from verbale.record.moving import move as bring

    with opened(record) as store:
        for table, rows in bring(store, target).items():
            put(f"{rows:8} {table}")
    say(f"every row was compared; go on there with: record = {target!r} in verbale.toml")
