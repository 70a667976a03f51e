from __future__ import annotations

import json
from pathlib import Path

import pytest

from verbale.errors import DataError
from verbale.scoring.found import by_coder, by_file, by_person
from verbale.settings import Settings

from .making import act, coding, gold

DOHA = "Qatar's foreign minister met Amir Khan Muttaqi, the acting foreign minister of the Taliban, in Doha on Monday."
SET = gold(coding("doha", act(), text=DOHA), coding("away", act(), text=None))


def test_the_coder_reads_what_is_at_hand():
    found = by_coder(SET, Settings(workers=1), ablate=True)
    assert set(found.events) == {"doha"} == set(found.staged) and found.by.startswith("grammar@")
    (event,) = found.events["doha"]
    assert event["type"] == "CONSULT" and {p["party"] for p in event["participants"]} == {"QAT", "AFG-AUTH"}
    staged = found.staged["doha"]
    assert any(c["type"] == "CONSULT" for c in staged.candidates) and len(staged.without["everything"]) == 1
    assert len(staged.without) >= 7


def test_events_of_a_file_by_the_key_the_id_or_the_name(tmp_path: Path):
    path = tmp_path / "events.jsonl"
    places: tuple[dict[str, str], ...] = ({"key": "doha"}, {"id": "doha"}, {"path": "pages/doha.html"}, {"key": "other"})
    path.write_text("\n".join(json.dumps({**act(), "document": place}) for place in places) + "\n\n", encoding="utf-8")
    found = by_file(path, SET)
    assert found.by == "events.jsonl" and len(found.events["doha"]) == 3 and found.events["away"] == []


def test_a_file_of_something_else(tmp_path: Path):
    path = tmp_path / "events.jsonl"
    path.write_text('{"document": 3}\n', encoding="utf-8")
    with pytest.raises(DataError, match="line 1 of"):
        by_file(path, SET)
    with pytest.raises(DataError, match="cannot be read"):
        by_file(tmp_path / "none.jsonl", SET)


def test_a_second_person():
    found = by_person(gold(coding("doha", act("REQUEST"))))
    assert found.by == "gold" and found.events["doha"][0]["type"] == "REQUEST"
