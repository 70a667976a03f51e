"""``verbale verify``: is the record what it was."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say


def verify(
    anchor: Annotated[Path | None, typer.Option(help="Heads kept elsewhere; the present one is written to it.")] = None,
    record: RecordOption = None,
    json: JsonOption = False,
) -> None:
    """Check that no decision was altered, removed or moved, and that the record is whole.

    Example: verbale verify --anchor heads.txt

    Names the first decision that is not what it was. Rows cut off the end are missed by an anchor only: keep that file where the
    record is not. Exits with 1 where something is wrong.
    """
    from verbale.record import check
    from verbale.record.anchoring import anchor as keep
    from verbale.record.anchoring import anchors

    with opened(record) as store:
        broken = store.broken(anchors(anchor) if anchor else ())
        wrong = (broken,) if broken else check(store)
        head = store.head()
    if json:
        put_json({"decisions": head.number, "head": head.hash, "wrong": wrong})
    else:
        put(f"{head.number} {head.hash}")
        for words in wrong:
            put(words)
    if wrong:
        say("the record is not what it was\n  hint: bring back a backup with: verbale restore FILE")
        raise typer.Exit(1)
    if anchor:
        keep(anchor, head)
    say(f"all is whole: {head.number} decisions, and every document with its events")
