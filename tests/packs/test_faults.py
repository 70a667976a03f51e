from __future__ import annotations

from pathlib import Path

import pytest

from verbale.catalogue import tables
from verbale.packs import faults, scaffold

SOURCE = "https://tass.com/world/1658691"


@pytest.mark.parametrize("case", tables.packs())
def test_packs_that_ship_have_no_fault(case: str):
    assert faults(case) == []


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A pack without a fault."""
    made = scaffold("niger", "NER", tmp_path)
    for path in [*made.glob("*.csv"), made / "pack.toml"]:
        path.write_text(
            path.read_text(encoding="utf-8").replace("https://example.org/where-this-is-told", SOURCE), encoding="utf-8"
        )
    return made


def test_a_pack_without_a_fault(own: Path):
    assert faults(str(own)) == []


WRONG = [
    ("people", f",{SOURCE}", ",", "the fact has no source"),
    ("offices", "2024-01-31", "31/1/2024", "from is no date: 31/1/2024"),
    ("offices", "2024-01-31", "2024-02-31", "from is no date: 2024-02-31"),
    ("offices", "2024-01-31,,", "2024-01-31,2023,", "it ends (2023) before it begins (2024-01-31)"),
    ("offices", "NER-AUTH", "NER-KING", "there is no party NER-KING"),
    ("offices", "p.example", "p.nobody", "people.csv has nobody with the id p.nobody"),
    ("offices", ",9,", ",minister,", "rank is minister"),
    ("offices", ",9,", ",12,", "rank is 12"),
    ("organisations", "NER-CSO", "", None),
    ("authorities", "NER-OPP", "NER-XX", "there is no party NER-XX"),
    ("forums", "First=2024-01-31@", "2024-01-31 in ", "no session: 2024-01-31 in Niamey,NER"),
    ("people", "aliases", "alias", "it has no aliases, a column alias"),
    ("people", "p.example", "p.guterres", "p.guterres is António Guterres in what is common to all"),
]


@pytest.mark.parametrize(("table", "there", "instead", "told"), WRONG, ids=[w[3] or "an empty party" for w in WRONG])
def test_what_is_wrong_is_named_with_what_to_do(own: Path, table: str, there: str, instead: str, told: str | None):
    path = own / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(there, instead, 1), encoding="utf-8")
    found = [f for f in faults(str(own)) if f.file == path.name]
    assert [f.what for f in found] == ([told] if told else []) and all(f.hint for f in found)


def test_an_id_given_twice(own: Path):
    path = own / "people.csv"
    path.write_text(path.read_text(encoding="utf-8") + f"p.example,Another Person,,person,,{SOURCE}\n", encoding="utf-8")
    assert [f.what for f in faults(str(own))] == ["two rows have the id p.example"]


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ('id = "niger"', 'id = "mali"', "id is mali"),
        ('country = "NER"', 'country = "NIG"', "there is no country NIG"),
        ('since = ""', 'since = "July"', "since is no date: July"),
        ('since = ""', 'since = "2023-07-26"', "since has no source"),
        ("neighbours = []", 'neighbours = ["Mali"]', "neighbours: there is no country Mali"),
        ('authority = "NER-AUTH"', 'authority = "the council"', "the council is no party"),
    ],
)
def test_what_the_pack_says_of_itself(own: Path, there: str, instead: str, told: str):
    path = own / "pack.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(there, instead, 1), encoding="utf-8")
    assert told in [f.what for f in faults(str(own))]
