from __future__ import annotations

from typing import Any

import pytest

from verbale.scoring.coreference import FOUND, RIGHT, Mention, anaphors, coreference, kind_of, mention_at
from verbale.scoring.gold import Coding
from verbale.scoring.measures import ALL
from verbale.scoring.scores import Key, share

TEXT = "Norway's envoy met Japan's. He thanked his guest, and the two sides spoke of an aid plan."


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("He", "pronoun"),
        ("their", "possessive"),
        ("We", "first person"),
        ("US", None),
        ("the two sides", "set"),
        ("both ministers", "set"),
        ("all three", "set"),
        ("the delegation", "body"),
        ("The country", "body"),
        ("the Foreign Ministry", "body"),
        ("his guest", "role"),
        ("the Acting Foreign Minister", "role"),
        ("an envoy", None),
        ("four states", None),
        ("the Norwegian minister", None),
        ("the envoy of Norway", None),
        ("the head of education, Kari Holm", None),
        ("the Ruritonian Freedom Party", None),
        ("the river", None),
    ],
)
def test_words_that_name_nobody_and_are_not_new(words: str, kind: str | None):
    assert kind_of(words) == kind


def who(words: str, party: str | None, role: str = "source") -> dict[str, Any]:
    start = TEXT.index(words)
    return {"name": words, "party": party, "role": role, "start": start, "end": start + len(words)}


def coded(*acts: list[dict[str, Any]], text: str | None = TEXT) -> Coding:
    return Coding(key="d", case="none", text=text, events=tuple({"participants": people} for people in acts))


def told(words: str, *parties: str) -> Mention:
    start = TEXT.index(words)
    return Mention(start=start, end=start + len(words), parties=frozenset(parties))


BOTH = coded(
    [who("He", "NOR"), who("his guest", "JPN", "target")],
    [who("the two sides", "NOR"), who("the two sides", "JPN", "target")],
    [who("the two sides", "NOR")],
)


def test_a_place_counts_once_with_all_of_its_parties():
    assert [(a.kind, a.parties) for a in anaphors(BOTH)] == [
        ("pronoun", {"NOR"}), ("role", {"JPN"}), ("set", {"NOR", "JPN"}),
    ]  # fmt: skip
    assert not list(anaphors(coded([who("He", "NOR")], text=None))) and not list(anaphors(coded([who("He", None)])))


def test_right_found_and_missed_by_kind():
    scores = coreference(BOTH, [told("He", "NOR"), told("the two sides", "NOR")])
    assert scores[Key(RIGHT, ALL)] == share(1, 3) and scores[Key(FOUND, ALL)] == share(2, 3)
    assert scores[Key(RIGHT, "set")] == share(0, 1) and scores[Key(FOUND, "role")] == share(0, 1)
    assert coreference(coded([who("an aid plan", "NOR")]), []) == {}


def test_whoever_takes_part_may_stand_in_a_mention_and_nobody_else():
    pair = coded([who("the two sides", "NOR"), who("his guest", "JPN", "target")])
    assert coreference(pair, [told("the two sides", "NOR", "JPN")])[Key(RIGHT, "set")].right == 1
    assert coreference(pair, [told("the two sides", "NOR", "JPN", "PER")])[Key(RIGHT, "set")].right == 0


def test_the_owner_of_a_guest_is_not_the_guest():
    guest = who("his guest", "JPN")
    assert mention_at(guest["start"], guest["end"], TEXT, [told("his", "NOR")]) is None
    assert mention_at(guest["start"], guest["end"], TEXT, [told("guest", "JPN"), told("his", "NOR")]) == told("guest", "JPN")
