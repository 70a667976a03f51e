"""The verbs that answer: the examples of their helps, refusal without a frame, and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verbale.record import Record

from .conftest import Verbale

FRAME = 'name = "Everything"\nhow = "every page"\nsince = "2023-01-01"\nuntil = "2023-12-31"\n'
TREND = ("trend", "--of", "USA,EU,UN,NATO+", "--window", "2022-10..2022-11", "--baseline", "2022-04..2022-09")
VERBS = ("recognition", "reactions", "voices", "approach", "pressure", "coverage")
EXAMPLES = (TREND, ("balance", "--of", "USA,EU,UN"), *((verb,) for verb in VERBS))
LISTS = {"pressure"}
"""What gives no rate, and so has none to refuse."""


@pytest.mark.parametrize("words", EXAMPLES, ids=lambda w: w[0])
def test_the_example_of_the_help(verbale: Verbale, filled: Record, words: tuple[str, ...]):
    shown = verbale(words[0], "--help").out
    assert f"Example: verbale {' '.join(words)}" in " ".join(shown.split())
    ran = verbale(*words)
    assert ran.code == 0 and "no sampling frame" in ran.out
    assert ("Refused: " in ran.out) is (words[0] not in LISTS)


@pytest.mark.parametrize("words", EXAMPLES, ids=lambda w: w[0])
def test_json_is_one_answer_a_line(verbale: Verbale, filled: Record, words: tuple[str, ...]):
    (line,) = verbale(*words, "--json").out.splitlines()
    told = json.loads(line)
    assert bool(told["refused"]) is (words[0] not in LISTS) and told["coverage"] and told["finding"]
    assert all(len(table["rows"]) == len(table["entries"]) for table in told["tables"])


def test_a_frame_is_stated_by_option_or_setting(verbale: Verbale, filled: Record, tmp_path: Path):
    (tmp_path / "frame.toml").write_text(FRAME, encoding="utf-8")
    asked = ("balance", "--of", "UN")
    assert "Share of others" in verbale(*asked, "--frame", "frame.toml").out
    (tmp_path / "verbale.toml").write_text('frame = "frame.toml"\n', encoding="utf-8")
    assert "sampling frame “Everything”" in verbale(*asked).out


@pytest.mark.parametrize("written", ["", "name = 3", FRAME.replace("2023-12-31", "2022"), FRAME.replace("2023-01-01", "soon")])
def test_what_is_no_frame_is_refused(verbale: Verbale, filled: Record, tmp_path: Path, written: str):
    (tmp_path / "frame.toml").write_text(written, encoding="utf-8")
    assert verbale("balance", "--frame", "frame.toml").code == 2
    assert verbale("balance", "--frame", "elsewhere.toml").code == 2


def test_a_scorecard_is_a_table_or_json(verbale: Verbale, filled: Record, tmp_path: Path):
    (tmp_path / "frame.toml").write_text(FRAME, encoding="utf-8")
    (tmp_path / "audit.toml").write_text("[all]\ngold = 200\nfound = 150\nright = 120\n", encoding="utf-8")
    card = {"tables": {"lenient": {"CONSULT": {"gold": 200, "found": 150, "right": 120}}}}
    (tmp_path / "card.json").write_text(json.dumps(card), encoding="utf-8")
    shown = [verbale("balance", "--frame", "frame.toml", "--scorecard", name).out for name in ("audit.toml", "card.json")]
    assert shown[0] == shown[1] and "no audit" not in shown[0]
    (tmp_path / "bad.toml").write_text("[all]\ngold = 200\n", encoding="utf-8")
    assert verbale("balance", "--scorecard", "bad.toml").code == 2


def test_saved_questions_are_asked_again(verbale: Verbale, filled: Record, tmp_path: Path):
    one = 'of = ["UN"]\nwith = "authority"\nwindow = "2023-07"\nbaseline = "2023-01..2023-06"\n'
    (tmp_path / "questions.toml").write_text(f"[first]\n{one}[second]\n{one}", encoding="utf-8")
    (tmp_path / "frame.toml").write_text(FRAME, encoding="utf-8")
    ran = verbale("trend", "--questions", "questions.toml", "--frame", "frame.toml", "--rows")
    assert ran.code == 0 and ran.out.count("Insufficient data: ") == 2 and "corrected q" in ran.out
    assert "Markus Potzel met Amir Khan Muttaqi" in ran.out


def test_without_a_window_it_is_the_case_s_question_that_is_asked(verbale: Verbale, filled: Record):
    ran = verbale("trend", "--case", "afghanistan")
    assert ran.code == 0 and "Did diplomats of Western states and the UN meet other Afghans" in ran.out


def test_a_trend_needs_a_window(verbale: Verbale, filled: Record):
    assert verbale("trend", "--case", "none").code == 2
    assert verbale("trend", "--with", "WOM").code == 2
    assert verbale("trend", "--of", "Atlantis", "--window", "2023-07").code == 2


def test_claims_are_weighed_by_the_record(verbale: Verbale, filled: Record, tmp_path: Path):
    words = "There has been a steady rise in contacts between envoys and Afghan exiles.\n"
    (tmp_path / "column.txt").write_text(words, encoding="utf-8")
    ran = verbale("check", "--claims", "column.txt")
    assert ran.code == 0 and "1 general claims: 1 not decided." in ran.out
    (told,) = (json.loads(line) for line in verbale("check", "--claims", "column.txt", "--json").out.splitlines())
    assert told["name"] == "claims" and "a date of the document" in told["tables"][0]["rows"][0][5]


@pytest.mark.parametrize(
    "words", [TREND, ("balance",), ("recognition",), ("reactions",), ("voices",), ("pressure",)], ids=lambda w: w[0]
)
def test_a_picture_is_drawn_or_it_is_said_that_there_is_none(
    verbale: Verbale, filled: Record, tmp_path: Path, words: tuple[str, ...]
):
    ran = verbale(*words, "--picture", "it.html")
    drawn = (tmp_path / "it.html").is_file()
    assert ran.code == 0 and ("wrote it.html" in ran.err) is drawn and ("nothing to draw" in ran.err) is not drawn
    assert drawn is (words[0] == "balance")  # one meeting, its place untold, is no more than that
