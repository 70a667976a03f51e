"""The column that the program was made to read."""

from __future__ import annotations

import pytest

from verbale import Coded, code, read

BIOGRAPHY = ("spent 23 years", "Military Writers Guild", "conflict resolution in Afghanistan")


@pytest.fixture
def coded(op_ed: str) -> Coded:
    (found,) = code(read(op_ed), case="afghanistan")
    assert isinstance(found, Coded)
    return found


def test_its_main_persons_act(coded: Coded):
    acting = {(p.party, word) for e in coded.events for p in e.participants for word in p.name.split()}
    assert ("EU", "Niklasson") in acting and ("USA", "Decker") in acting
    assert any(p.party == "AFG-AUTH" for e in coded.events for p in e.participants)


def test_it_names_the_occasion(coded: Coded):
    words = [e.place or "" for e in coded.events] + [part.text for e in coded.events for part in e.evidence]
    assert any("Herat Security Dialogue" in each for each in words)


def test_nothing_comes_from_the_biography(coded: Coded):
    start = min(coded.document.text.find(words) for words in BIOGRAPHY)
    assert start > 0
    spans = [part for e in coded.events for part in e.evidence] + list(coded.mentions) + list(coded.claims)
    assert all(each.end <= start for each in spans)
