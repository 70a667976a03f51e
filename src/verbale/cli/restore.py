"""``verbale restore``: a backup becomes the record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import RecordOption, put, say


def restore(
    backup: Annotated[Path, typer.Argument(help="A file that verbale backup wrote.")],
    replace: Annotated[bool, typer.Option("--replace", help="Set a record that is there aside, under another name.")] = False,
    record: RecordOption = None,
) -> None:
    """Check a backup, its ledger first, and make it the record.

    Example: verbale restore monday.db --record again.db

    A backup that is not whole changes nothing. What was decided after the backup is in what was set aside, not in the record.
    """
    from verbale.record.copying import restore as bring
    from verbale.settings import load

    restored = bring(backup, record or load().record, replace=replace)
    put(f"{restored.head.number} {restored.head.hash}")
    say(f"{restored.path} is the record again, with {restored.head.number} decisions")
    if restored.aside:
        say(f"what was there before is at {restored.aside}")
