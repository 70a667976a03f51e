"""Which packs there are, and what each holds."""

from __future__ import annotations

from pathlib import Path

import msgspec

from verbale.catalogue import tables
from verbale.packs.template import headings


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack: what it calls itself, where it is about, and how many rows its tables have; ``ships`` with the program or is own."""

    name: str
    title: str
    country: str
    ships: bool
    rows: dict[str, int]


def packs(folder: str = "") -> tuple[Pack, ...]:
    """The packs that ship, and those in a folder of own ones."""
    own = tables.packs(Path(folder)) if folder else []
    return tuple(pack(name, folder) for name in sorted({*tables.packs(), *own}))


def pack(name: str, folder: str = "") -> Pack:
    """One pack.

    Raises:
        DataError: There is none of that name.
    """
    case = tables.located(name, folder)
    told = tables.pack_of(case)
    rows = {table: len(tables.rows(case, table)) for table in headings()}
    ships = tables.folder_of(case).parent == tables.CASES
    return Pack(name=name, title=str(told.get("name", name)), country=str(told.get("country", "")), ships=ships, rows=rows)
