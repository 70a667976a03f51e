"""Whose police and authorities act, where the words say in which country they do."""

from __future__ import annotations

import pytest

from tests.coding.reading import read


def detained_by(text: str) -> frozenset[str]:
    return next(d for d in read(text, case="afghanistan").drafts if d.held and d.type == "COERCE").parties("source")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("In Turkey, authorities detained sixty Afghan migrants.", "TUR"),
        ("Reports from Tajikistan say that the authorities have detained Afghan refugees.", "TJK"),
        ("Reports from Quetta say police detained dozens of Afghan refugees.", "PAK"),
        ("The authorities detained two traders who had returned from Iran.", "AFG-AUTH"),
        ("In Kabul, police detained two traders.", "AFG-AUTH"),
    ],
)
def test_authorities_are_those_of_where_they_act(text: str, party: str) -> None:
    assert detained_by(text) == {party}


def test_who_is_sent_out_of_a_country_is_sent_by_it() -> None:
    assert detained_by("The Taliban said 300 Afghan nationals were deported from Germany.") == {"DEU"}
