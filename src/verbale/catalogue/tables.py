"""Reading the packs' tables: CSV with a header, cells of several values separated by "; "."""

from __future__ import annotations

import csv
import functools
import tomllib
from pathlib import Path
from typing import Any

from verbale.errors import DataError

CASES = Path(__file__).parent.parent / "cases"


def packs() -> list[str]:
    """The names of the case packs that ship, without ``common``."""
    return sorted(p.parent.name for p in CASES.glob("*/pack.toml"))


@functools.cache
def rows(pack: str, table: str) -> tuple[dict[str, str], ...]:
    """The rows of one table of one pack, header names to cells; empty where the pack has no such table."""
    path = CASES / pack / f"{table}.csv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple({k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(file))


@functools.cache
def toml(pack: str, table: str) -> dict[str, Any]:
    """One TOML table of a pack; empty where the pack has none."""
    path = CASES / pack / f"{table}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def pack_of(case: str) -> dict[str, Any]:
    """What a case pack says of itself (``pack.toml``); empty for ``none``.

    Raises:
        DataError: there is no such pack.
    """
    if case == "none":
        return {}
    if case not in packs():
        raise DataError(f"there is no case pack named {case}", f"one of: {', '.join(packs())}, or none")
    return toml(case, "pack")


def cells(value: str) -> list[str]:
    """The values of a cell, without empty ones and without a trailing note in brackets."""
    return [v for v in (part.split(" (")[0].strip() for part in value.split(";")) if v]
