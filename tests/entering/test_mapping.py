from __future__ import annotations

from pathlib import Path

import pytest

from verbale.entering.mapping import load_map
from verbale.errors import UsageError

from .making import HEAD, MAP, map_file

COLUMNS = tuple(HEAD.split(","))


def test_a_row_says_what_its_cells_say_and_what_is_fixed(tmp_path: Path) -> None:
    mapped = load_map(map_file(tmp_path, MAP + '\n[values.place]\n"K" = "Kabul"\n'), COLUMNS)
    said = mapped.said({"Visitor": "Anna", "City": "", "Country": "the kingdom", "Anything": "else"})
    assert said == {"source": "Anna", "source_party": "the kingdom", "type": "CONSULT", "mode": "meet"}
    assert mapped.meant("source_party", "the kingdom") == "NOR"
    assert mapped.meant("source_party", "Norway") == "Norway"


def test_a_cell_goes_before_what_is_fixed(tmp_path: Path) -> None:
    mapped = load_map(map_file(tmp_path, MAP.replace("[fixed]", '[fixed]\nplace = "Doha"')), COLUMNS)
    assert mapped.said({"City": "Kabul"})["place"] == "Kabul"
    assert mapped.said({"City": ""})["place"] == "Doha"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('date = "Date"', 'when = "Date"', "a field when that there is not"),
        ('date = "Date"', 'date = "Day"', "no column Day"),
        ('type = "CONSULT"', "", "what is counted"),
        ('source = "Visitor"\nsource_party = "Country"', "", "who acted"),
        ('coder = "anna"', 'coder = " "', "name, coder or basis empty"),
        ('basis = "announcements of the ministry"', "", "basis"),
        ("[table]", "[table", "cannot be read"),
        ('coder = "anna"', 'coder = "anna"\ncolour = "red"', "colour"),
        ('coder = "anna"', 'coder = "anna"\ndates = "backwards"', "backwards"),
    ],
)
def test_a_map_that_does_not_fit_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert old in MAP
    with pytest.raises(UsageError, match=words) as caught:
        load_map(map_file(tmp_path, MAP.replace(old, new)), COLUMNS)
    assert caught.value.hint
    with pytest.raises(UsageError, match="no map"):
        load_map(tmp_path / "none.toml", COLUMNS)
