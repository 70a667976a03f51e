"""``verbale backup``: a copy of the record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import RecordOption, opened, put, say


def backup(
    target: Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")],
    record: RecordOption = None,
) -> None:
    """Copy the record into one file, also while something is added to it.

    Example: verbale backup monday.db

    The copy is that of one moment. Its ledger is checked before it gets its name; the head that is printed identifies it.
    """
    from verbale.record.copying import backup as copy

    with opened(record) as store:
        head = copy(store, target)
    put(f"{head.number} {head.hash}")
    say(f"wrote {target}, with {head.number} decisions")
