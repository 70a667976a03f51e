"""Those who are only told of in an act of blame, penalty or asking."""

from __future__ import annotations

import pytest

from tests.coding.reading import read


def told(text: str, type_: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    found = [d for d in read(text).drafts if d.type == type_]
    return [(d.parties("source"), d.parties("target")) for d in found if d.held]


def offered(text: str, type_: str) -> set[str]:
    return {offer.party for d in read(text).drafts if d.type == type_ for offer in d.offers}


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Kenya condemned the killing of the Somali governor.", "SOM"),
        ("India condemned the terrorist attack in Moscow.", "RUS"),
        ("France condemned the assassination of the Haitian president.", "HTI"),
        ("Canada is concerned about the drought in Ethiopia.", "ETH"),
        ("Kenya opposes the sanctions against Zimbabwe.", "ZWE"),
    ],
)
def test_whom_it_befalls_is_not_blamed(text: str, victim: str) -> None:
    assert victim not in offered(text, "ACCUSE") | offered(text, "REJECT")


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Germany condemned Russia's attack on Odesa.", "RUS"),
        ("Kenya condemned the killing of the governor by al-Shabaab.", "SOM-ARM"),
        ("Qatar condemned the Israeli bombing of a school.", "ISR"),
        ("The EU voiced concern over the human rights situation in Iran.", "IRN"),
    ],
)
def test_who_did_it_or_answers_for_it_is(text: str, blamed: str) -> None:
    assert any(blamed in whom for _, whom in told(text, "ACCUSE"))


def test_a_place_may_answer_for_what_is_done_to_those_who_protest_there() -> None:
    assert "IRN" in offered("Turkey condemned the killing of protesters in Iran.", "ACCUSE")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya objects to the sanctions on Syria.",
        "Kenya called for tougher sanctions on Syria.",
        "Kenya opposes the sanctions on Syria.",
    ],
)
def test_who_opposes_or_wants_a_penalty_imposes_none(text: str) -> None:
    told_of = [d for d in read(text).drafts if d.type == "SANCTION" and d.token.lemma_ == "sanction"]
    assert told_of
    assert not any(offer.party == "KEN" for d in told_of for offer in d.offers)


def test_who_imposes_it_does() -> None:
    assert ({"USA"}, {"CUB"}) in told("Chile criticised the sanctions imposed by the United States on Cuba.", "SANCTION")


@pytest.mark.parametrize(
    "text",
    ["Costa Rica appealed for calm in Haiti.", "Latvia called for more pressure on Haiti.", "Peru called for a truce in Haiti."],
)
def test_where_or_against_whom_it_is_wished_is_not_asked(text: str) -> None:
    assert "HTI" not in offered(text, "REQUEST")


def test_who_is_asked_is() -> None:
    assert ({"EGY"}, {"ISR"}) in told("Egypt called on Israel to agree to a truce in Gaza.", "REQUEST")


def test_a_states_own_security_council_is_not_that_of_the_un() -> None:
    assert ({"TUR"}, {"IRQ"}) in told("Turkey's National Security Council called on Iraq to secure the border.", "REQUEST")
    assert ({"UN"}, {"IRQ"}) in told("The Security Council called on Iraq to secure the border.", "REQUEST")


@pytest.mark.parametrize(
    ("text", "type_", "aside"),
    [
        ("Canada denounced the bombing that killed four Peruvian farmers in Chile.", "ASSAULT", "CAN"),
        ("Norway's ministry condemned the attack targeting Peru's ambassador.", "ASSAULT", "NOR"),
        ("Iran backed the Kurdish militia in its fight against Turkey.", "SUPPORT", "TUR"),
        ("Qatar condemned the blast in Beirut on Monday.", "ACCUSE", "LBN"),
    ],
)
def test_who_judges_violence_does_not_commit_it_nor_is_the_enemy_backed(text: str, type_: str, aside: str) -> None:
    assert aside not in offered(text, type_)


def test_who_launched_an_attack_that_killed_did_it() -> None:
    assert "RUS" in offered("Russia launched an attack that killed three Georgian farmers.", "ASSAULT")
