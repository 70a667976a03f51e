"""Whole ways of taking part: nobody on both sides, lists kept whole, mutual acts by who is named first."""

from __future__ import annotations

import functools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coding.test_offers import drafts
from verbale.coding.choosing import NAMES, Choice, alone, choices, parted, rows, together
from verbale.coding.draft import Draft
from verbale.coding.features import clause_of
from verbale.coding.trees import Array

LONG = "Peru's envoy met the ministers of Chile, Norway, Kenya and Spain in Oslo and condemned Iran."


@functools.cache
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


def test_whom_one_word_means_are_together_wherever_it_stands() -> None:
    text = "Peru's president met Chile's president in Lima. They condemned Iran.\n\nThe raid was condemned, too."
    for here in (d for d in drafts(text) if d.token.text == "condemned" and not d.rival):
        place = {o.party: n for n, o in enumerate(here.offers)}
        of_they = {o.ref.start for o in here.offers if o.party in ("PER", "CHL")}
        mates = {here.offers[n].party for n in together(here)[place["PER"]]}
        assert len(of_they) == 2 or mates == {"PER", "CHL"}


def test_the_second_likeliest_could_be_meant_alone() -> None:
    hailed = draft("Peru hailed Chile and the truce in Kenya.", "hailed")
    ways = [parties(hailed, way) for way in choices(hailed, chances(hailed, {"PER": 0.9}, {"KEN": 0.7, "CHL": 0.5}))]
    assert ({"PER"}, {"CHL"}) in ways


def test_an_act_that_needs_somebody_has_somebody_where_anybody_is_likely() -> None:
    condemned = draft(LONG, "condemned")
    ways = choices(condemned, chances(condemned, {"PER": 0.9}, {"IRN": 0.9}))
    assert all(way.target for way in ways)


def test_who_is_alone_at_a_meeting_acts() -> None:
    met = draft(LONG, "met")
    assert parties(met, alone(met, chances(met, {}, {"CHL": 0.9})))[0] == {"CHL"}


TEXTS = (LONG, "Peru and Chile agreed with Norway on a treaty.", "It promised a treaty.")


@pytest.mark.parametrize(("text", "trigger"), [(LONG, "met"), (LONG, "condemned"), (TEXTS[1], "agreed")])
@given(data=st.data())
def test_every_way_is_one(text: str, trigger: str, data: st.DataObject) -> None:
    one = draft(text, trigger)
    given_ = data.draw(st.lists(st.floats(0, 1), min_size=2 * len(one.offers), max_size=2 * len(one.offers)))
    sides = np.array(given_).reshape(2, -1)
    ways = choices(one, sides)
    assert ways[0] == alone(one, sides)
    assert len({(frozenset(way.source), frozenset(way.target)) for way in ways}) == len(ways)
    assert all(not set(way.source) & set(way.target) for way in ways)
    assert rows([one], [sides], [ways]).shape == (len(ways), len(clause_of(one)) + len(NAMES))
    assert np.isfinite(rows([one], [sides], [ways])).all()


@pytest.mark.parametrize("text", TEXTS)
def test_where_nobody_is_likely_there_is_one_way_all_the_same(text: str) -> None:
    for one in drafts(text):
        sides = np.zeros((2, len(one.offers)))
        assert choices(one, sides) == [Choice((), ())]
        assert np.isfinite(rows([one], [sides], [[Choice((), ())]])).all()


def test_the_numbers_of_a_way_tell_who_stands_where() -> None:
    met = draft(LONG, "met")
    sides = chances(met, {"PER": 0.9}, {"CHL": 0.8})
    place = {o.party: n for n, o in enumerate(met.offers)}
    whole = Choice((place["PER"],), tuple(sorted(place[p] for p in ("CHL", "NOR", "KEN", "ESP"))))
    broken = Choice((place["PER"],), (place["CHL"],))
    told = [dict(zip(NAMES, row[-len(NAMES) :], strict=True)) for row in rows([met], [sides], [[whole, broken]]).tolist()]
    assert [t["target many"] for t in told] == [4, 1]
    assert [t["target broken"] for t in told] == [0, 1]
    assert [t["source first"] for t in told] == [1, 1]
    assert told[1]["target most"] == pytest.approx(np.log(4))
    assert told[0]["target least"] == pytest.approx(np.log(0.01 / 0.99))
