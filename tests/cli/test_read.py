from __future__ import annotations

import json
from pathlib import Path

from .conftest import Verbale

PAGE = """Chinese envoy received in Kabul

KABUL, 12 July 2023 - The Chinese ambassador, Wang Yu, met Amir Khan Muttaqi, the acting foreign minister, in Kabul on Wednesday.

The European Union condemned the Taliban for the ban on girls' schools.
"""


def page(folder: Path, words: str = PAGE) -> None:
    (folder / "page.txt").write_text(words, encoding="utf-8")


def test_events_are_shown_with_the_words_that_report_them(verbale: Verbale, tmp_path: Path):
    page(tmp_path)
    ran = verbale("read", "page.txt", "--case", "afghanistan")
    assert ran.code == 0 and not ran.err
    assert "China (CHN)" in ran.out and "CONSULT meet" in ran.out and "AFG-AUTH" in ran.out
    assert "»" in ran.out and "not reviewed by a person" in ran.out


def test_the_example_of_the_help(verbale: Verbale, tmp_path: Path):
    (tmp_path / "page.html").write_text(f"<html><body><article><p>{PAGE}</p></article></body></html>", encoding="utf-8")
    assert verbale("read", "page.html").code == 0


def test_json_is_one_line_a_document(verbale: Verbale, tmp_path: Path):
    page(tmp_path)
    (line,) = verbale("read", "page.txt", "--json").out.splitlines()
    read = json.loads(line)
    assert read["document"]["text"].startswith("Chinese envoy") and {"events", "mentions", "claims", "coder"} <= set(read)
    for event in read["events"]:
        for each in event["evidence"]:
            assert read["document"]["text"][each["start"] : each["end"]] == each["text"]


def test_standard_input(verbale: Verbale, monkeypatch):
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert "CONSULT meet" in verbale("read", "-").out


def test_what_cannot_be_read_is_told_with_a_hint(verbale: Verbale, tmp_path: Path):
    page(tmp_path, "")
    ran = verbale("read", "page.txt")
    assert ran.code == 1 and "set aside page.txt: it holds no text" in ran.err and "hint:" in ran.err


def test_a_document_cannot_steer_the_terminal(verbale: Verbale, tmp_path: Path):
    page(tmp_path, PAGE.replace("Wang Yu", "Wang\x1b[31m Yu"))
    assert "\x1b[31m" not in verbale("read", "page.txt").out


def test_an_unknown_case_is_refused(verbale: Verbale, tmp_path: Path):
    page(tmp_path)
    ran = verbale("read", "page.txt", "--case", "atlantis")
    assert ran.code == 3 and "atlantis" in ran.err and "afghanistan" in ran.err
