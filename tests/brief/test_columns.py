"""The widths of columns on paper."""

from __future__ import annotations

from verbale.brief.columns import shares
from verbale.brief.page import Quote, Rows, Table


def test_a_sentence_takes_more_room_than_a_number_and_no_word_is_cut() -> None:
    row = (("Norway",), (Quote("A sentence that has a good many words in it. " * 5),), ("no",), (Rows("", ("a",)),))
    party, quoted, plain, notes = shares(Table("A table", ("Party", "In the words of the page", "Recognition", "Notes"), (row,)))
    assert quoted > 2 * max(party, plain, notes) and plain > len("Recognition")


def test_a_table_without_rows_is_as_wide_as_its_headings() -> None:
    assert shares(Table("None", ("One", "Another"), ())) == (5, 9)
