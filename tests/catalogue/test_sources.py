from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from verbale.catalogue import tables

PACKS = ("common", *tables.packs())
PLACELESS = {"p.ikramuddin", "p.jabawi", "p.sahmadi"}
"""Known from printed reports whose address was not found."""


def told() -> Iterator[tuple[str, str, str]]:
    """Every source of every row of every pack that ships: pack, table, source."""
    for pack in PACKS:
        for path in sorted(tables.folder_of(pack).glob("*.csv")):
            yield from (
                (pack, path.stem, each)
                for row in tables.rows(pack, path.stem)
                if path.stem not in ("frames", "never")
                for each in tables.sources(row.get("source", ""))
            )


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("https://a.org/x", ("https://a.org/x",)),
        ("https://a.org/x ; https://b.org/y (page 2; page 3)", ("https://a.org/x", "https://b.org/y (page 2; page 3)")),
        ("https://a.org/Name_(politician); UN document", ("https://a.org/Name_(politician)", "UN document")),
        ("", ()),
    ],
)
def test_a_cell_of_several_sources(cell: str, parts: tuple[str, ...]) -> None:
    assert tables.sources(cell) == parts


def test_a_page_of_the_encyclopedia_is_told_by_its_address() -> None:
    assert [each for each in told() if "Wikipedia: " in each[2]] == []


def test_an_address_is_one_word() -> None:
    addresses = [each for each in told() if each[2].startswith("http")]
    assert [each for each in addresses if not re.fullmatch(r"https?://[^\s;]+(?: \(.*)?", each[2])] == []


@pytest.mark.parametrize("pack", PACKS)
def test_people_and_offices_are_told_at_an_address(pack: str) -> None:
    rows = [*tables.rows(pack, "people"), *tables.rows(pack, "offices")]
    assert {row.get("person") or row["id"] for row in rows if "://" not in row["source"]} <= PLACELESS
