from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from .conftest import Verbale

CODED = """### doha
published: 2024-05-15
case: afghanistan
---
Qatar's foreign minister met Amir Khan Muttaqi in Doha on Monday. Norway was silent and sent no one.
---
CONSULT meet happened
  source: Qatar's foreign minister = QAT
  target: Amir Khan Muttaqi = AFG-AUTH
  words: Qatar's foreign minister met Amir Khan Muttaqi
ACCUSE criticise happened
  source: Norway = NOR
  target: Amir Khan Muttaqi = AFG-AUTH
  words: Norway was silent
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.txt"
    path.write_text(CODED, encoding="utf-8")
    return path


def test_a_table_and_a_page(verbale: Verbale, own: Path, tmp_path: Path):
    ran = verbale("evaluate", "own.txt", "--html", "card.html", "--workers", "1")
    assert ran.code == 0 and "Scorecard: grammar@2 on own" in ran.out and "missed ACCUSE criticise" in ran.out
    assert "Norway was silent" not in ran.out and "Norway was silent" in verbale("evaluate", "own.txt", "--errors").out
    page = (tmp_path / "card.html").read_text(encoding="utf-8")
    assert "Norway was silent" in page and "<svg" in page and "<script" not in page and 'src="' not in page


def test_frames_are_listed_where_asked_for(verbale: Verbale, own: Path):
    ran = verbale("evaluate", "own.txt", "--frames", "--workers", "1")
    assert ran.code == 0 and "meet.v.CONSULT.meet" in ran.out
    assert "meet.v.CONSULT.meet" not in verbale("evaluate", "own.txt").out


def test_locked(verbale: Verbale, own: Path, tmp_path: Path):
    ran = verbale("evaluate", "own.txt", "--locked", "--html", "card.html", "--errors")
    assert ran.code == 0 and "Norway" not in ran.out + (tmp_path / "card.html").read_text(encoding="utf-8")
    assert "0.67" in ran.out and "commonest" not in ran.out


def test_json_and_a_file_of_events(verbale: Verbale, own: Path, tmp_path: Path):
    (tmp_path / "events.jsonl").write_text("", encoding="utf-8")
    card = json.loads(verbale("evaluate", "own.txt", "--events", "events.jsonl", "--json").out)
    assert card["tables"]["strict"]["all"]["found"] == 0 and card["events"] == 2 and card["calibration"] is None


def test_two_codings(verbale: Verbale, own: Path, tmp_path: Path):
    (tmp_path / "other.txt").write_text(CODED.replace("ACCUSE criticise", "REJECT refuse"), encoding="utf-8")
    card = json.loads(verbale("evaluate", "own.txt", "--second", "other.txt", "--json").out)
    assert card["alpha"]["mode"] < 1 and card["by"] == "other"


def test_a_figure_below_its_floor(verbale: Verbale, own: Path, tmp_path: Path):
    (tmp_path / "floors.toml").write_text('["own.txt".open_floors]\nstrict = 0.9\n', encoding="utf-8")
    ran = verbale("evaluate", "own.txt", "--locked")
    assert ran.code == 1 and "below its floor of 0.900" in ran.err


def test_the_example_runs(verbale: Verbale, own: Path, tmp_path: Path):
    (tmp_path / "gold").mkdir()
    coded = {"id": "none", "case": "none", "events": [], "text": "A day without news of anybody at all."}
    (tmp_path / "gold" / "none.json").write_text(json.dumps(coded), encoding="utf-8")
    example = next(line for line in verbale("evaluate", "--help").out.splitlines() if "Example: " in line)
    ran = verbale(*shlex.split(example.partition("verbale ")[2]))
    assert ran.code == 0 and (tmp_path / "scorecard.html").is_file()
    assert verbale("evaluate", "nowhere").code == 3
