"""Anchors: heads of a ledger kept outside of it, so that rows cut off its end are missed."""

from __future__ import annotations

import re
from pathlib import Path

from verbale.errors import DataError
from verbale.record.ledger import Head

_LINE = re.compile(r"(\d+) ([0-9a-f]{64})")


def anchors(path: Path) -> tuple[Head, ...]:
    """The heads in an anchor file, one a line: number and hash. None where there is no file as yet.

    Raises:
        DataError: A line is no head.
    """
    if not path.exists():
        return ()
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        head = _LINE.fullmatch(line.strip())
        if head is None:
            raise DataError(
                f"line {number} of {path} is no head of a ledger", "a line has a number and a hash, as verbale verify prints them"
            )
        found.append(Head(int(head[1]), head[2]))
    return tuple(found)


def anchor(path: Path, head: Head) -> bool:
    """Write a head to the end of an anchor file, unless it is there; true where it was written."""
    if head in anchors(path):
        return False
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{head.number} {head.hash}\n")
    return True
