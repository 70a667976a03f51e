from __future__ import annotations

from pathlib import Path

import pytest

from verbale.record import Record

from .conftest import Verbale


def test_the_example_of_the_help(verbale: Verbale, filled: Record, tmp_path: Path):
    ran = verbale("brief", "--since", "2023-01", "--until", "2023-06", "--out", "brief.html")
    assert ran.code == 0 and "wrote brief.html" in ran.err
    written = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "<html" in written and "from 1 January 2023 to 30 June 2023" in written


def test_markdown_goes_to_stdout(verbale: Verbale, filled: Record):
    ran = verbale("brief")
    assert ran.code == 0 and ran.out.startswith("# ") and "not reviewed" in ran.out


def test_what_several_documents_report_is_counted_once(verbale: Verbale, told: Record):
    assert "with the de facto authorities in two contacts" in verbale("brief").out


def test_the_foot_has_the_scorecard_with_its_date(verbale: Verbale, filled: Record):
    assert "Scorecard of " in verbale("brief").out


@pytest.mark.parametrize(("form", "head"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_a_file_s_name_says_its_format(verbale: Verbale, filled: Record, tmp_path: Path, form: str, head: bytes):
    assert verbale("brief", "--out", f"brief.{form}").code == 0
    assert (tmp_path / f"brief.{form}").read_bytes().startswith(head)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "pdf"), "--out brief.pdf"),
        (("--format", "odt"), "one of: md, html, pdf, docx"),
        (("--since", "2023-06", "--until", "2023-04"), "lies before"),
        (("--since", "soon"), "is no date"),
    ],
)
def test_what_cannot_be_asked_is_said(verbale: Verbale, filled: Record, words: tuple[str, ...], said: str):
    ran = verbale("brief", *words)
    assert ran.code == 2 and said in ran.err


def test_without_a_record_it_says_how_to_make_one(verbale: Verbale):
    ran = verbale("brief")
    assert ran.code == 3 and "verbale init" in ran.err
