from __future__ import annotations

from verbale.record import Record, open_record

from .conftest import Verbale


def test_the_example_of_the_help(verbale: Verbale, filled: Record) -> None:
    ran = verbale("move", "team.db")
    assert ran.code == 0 and "1 documents" in ran.out and "every row was compared" in ran.err
    with open_record("team.db", create=False) as moved:
        assert list(moved.events()) == list(filled.events())
    assert verbale("move", "team.db").code == 2
