"""Entries: what the counting rules of engagements admit, entries admit; sides, places and days as the events tell them."""

from __future__ import annotations

from itertools import product

import msgspec
import pytest

from tests.brief.gold import readings
from verbale.analysis.entries import Rule, admits, classes_of, entries, entry, plain, weight
from verbale.engagements.building import engagements
from verbale.engagements.counting import CONFERENCES, READINGS, UNITS, VIEWS, admitted
from verbale.engagements.summing import summed
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


def test_a_count_takes_in_what_is_told_plainly_and_vague_contact_with_the_one_beside_it():
    told, vague, doubted, other = (
        meeting("USA", "AFG-AUTH", day) for day in ("2022-05-02", "2022-05-04", "2022-05-02", "2022-06-02")
    )
    marks = ({}, {"vague": True}, {"sure": False}, {})
    given = [
        msgspec.structs.replace(each, gist=msgspec.structs.replace(summed(each), **mark))
        for each, mark in zip((told, vague, doubted, other), marks, strict=True)
    ]
    found = plain(entries(given, "AFG"))
    assert [each.id for each in found] == [told.id, other.id]
    assert found[0].documents == (*told.documents, *vague.documents) and found[0].reports == (
        *told.engagement.events,
        *vague.engagement.events,
    )


def test_who_only_brought_others_together_was_not_in_contact():
    told = entry(engaged(act(who("QAT"), who("USA", "target"), who("AFG-AUTH", "target"), mode="mediate")), "AFG")
    assert told.outside == {"QAT", "USA"} and told.present == {"USA"}
