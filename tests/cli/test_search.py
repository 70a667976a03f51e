from __future__ import annotations

import json

from verbale.record import Record

from .conftest import Verbale


def test_hits_are_shown_with_their_words_marked(verbale: Verbale, filled: Record) -> None:
    ran = verbale("search", "muttaqi", "kabul")
    assert ran.code == 0
    assert "2023-07-13  UNAMA  Markus Potzel met" in ran.out
    assert "[Muttaqi]" in ran.out
    assert next(filled.events()).id in ran.out


def test_hits_for_a_program(verbale: Verbale, filled: Record) -> None:
    (line,) = verbale("search", "muttaqi", "--json").out.splitlines()
    hit = json.loads(line)
    assert hit["document"] == "potzel"
    assert [hit["snippet"][mark["start"] : mark["end"]] for mark in hit["marks"]] == ["Muttaqi"]


def test_nothing_found_is_said_and_no_fault(verbale: Verbale, filled: Record) -> None:
    ran = verbale("search", "zebra")
    assert (ran.code, ran.out) == (0, "")
    assert "no document" in ran.err


def test_a_record_that_is_not_there_is_not_made(verbale: Verbale) -> None:
    ran = verbale("search", "x", "--record", "other.db")
    assert (ran.code, ran.out) == (3, "")
    assert "verbale init" in ran.err
