from __future__ import annotations

from pathlib import Path

from verbale.record import Record

from .conftest import Verbale


def test_the_example_of_the_help(verbale: Verbale, filled: Record, tmp_path: Path):
    ran = verbale("brief", "--format", "html", "--out", "brief.html")
    assert ran.code == 0 and "wrote brief.html" in ran.err
    assert "<html" in (tmp_path / "brief.html").read_text(encoding="utf-8")


def test_markdown_goes_to_stdout(verbale: Verbale, filled: Record):
    ran = verbale("brief")
    assert ran.code == 0 and ran.out.startswith("# ") and "not reviewed" in ran.out


def test_without_a_record_it_says_how_to_make_one(verbale: Verbale):
    ran = verbale("brief")
    assert ran.code == 3 and "verbale init" in ran.err
