"""Acts that are told not to be done are none, whatever their type; beside them what is done stays."""

from __future__ import annotations

import pytest

from tests.coding.reading import read


def told(text: str) -> set[tuple[str, str]]:
    kinds = ("ACCUSE", "SANCTION", "AGREE", "SUPPORT")
    return {(d.type, t) for d in read(text).drafts for t in d.parties("target") if d.type in kinds}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has not condemned Rwanda.",
        "Chile stopped short of blaming Peru.",
        "Oman avoided criticising Qatar.",
        "Japan has yet to impose sanctions on Myanmar.",
        "Serbia declined to follow and expel Russian envoys.",
        "Norway ruled out expelling Georgian diplomats.",
        "Laos did not sign the agreement with Nepal.",
        "Uganda gave no praise to Rwanda.",
        "Ghana voted without criticising Togo.",
        "Ghana threatened to close its embassy in Lome.",
        "Ghana has threatened to impose sanctions on Togo.",
        "Ghana will begin lifting sanctions on Togo.",
    ],
)
def test_what_is_not_done_is_no_act(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway did not hesitate to condemn Belarus.", ("ACCUSE", "BLR-AUTH")),
        ("Kenya cannot fail to condemn Rwanda.", ("ACCUSE", "RWA")),
        ("Not only did Canada condemn Iran, it also recalled its envoy.", ("ACCUSE", "IRN")),
        ("Instead of blaming Peru, India praised Chile.", ("SUPPORT", "CHL")),
        ("Spain did not attend and condemned Cuba.", ("ACCUSE", "CUB")),
    ],
)
def test_what_is_done_beside_it_stays(text: str, act: tuple[str, str]) -> None:
    assert act in told(text)


def told_of(text: str, kind: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [(d.parties("source"), d.parties("target")) for d in read(text).drafts if d.type == kind]


@pytest.mark.parametrize(
    "text",
    ["Japan postponed its sanctions on Iran.", "Tariffs on Iranian rugs were halved by Japan.", "Japan paused a 10% duty on Iran."],
)
def test_a_penalty_put_off_or_lowered_is_a_concession(text: str) -> None:
    assert ({"JPN"}, {"IRN"}) in told_of(text, "CONCEDE")
    assert not told_of(text, "SANCTION")


def test_aid_put_off_is_a_penalty() -> None:
    assert told_of("Japan suspended its aid to Ethiopia.", "SANCTION")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peruvian copper has been hit with a 50% tariff by Chile.", "SANCTION"),
        ("Peruvian fruit now faces Chilean duties of 20%.", "SANCTION"),
        ("Chile taxed Peruvian fruit in retaliation.", "SANCTION"),
        ("Chile threatened duties on Peruvian fruit.", "THREATEN"),
    ],
)
def test_duties_in_other_words_than_impose(text: str, kind: str) -> None:
    assert ({"CHL"}, {"PER"}) in told_of(text, kind)
    assert not told_of(text, "ASSAULT")
    assert kind == "SANCTION" or not told_of(text, "SANCTION")


def test_closer_ties_agreed_on_are_the_agreement_alone() -> None:
    assert not told_of("Ghana and Togo pledged to deepen cooperation.", "COOPERATE")
    assert told_of("Ghana and Togo deepened cooperation.", "COOPERATE")


def test_a_joint_press_conference_is_a_meeting() -> None:
    assert ({"ESP"}, {"KEN"}) in told_of("Spain's premier spoke at a news conference with the Kenyan president.", "CONSULT")
