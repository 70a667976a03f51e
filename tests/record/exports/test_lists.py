"""The lists of a review sheet: they stand in the workbook, each column offers its own, and the codebook tells what it is for."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from verbale.record.exports.lists import LISTS, values
from verbale.record.exports.xlsx import EDITABLE, write

from ..making import make_document, make_event


def test_every_column_with_few_values_offers_them(tmp_path: Path) -> None:
    write([make_event(make_document())], tmp_path / "review.xlsx")
    book = load_workbook(tmp_path / "review.xlsx")
    heads = [cell.value for cell in book["Review"][1]]
    offered = {}
    for each in book["Review"].data_validations.dataValidation:
        low, top, high, _ = range_boundaries(str(each.sqref))
        assert low == high and top == 2
        sheet, _, cells = each.formula1.partition("!")
        assert sheet == LISTS
        offered[heads[low - 1]] = tuple(row[0].value for row in book[LISTS][cells.replace("$", "")])
    assert offered == values()
    assert {"status", "channel", "format", "visibility", "venue", "women_present"} <= set(offered) & set(EDITABLE)
    assert offered["decision"] == ("accept", "reject", "unsure", "correct")


def test_the_codebook_tells_what_a_person_fills(tmp_path: Path) -> None:
    write([make_event(make_document())], tmp_path / "review.xlsx")
    told = dict(load_workbook(tmp_path / "review.xlsx")["Codebook"].iter_rows(values_only=True))
    assert {"decision", "reason", "seen", *EDITABLE} <= set(told)
