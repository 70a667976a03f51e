"""Whose police and authorities act, where the words say in which country they do; who a country's people are."""

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


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("Afghan immigrants", "AFG-REF"),
        ("Afghan labourers", "AFG-PPL"),
        ("Afghan officials", "AFG-AUTH"),
        ("Chilean miners", "CHL-PPL"),
    ],
)
def test_people_of_a_country_are_not_its_government(who: str, party: str) -> None:
    found = next(d for d in read(f"Iran deported dozens of {who}.", case="afghanistan").drafts if d.held and d.type == "COERCE")
    assert found.parties("target") == {party}


def test_all_who_are_killed_together_are_told_of() -> None:
    text = "ISKP killed two Chinese engineers and three US servicemembers."
    found = next(d for d in read(text, case="afghanistan").drafts if d.held and d.type == "ASSAULT")
    assert found.parties("target") == {"CHN-PPL", "USA"}
