"""Pairs of candidates: one number for each name, telling what the words tell; and what a decision makes of likely pairs."""

from __future__ import annotations

import numpy as np

from tests.coding.test_offers import drafts
from verbale.coding import twins
from verbale.coding.decide import decide
from verbale.coding.draft import Draft

TWICE = "Peru met Chile in Oslo on Monday. Peru met Chile in a hotel."


def told(text: str, *, type_: str = "CONSULT") -> list[Draft]:
    return [d for d in drafts(text) if d.type == type_ and d.held and not d.rival and len(d.parties()) > 1]


def numbers(text: str) -> dict[str, float]:
    first, second = told(text)
    return dict(zip(twins.NAMES, twins.pair(first, second, rule=True), strict=True))


def test_same_parties_and_words_are_told() -> None:
    found = numbers(TWICE)
    assert found["rule"] == found["same mode"] == found["same verb"] == found["all same"] == 1
    assert found["same sentence"] == found["other person"] == found["all only here"] == 0


def test_another_person_of_a_party_is_told() -> None:
    found = numbers(
        "Norwegian envoy Kari Dahl met Chile's minister on Monday. Norwegian envoy Ola Vik met Chile's minister on Friday."
    )
    assert found["other person"] == 1 and found["same person"] == 0


def test_roles_the_other_way_round_are_told() -> None:
    assert numbers("Peru's envoy met Chile's minister. Chile's minister met Peru's envoy.")["crossed"] == 1


def test_likely_pairs_are_one_act_and_the_surest_speaks() -> None:
    first, second = told(TWICE)
    first.confidence, second.confidence = 0.5, 0.9
    (one,) = decide([first, second], 0.3, lambda pairs: np.full(len(pairs), 0.8))
    assert one is second and len(one.evidence) == 2


def test_what_the_rules_join_is_one_and_what_is_unlikely_stays_two() -> None:
    apart = "Norwegian envoy Kari Dahl met Chile's minister. Norwegian envoy Ola Vik met Chile's minister."
    for text, many in ((TWICE, 1), (apart, 2)):
        assert len(decide(told(text), 0.3, lambda pairs: np.full(len(pairs), 0.2))) == many


def test_an_act_must_be_like_all_that_it_joins() -> None:
    three = told("Envoy Kari Dahl of Peru met Chile. Envoy Ola Vik of Peru met Chile. Envoy Liv Moe of Peru met Chile.")
    assert len(three) == 3
    chain = decide(three, 0.3, lambda pairs: np.array([0.9 if b is not three[2] else 0.9 * (a is three[1]) for a, b, _ in pairs]))
    assert [len(d.evidence) for d in chain] == [2, 1], "the third is like the second alone: half of .9 is too little"


def test_far_candidates_are_not_compared() -> None:
    many = told("Peru's envoy met Chile's minister. " * 60)
    seen: list[int] = []
    decide(many, 0.3, lambda pairs: seen.append(len(pairs)) or np.zeros(len(pairs)))
    assert len(many) == 60 and seen[0] < 60 * 59 / 2
