"""What a frame asks of its clause: names joined by a hyphen, rules laid on women, what is somebody's to do."""

from __future__ import annotations

import pytest

from tests.coding.reading import read
from tests.coding.test_readings import coded, sides
from verbale.model import Event


def told(text: str, kind: str, case: str = "none") -> list[Event]:
    return [e for e in coded(text, case=case).events if e.type == kind]


@pytest.mark.parametrize(
    ("text", "mode", "parties"),
    [
        ("The France-Italy Summit was held in Naples.", "meet", (["FRA"], ["ITA"])),
        ("The 5th India-Maldives Defence Cooperation Dialogue was held on Friday.", "meet", (["IND"], ["MDV"])),
        ("They spoke of the outcomes of last month's U.S.-ASEAN Special Summit.", "meet", (["USA"], ["ASEAN"])),
        ("A Japan-U.S.-ROK phone call took place on Friday.", "call", (["JPN"], ["KOR", "USA"])),
    ],
)
def test_those_whom_a_hyphen_joins_before_an_occasion_meet(text: str, mode: str, parties: tuple[list[str], list[str]]) -> None:
    (event,) = told(text, "CONSULT")
    assert (event.mode, sides(event)) == (mode, parties)


@pytest.mark.parametrize("text", ["The France-Italy border was closed.", "The Doha Summit was held on Friday."])
def test_other_things_named_after_two_are_no_occasion(text: str) -> None:
    assert not told(text, "CONSULT")


@pytest.mark.parametrize(
    "text",
    [
        "The announcement by the Taliban that women must cover their faces drew an outcry.",
        "The Taliban decided that girls may not attend school.",
        "The Taliban announced that girls may only leave home with a guardian.",
    ],
)
def test_what_women_must_or_may_not_do_is_coerced(text: str) -> None:
    (event,) = told(text, "COERCE", "afghanistan")
    assert sides(event) == (["AFG-AUTH"], ["AFG-WOM"])


def test_what_they_may_do_is_not() -> None:
    assert not told("The Taliban announced that women may return to work.", "COERCE", "afghanistan")


@pytest.mark.parametrize("whose", ["the duty of Ethiopia", "the responsibility of Ethiopia", "incumbent upon Ethiopia"])
def test_what_is_somebodys_to_do_is_asked_of_them(whose: str) -> None:
    (event,) = told(f"It is {whose} to share the data, the Egyptian foreign minister said.", "REQUEST")
    assert sides(event) == (["EGY"], ["ETH"])


def test_a_duty_that_is_told_of_is_asked_of_nobody() -> None:
    assert not told("The duty of Ethiopia was discussed in Cairo, the Egyptian foreign minister said.", "REQUEST")


def test_what_goes_without_recognition_recognises_nothing() -> None:
    assert not [
        d for d in read("The government of Malawi would face non-recognition, Canada warned.").drafts if d.mode == "recognise"
    ]


def test_whoever_is_met_as_well_is_one_of_those_met() -> None:
    (event,) = told("The German foreign minister met President Kais Saied as well as Tunisian journalists.", "CONSULT")
    assert sides(event) == (["DEU"], ["TUN", "TUN-MED"])


@pytest.mark.parametrize(("doing", "held"), [("import more tea from", True), ("know more about", False)])
def test_readiness_to_trade_is_readiness_to_cooperate(doing: str, held: bool) -> None:
    found = read(f"Kenya is willing to {doing} Somalia.").drafts
    assert any(d.held for d in found if (d.token.text, d.type) == ("willing", "COOPERATE")) == held
