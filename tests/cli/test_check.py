from __future__ import annotations

import json
from pathlib import Path

from .conftest import Verbale

WRONG = "The 1996 International Covenant on Civil and Political Rights forbids it.\n"


def test_what_is_written_and_what_is_the_case(verbale: Verbale, tmp_path: Path):
    (tmp_path / "column.txt").write_text(WRONG, encoding="utf-8")
    ran = verbale("check", "column.txt")
    assert ran.code == 1 and "column.txt:1: wrong year" in ran.out and "1966-12-16" in ran.out and "write 1966" in ran.out
    assert "source      http" in ran.out and "1 findings" in ran.err


def test_json(verbale: Verbale, tmp_path: Path):
    (tmp_path / "column.txt").write_text(WRONG, encoding="utf-8")
    (line,) = verbale("check", "column.txt", "--json", "--case", "afghanistan").out.splitlines()
    found = json.loads(line)
    assert found["kind"] == "wrong_year" and found["document"] == "column.txt" and found["confirmed"] is True


def test_nothing_wrong(verbale: Verbale, tmp_path: Path):
    (tmp_path / "column.txt").write_text(WRONG.replace("1996", "1966"), encoding="utf-8")
    ran = verbale("check", "column.txt")
    assert ran.code == 0 and not ran.out
    assert "1 citations looked at, 1 of them in sentences with nothing wrong" in ran.err


def test_what_was_looked_at_is_told_beside_what_is_wrong(verbale: Verbale, tmp_path: Path):
    (tmp_path / "column.txt").write_text(f"{WRONG}The 1948 Genocide Convention does too.\n", encoding="utf-8")
    ran = verbale("check", "column.txt")
    assert "2 citations looked at, 1 of them in sentences with nothing wrong" in ran.err


def test_hints_alone_are_no_findings(verbale: Verbale, tmp_path: Path):
    (tmp_path / "column.txt").write_text("Ethiopia is a state party to the Rome Statute.\n", encoding="utf-8")
    ran = verbale("check", "column.txt")
    assert ran.code == 0 and "unconfirmed: not a party?" in ran.out and "to look up" in ran.out


def test_what_cannot_be_read_is_told(verbale: Verbale, tmp_path: Path):
    (tmp_path / "column.txt").write_text("", encoding="utf-8")
    ran = verbale("check", "column.txt")
    assert ran.code == 1 and "set aside column.txt" in ran.err
