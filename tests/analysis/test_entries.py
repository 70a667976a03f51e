"""Entries: what the counting rules of engagements admit, entries admit; sides, places and days as the events tell them."""

from __future__ import annotations

from itertools import product

import pytest

from tests.brief.gold import readings
from verbale.analysis.entries import Rule, admits, classes_of, entry, weight
from verbale.engagements.building import engagements
from verbale.engagements.counting import CONFERENCES, READINGS, UNITS, VIEWS, admitted
from verbale.errors import UsageError
from verbale.model import Review

from .making import act, engaged, meeting, who

GOLD = engagements([event for reading in readings() for event in reading.events])
SEEN = Review(verdict="accepted", by="anna", decision=1)
TWICE = engaged(
    act(who("USA"), who("AFG-AUTH", "target"), publisher="One", review=SEEN),
    act(who("USA"), who("AFG-AUTH", "target"), publisher="Two"),
)
RULES = [Rule(*parts) for parts in product(UNITS, CONFERENCES, VIEWS, READINGS)]


@pytest.mark.parametrize("by", RULES, ids=str)
def test_an_entry_is_admitted_where_its_engagement_is(by: Rule):
    assert [admits(entry(each, "AFG"), by) for each in (*GOLD, TWICE)] == [admitted(each, by) for each in (*GOLD, TWICE)]


def test_a_conference_counts_once_or_for_each_pair():
    large = entry(meeting(["USA", "EU"], ["AFG-WOM", "AFG-CSO"]), "AFG")
    found = {
        words: weight(large, Rule(**words_), 2, 2)
        for words, words_ in (("one", {}), ("pairs", {"conference": "pairs"}), ("dyads", {"unit": "dyads"}))
    }
    assert found == {"one": 1, "pairs": 4, "dyads": 1}


def test_sides_are_seen_from_the_country():
    seen = entry(meeting("USA", ["AFG-WOM", "MMR-AUTH"]), "AFG")
    assert (seen.home, seen.outside) == ({"WOM"}, {"USA", "MMR-AUTH"})


def test_a_month_is_counted_in_its_middle_and_what_has_no_date_nowhere():
    assert entry(meeting("USA", "AFG-WOM", "2022-05"), "AFG").middle == entry(meeting("USA", "AFG-WOM", "2022-05-16"), "AFG").first
    assert entry(meeting("USA", "AFG-WOM", None), "AFG").middle is None


def test_words_for_classes():
    assert classes_of("authority") == {"AUTH"} and "AUTH" not in classes_of("others") and classes_of("WOM, CSO") == {"WOM", "CSO"}
    assert classes_of("authorities") == {"AUTH"} and classes_of("wom") == {"WOM"}
    with pytest.raises(UsageError, match="no class named BANANAS"):
        classes_of("WOM,bananas")
