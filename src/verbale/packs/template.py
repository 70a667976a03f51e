"""The template of a pack: its tables with their headings and an example row each."""

from __future__ import annotations

import csv
import functools
import io
from pathlib import Path

from verbale.catalogue.tables import CASES

FOLDER = CASES / "template"
EXAMPLE = "https://example.org/"
"""How the source of an example row begins: such a row is no fact, and is to be replaced."""


@functools.cache
def headings() -> dict[str, tuple[str, ...]]:
    """The tables of a pack with their headings, in order."""
    return {path.stem: _heading(path) for path in sorted(FOLDER.glob("*.csv"))}


def _heading(path: Path) -> tuple[str, ...]:
    return tuple(next(csv.reader(io.StringIO(path.read_text(encoding="utf-8")))))
