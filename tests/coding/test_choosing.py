"""Whole ways of taking part: nobody on both sides, lists kept whole, mutual acts by who is named first."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coding.test_offers import drafts
from verbale.coding.choosing import Choice, alone, choices, parted, rows, together
from verbale.coding.draft import Draft
from verbale.coding.trees import Array

LONG = "Peru's envoy met the ministers of Chile, Norway, Kenya and Spain in Oslo and condemned Iran."


def draft(text: str, trigger: str) -> Draft:
    return next(d for d in drafts(text) if d.token.text == trigger and not d.rival)


def chances(of: Draft, source: dict[str, float], target: dict[str, float]) -> Array:
    return np.array([[side.get(o.party, 0.01) for o in of.offers] for side in (source, target)])


def parties(of: Draft, way: Choice) -> tuple[set[str], set[str]]:
    source, target = ({of.offers[n].party for n in side} for side in way)
    return source, target


def test_what_is_likely_of_each_alone_comes_first() -> None:
    met = draft(LONG, "met")
    sides = chances(met, {"PER": 0.9}, {"CHL": 0.8, "NOR": 0.8})
    assert parties(met, choices(met, sides)[0]) == ({"PER"}, {"CHL", "NOR"})


def test_a_list_of_which_one_is_likely_could_be_meant_whole() -> None:
    met = draft(LONG, "met")
    ways = [parties(met, way) for way in choices(met, chances(met, {"PER": 0.9}, {"CHL": 0.8}))]
    assert ({"PER"}, {"CHL", "NOR", "KEN", "ESP"}) in ways
    assert ({"PER"}, {"CHL"}) in ways


def test_who_praises_need_not_praise_anybody() -> None:
    hailed = draft("Peru hailed the truce, and Chile said so.", "hailed")
    ways = [parties(hailed, way) for way in choices(hailed, chances(hailed, {"PER": 0.9, "CHL": 0.2}, {"CHL": 0.6}))]
    assert ({"PER"}, set()) in ways
    assert ({"PER"}, {"CHL"}) in ways


def test_of_those_who_agree_the_first_named_is_source() -> None:
    agreed = draft("Peru and Chile agreed on a border treaty.", "agreed")
    n = {o.party: k for k, o in enumerate(agreed.offers)}
    assert parted(agreed, Choice((n["CHL"],), (n["PER"],))) == Choice((n["PER"],), (n["CHL"],))
    assert parties(agreed, alone(agreed, chances(agreed, {"PER": 0.9, "CHL": 0.9}, {}))) == ({"PER"}, {"CHL"})


def test_whom_one_word_means_are_together() -> None:
    later = drafts("Peru's president met Chile's president in Lima. They condemned Iran.")
    condemned = next(d for d in later if d.token.text == "condemned" and not d.rival)
    place = {o.party: n for n, o in enumerate(condemned.offers)}
    assert {condemned.offers[n].party for n in together(condemned)[place["PER"]]} == {"PER", "CHL"}


@pytest.mark.parametrize("trigger", ["met", "condemned"])
@given(data=st.data())
def test_every_way_is_one(trigger: str, data: st.DataObject) -> None:
    one = draft(LONG, trigger)
    given_ = data.draw(st.lists(st.floats(0, 1), min_size=2 * len(one.offers), max_size=2 * len(one.offers)))
    sides = np.array(given_).reshape(2, -1)
    ways = choices(one, sides)
    assert ways[0] == alone(one, sides)
    assert len(set(ways)) == len(ways)
    assert all(not set(way.source) & set(way.target) for way in ways)
    assert len({len(row) for row in rows(one, sides, ways)}) == 1
