from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verbale.catalogue import load_world, tables
from verbale.errors import DataError, UsageError
from verbale.packs import faults, pack, packs, scaffold
from verbale.packs.template import headings


def test_a_new_pack_has_every_table_and_an_example_in_each(tmp_path: Path):
    made = scaffold("niger", "NER", tmp_path / "cases")
    told = tomllib.loads((made / "pack.toml").read_text(encoding="utf-8"))
    assert told["country"] == "NER" and told["capital"] == "Niamey" and "Nigerien" in told["demonyms"]
    assert {p.stem for p in made.glob("*.csv")} == set(headings()) >= {"people", "offices", "organisations", "forums", "outlets"}
    found = faults(str(made))
    assert {f.what for f in found} == {"this is the example", "authority has no source"}
    assert len([f for f in found if f.line == 2]) == len(headings())


def test_it_can_be_used_at_once(tmp_path: Path):
    world = load_world(str(scaffold("niger", "NER", tmp_path)))
    assert world.country == "NER" and world.people["p.example"] == "Example Person"
    assert world.acting("NER", "2024-05-01") == "NER-AUTH", "what is common to all still holds"


@pytest.mark.parametrize(
    ("name", "country", "told"),
    [
        ("niger", "XXX", "no country with the code XXX"),
        ("Niger!", "NER", "cannot be named"),
        ("myanmar", "MMR", "cannot be named"),
        ("none", "NER", "cannot be named"),
    ],
)
def test_what_cannot_be_begun(tmp_path: Path, name: str, country: str, told: str):
    with pytest.raises(UsageError, match=told) as caught:
        scaffold(name, country, tmp_path)
    assert caught.value.hint and not list(tmp_path.iterdir())


def test_what_is_there_stays(tmp_path: Path):
    scaffold("niger", "NER", tmp_path)
    with pytest.raises(UsageError, match="is there already"):
        scaffold("niger", "NER", tmp_path)


def test_packs_that_ship_and_own_ones(tmp_path: Path):
    scaffold("niger", "NER", tmp_path)
    assert [(p.name, p.ships) for p in packs(str(tmp_path))] == [("afghanistan", True), ("myanmar", True), ("niger", False)]
    assert pack("niger", str(tmp_path)).rows["people"] == 1
    assert tables.located("niger", str(tmp_path)) == str(tmp_path / "niger")
    assert tables.located("myanmar", str(tmp_path)) == "myanmar" and tables.located("none", str(tmp_path)) == "none"
    with pytest.raises(DataError, match="no case pack named mali"):
        pack("mali", str(tmp_path))
