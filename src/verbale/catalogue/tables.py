"""Reading the packs' tables: CSV with a header, cells of several values separated by "; "."""

from __future__ import annotations

import csv
import functools
import os
import re
import tomllib
from pathlib import Path
from typing import Any

from verbale.errors import DataError

PACK = "pack.toml"
NO_CASE = "none"
_BETWEEN = re.compile(r"\s*;\s+(?![^()]*\))")
_LETTER = re.compile(r"\\?.", re.DOTALL)
"""A sign of an expression, with what makes a class of it."""
CASES = Path(__file__).parent.parent / "cases"


def packs(folder: Path = CASES) -> list[str]:
    """The names of the case packs in a folder, without ``common``; where none is given, of those that ship."""
    return sorted(p.parent.name for p in folder.glob(f"*/{PACK}"))


def folder_of(case: str) -> Path:
    """Where a pack lies: one that ships goes by its name, any other by its folder (``cases/niger``)."""
    return Path(case) if "/" in case or os.sep in case else CASES / case


def located(case: str, folder: str) -> str:
    """What a case is known by here: its folder where ``folder`` holds a pack of that name, else its name as it is."""
    own = Path(folder, case)
    return str(own) if folder and case != NO_CASE and (own / PACK).is_file() else case


@functools.cache
def rows(pack: str, table: str) -> tuple[dict[str, str], ...]:
    """The rows of one table of one pack, header names to cells; empty where the pack has no such table."""
    path = folder_of(pack) / f"{table}.csv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple({k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(file))


@functools.cache
def toml(pack: str, table: str) -> dict[str, Any]:
    """One TOML table of a pack; empty where the pack has none."""
    path = folder_of(pack) / f"{table}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def pack_of(case: str) -> dict[str, Any]:
    """What a case pack says of itself (``pack.toml``); empty for ``none``.

    Raises:
        DataError: there is no such pack.
    """
    if case == NO_CASE:
        return {}
    if not (folder_of(case) / PACK).is_file():
        raise DataError(f"there is no case pack named {case}", f"one of: {', '.join(packs())}, none, or a folder with a {PACK}")
    return toml(case, "pack")


def cells(value: str) -> list[str]:
    """The values of a cell, without empty ones and without a trailing note in brackets."""
    return [v for v in (part.split(" (")[0].strip() for part in value.split(";")) if v]


def sources(cell: str) -> tuple[str, ...]:
    """The sources of a cell, each an address or words, with the note in brackets that stands behind it."""
    return tuple(part for part in _BETWEEN.split(cell) if part)


def holds(words: str, text: str) -> bool:
    """Whether a text holds any of the words of a table's rule, a regular expression; capitals tell nothing."""
    return _pattern(words).search(text.lower()) is not None


@functools.cache
def _pattern(words: str) -> re.Pattern[str]:
    # small letters in both are looked for several times as fast as either in either
    return re.compile(_LETTER.sub(lambda found: found[0] if found[0].startswith("\\") else found[0].lower(), words))
