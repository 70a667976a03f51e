"""What stands of rival readings, and who takes part: own sentences through the whole coder with its models."""

from __future__ import annotations

import pytest

from verbale import Settings
from verbale.coding.coder import Coder
from verbale.model import Document, Event


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder("afghanistan", Settings())


def read(coder: Coder, text: str, type_: str | None = None) -> list[Event]:
    found = coder.code(Document(id="d", sha256="s", text=text, published="2024-05-15", language="en"))
    return [e for e in found.events if type_ in (None, e.type)]


def sides(event: Event) -> tuple[set[str], set[str]]:
    return set(event.parties("source")), set(event.parties("target"))


@pytest.mark.parametrize(
    ("text", "told", "never"),
    [
        ("Norway's minister expressed condemnation of the Taliban's ban on schools.", ("ACCUSE", "NOR", "AFG-AUTH"), "SUPPORT"),
        ("Chile's minister rejected Peru's demand that it close the border.", ("REJECT", "CHL", "PER"), "REQUEST"),
    ],
)  # fmt: skip
def test_the_word_that_utters_an_act_is_none_of_its_own(coder: Coder, text: str, told: tuple[str, str, str], never: str) -> None:
    found = read(coder, text)
    assert told in [(e.type, *e.parties("source"), *e.parties("target")) for e in found]
    assert not [e for e in found if e.type == never and set(e.parties("source")) == {told[1]}]


def test_sanctions_that_are_lifted_are_not_imposed(coder: Coder) -> None:
    found = read(coder, "Norway lifted all sanctions on the Taliban on Monday.")
    assert [e.type for e in found] == ["CONCEDE"]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Chile, Norway and Kenya met in Oslo on Monday and called on Iran to halt its attacks.",
        "Iran's spokesman said that the ministers of Chile, Norway and Kenya had met in Oslo.",
    ],
)
def test_those_who_meet_stand_on_both_sides_and_nobody_else_does(coder: Coder, text: str) -> None:
    (source, target), *more = [sides(e) for e in read(coder, text, "CONSULT")]
    assert source and target and source | target == {"CHL", "NOR", "KEN"} and not more


def test_a_town_does_not_bring_its_country_to_the_talks(coder: Coder) -> None:
    found = read(coder, "After talks in Istanbul, Turkey, the governments of Peru and Chile agreed on a truce.", "CONSULT")
    assert [set(e.parties()) for e in found] == [{"PER", "CHL"}]


def test_who_tells_of_the_own_meeting_was_there(coder: Coder) -> None:
    assert ({"PAK"}, {"AFG-AUTH"}) in [
        sides(e) for e in read(coder, "Pakistan said the meeting with the Taliban took place in Kabul.")
    ]


def test_a_minority_in_a_list_is_a_party_of_its_own(coder: Coder) -> None:
    text = "The Taliban closed the road. Thomas West met returnees, Hazara elders and poets in Kabul."
    assert ({"USA"}, {"AFG-REF", "AFG-MIN", "AFG-CSO"}) in [sides(e) for e in read(coder, text, "CONSULT")]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("In their last meeting, Chile beat Peru 3-1 in Lima.", False),
        ("Chile will meet Peru in Oslo in a warm-up for the World Cup.", False),
        ("Chile's foreign minister met Peru's foreign minister at the World Cup in Oslo.", True),
        ("Chile will meet Peru in Oslo on the border dispute.", True),
    ],
)
def test_teams_that_play_do_not_meet_as_states(coder: Coder, text: str, met: bool) -> None:
    assert bool(read(coder, text)) == met


def test_whom_a_list_names_are_those_met_in_general_words(coder: Coder) -> None:
    text = (
        "During a meeting with regional envoys, Muttaqi said sanctions must end. The meeting was attended by representatives of {}."
    )
    assert [sides(e) for e in read(coder, text.format("China, Iran and Pakistan"), "CONSULT")] == [
        ({"AFG-AUTH"}, {"CHN", "IRN", "PAK"})
    ]


def test_envoys_met_another_day_are_others(coder: Coder) -> None:
    found = read(coder, "Muttaqi met foreign diplomats on Monday. On Tuesday he met Iran's ambassador.", "CONSULT")
    assert [sides(e) for e in found] == [({"AFG-AUTH"}, {"WORLD"}), ({"AFG-AUTH"}, {"IRN"})]
