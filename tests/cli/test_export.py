from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from verbale.record import Record
from verbale.record.exports import FILES, FORMATS
from verbale.record.exports.seen import seen

from .conftest import Verbale


@pytest.mark.parametrize("name", FORMATS)
def test_text_goes_to_a_file_or_to_the_terminal(verbale: Verbale, filled: Record, tmp_path: Path, name: str) -> None:
    shown = verbale("export", name)
    assert shown.code == 0
    assert verbale("export", name, "--out", "made").code == 0
    assert (tmp_path / "made").read_text(encoding="utf-8").split() == shown.out.split()


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_text_needs_a_file(verbale: Verbale, filled: Record, tmp_path: Path, name: str) -> None:
    assert verbale("export", name).code == 2
    assert verbale("export", name, "--out", f"made.{name}").code == 0
    assert (tmp_path / f"made.{name}").stat().st_size
    assert not [path for path in tmp_path.iterdir() if path.is_dir()]


def test_filters_hold(verbale: Verbale, filled: Record) -> None:
    assert verbale("export", "jsonl", "--reviewed").out == ""
    assert verbale("export", "jsonl", "--party", "NOR").out == ""
    assert verbale("export", "jsonl", "--since", "2023", "--until", "2023-07").out.count("\n") == 1


def test_an_edited_workbook_comes_back_as_decisions(verbale: Verbale, filled: Record, tmp_path: Path) -> None:
    verbale("export", "xlsx", "--out", "review.xlsx")
    book = load_workbook(tmp_path / "review.xlsx")
    sheet = book["Review"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for name, value in {"decision": "correct", "status": "denied", "place": "Herat", "reason": "the ministry says no"}.items():
        sheet.cell(2, columns[name], value)
    book.save(tmp_path / "review.xlsx")
    ran = verbale("review", "review.xlsx", "--by", "anna", "--json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["changes"] == {"status": "denied", "place": "Herat"}
    (event,) = filled.events()
    assert (event.status, event.place, event.review.by) == ("denied", "Herat", "anna")
    again = verbale("review", "review.xlsx", "--by", "ben")
    assert again.code == 1
    assert "has changed since" in again.err
    assert len(filled.decisions()) == 1


@pytest.mark.parametrize(
    ("sheet", "cells", "said"),
    [
        ("Review", {"place": "Herat"}, "place: changed without a decision"),
        ("Review", {"decision": "accept", "place": "Herat"}, "place was changed, which accept would lose"),
        ("Review", {"parties": "NOR"}, "parties: not read back"),
        ("Events", {"place": "Herat"}, "place: not read back from this sheet"),
    ],
)
def test_a_change_that_is_not_taken_is_told(
    verbale: Verbale, filled: Record, tmp_path: Path, sheet: str, cells: dict[str, str], said: str
) -> None:
    verbale("export", "xlsx", "--out", "review.xlsx")
    assert verbale("review", "review.xlsx", "--by", "anna").code == 0, "nothing was changed"
    book = load_workbook(tmp_path / "review.xlsx")
    columns = {cell.value: cell.column for cell in book[sheet][1]}
    for name, value in cells.items():
        book[sheet].cell(2, columns[name], value)
    book.save(tmp_path / "review.xlsx")
    ran = verbale("review", "review.xlsx", "--by", "anna")
    assert ran.code == 1
    assert said in ran.err
    assert "row 2" in ran.err
    assert filled.decisions() == ()


@pytest.mark.parametrize(("decision", "said"), [("maybe", "is no decision"), ("correct", "changes nothing")])
def test_a_row_that_cannot_be_taken_is_set_aside(
    verbale: Verbale, filled: Record, tmp_path: Path, decision: str, said: str
) -> None:
    (event,) = filled.events()
    with (tmp_path / "sheet.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows([("id", "decision", "seen"), (event.id, decision, seen(event))])
    ran = verbale("review", "sheet.csv", "--by", "anna")
    assert ran.code == 1
    assert said in ran.err


def test_another_table_is_no_review_sheet(verbale: Verbale, filled: Record, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    assert "no review sheet" in verbale("review", "other.csv", "--by", "anna").err
