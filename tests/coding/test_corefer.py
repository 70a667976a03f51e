"""Who is meant by a pronoun, a set or a role: texts of two sentences through the whole coder."""

from __future__ import annotations

import pytest

from tests.coding.reading import read
from tests.coding.test_readings import coded, sides
from verbale.coding.coder import Coder
from verbale.model import Document
from verbale.settings import Settings


def meant(text: str, type_: str, case: str = "afghanistan") -> list[tuple[set[str], set[str]]]:
    found = [e for e in coded(text, case=case).events if e.type == type_]
    return [(set(e.parties("source")), set(e.parties("target"))) for e in found]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Norwegian envoy Kari Dahl arrived in Kabul on Monday. She condemned the Taliban.", {"NOR"}, {"AFG-AUTH"}),
        ("Japan's ambassador met Amir Khan Muttaqi. He accused Pakistan of raids.", {"JPN"}, {"PAK"}),
        ("The UN mission published its report on Tuesday. It condemned the Taliban.", {"UN"}, {"AFG-AUTH"}),
        (
            "The foreign ministers of Norway and Japan spoke on Monday. Both ministers condemned the Taliban.",
            {"NOR", "JPN"},
            {"AFG-AUTH"},
        ),
        ("India and Iran held talks on Sunday. The two countries condemned the Taliban.", {"IND", "IRN"}, {"AFG-AUTH"}),
        (
            "Norway's minister was in Riyadh on Monday. Japan's ambassador came a day later. The two condemned the Taliban.",
            {"NOR", "JPN"},
            {"AFG-AUTH"},
        ),
    ],
)
def test_whom_a_later_sentence_means(text: str, source: set[str], target: set[str]) -> None:
    assert (source, target) in [pair for type_ in ("ACCUSE", "REJECT") for pair in meant(text, type_)]


def test_who_stands_beside_himself_is_asked_for_once() -> None:
    text = "The Chilean minister and himself met Juan Roe of Peru in Lima."
    assert ({"CHL"}, {"PER"}) in meant(text, "CONSULT", case="none")


def test_nobody_acts_towards_himself() -> None:
    text = "The Iranian minister visited Kabul. Amir Khan Muttaqi received him on Monday."
    assert ({"AFG-AUTH"}, {"IRN"}) in meant(text, "CONSULT")


def test_police_of_a_country_belong_to_whoever_rules_it() -> None:
    assert meant("Police detained five Afghan women protesters in Kabul on Sunday.", "COERCE") == [({"AFG-AUTH"}, {"AFG-WOM"})]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("After talks with Peru's Juan Roe, Kari Holm of Norway met the minister of Chile.", {"NOR"}, {"CHL"}),
        ("Norwegian Minister Kari Holm's meeting with her opposite number in Chile drew praise.", {"NOR"}, {"CHL"}),
        ("The Minister of Foreign Affairs of Norway Kari Holm met with the President of Chile Pedro Paz.", {"NOR"}, {"CHL"}),
    ],
)
def test_names_behind_and_beside_an_office(text: str, source: set[str], target: set[str]) -> None:
    assert (source, target) in meant(text, "CONSULT", case="none")


def test_the_person_is_named_and_not_only_the_office() -> None:
    (event,) = coded(
        "The Minister of Foreign Affairs of Norway Kari Holm met with the President of Chile Pedro Paz.", case="none"
    ).events
    assert {p.name for p in event.participants} == {"Kari Holm", "Pedro Paz"}


def test_whoever_confirms_a_meeting_does_not_hold_it() -> None:
    assert not meant("The Norwegian spokesman and the government of Chile confirmed the meeting.", "CONSULT", case="none")


def test_we_of_a_quotation_is_nobody_outside_it() -> None:
    """Those who are quoted as "we, the ministers of A and B" are not the "we" of whoever publishes."""
    text = '"We, the ministers of Norway and Japan, met in Oslo," the paper read. We condemn the Taliban.'
    own = "We, the ministers of Norway and Japan, met in Oslo. We condemn the Taliban."
    both = ({"NOR", "JPN"}, {"AFG-AUTH"})
    assert both in [pair for type_ in ("ACCUSE", "REJECT") for pair in meant(own, type_)]
    assert both not in [pair for type_ in ("ACCUSE", "REJECT") for pair in meant(text, type_)]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        (
            "President Kari Holm of Norway spoke with President Pedro Paz of Chile. The leaders condemned the Taliban.",
            {"NOR", "CHL"},
            {"AFG-AUTH"},
        ),
        ("The minister of Norway met the minister of Chile. They condemned the Taliban.", {"NOR", "CHL"}, {"AFG-AUTH"}),
        (
            "The leaders of Norway, Chile and Japan met in Oslo and issued this.\n\nWe welcome it. We condemn the Taliban.",
            {"NOR", "CHL", "JPN"},
            {"AFG-AUTH"},
        ),
    ],
)
def test_all_who_met_speak(text: str, source: set[str], target: set[str]) -> None:
    assert (source, target) in meant(text, "ACCUSE")


def test_a_stranger_who_speaks_is_nobody_told_of_before() -> None:
    text = "Kenya condemned the Taliban. Ruritonia announced that it had condemned Pakistan."
    assert all("KEN" not in source for source, target in meant(text, "ACCUSE") if "PAK" in target)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Norway met Chile in Oslo. The Taliban condemned the talks. They condemned Norway.", {"AFG-AUTH"}, {"NOR"}),
        ("Norway met Chile in Oslo. Women of Kabul protested. They condemned the Taliban.", {"AFG-WOM"}, {"AFG-AUTH"}),
        ("In Kabul, Norway condemned the Taliban.", {"NOR"}, {"AFG-AUTH"}),
        ("After talks in Moscow, Iran condemned the Taliban.", {"IRN"}, {"AFG-AUTH"}),
    ],
)
def test_others_are_not_mixed_up_with_those_who_met(text: str, source: set[str], target: set[str]) -> None:
    assert (source, target) in meant(text, "ACCUSE")


def test_speakers_within_speakers_have_an_end() -> None:
    assert coded("Its President said that " * 200 + "it condemned the Taliban.") is not None


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        # whoever stands across, and nobody else
        ("Norway's minister met the minister of Japan in Oslo. His guest condemned the Taliban.", {"JPN"}, {"AFG-AUTH"}),
        ("Kari Dahl, the foreign minister of Norway, met the minister of Japan. She condemned the Taliban.", {"NOR"}, {"AFG-AUTH"}),
        # sets by their size, in one breath or one by one
        ("Norway praised the plan. Japan and Chile praised it. The two condemned the Taliban.", {"JPN", "CHL"}, {"AFG-AUTH"}),
        ("Norway, Japan and Chile praised the plan. All three condemned the Taliban.", {"NOR", "JPN", "CHL"}, {"AFG-AUTH"}),
        (
            "Norway's president and Peru's premier spoke. The leaders condemned the Taliban.",
            {"NOR", "PER"},
            {"AFG-AUTH"},
        ),
    ],
)
def test_whom_words_mean_that_name_nobody(text: str, source: set[str], target: set[str]) -> None:
    assert (source, target) in meant(text, "ACCUSE")


def test_what_is_called_on_is_not_what_calls() -> None:
    text = "Norway praised the plan. Pakistan kept silent. It called on Pakistan to reopen the border."
    assert ({"NOR"}, {"PAK"}) in meant(text, "REQUEST")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # no set of three where two were told of; who thanks both sides is on neither
        ("Norway and Japan praised the plan. All three condemned the Taliban.", {"NOR", "JPN"}),
        ("Norway met Japan. Chile thanked both sides. Both sides condemned the Taliban.", {"CHL", "NOR"}),
    ],
)
def test_a_set_of_others_or_of_another_size(text: str, wrong: set[str]) -> None:
    assert all(source != wrong for source, _ in meant(text, "ACCUSE"))


def issued(publisher: str) -> str | None:
    text = "We welcome the talks. We condemn the Taliban."
    found = Coder("afghanistan", Settings(ranker=False)).code(
        Document(id="d", sha256="s", text=text, published="2024-05-15", publisher=publisher)
    )
    return next((p for e in found.events if e.type == "ACCUSE" for p in e.parties("source")), None)


def test_an_organ_with_its_seat_speaks_for_its_country() -> None:
    assert issued("Ministry of Foreign Affairs, Lima") == "PER"
    assert issued("Lima Evening Courier") != "PER"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Indonesian foreign minister Retno Marsudi met Amir Khan Muttaqi in Doha.", "IDN"),
        ("The US peace negotiator Zalmay Khalilzad met Amir Khan Muttaqi in Doha.", "USA"),
        ("Retno Marsudi met Amir Khan Muttaqi in Doha.", "UN"),
    ],
)
def test_for_whom_somebody_acts_is_what_the_words_say_before_what_was_held_on_the_day(text: str, party: str) -> None:
    found = coded(text, case="afghanistan", published="2025-03-15").events
    assert [set(e.parties("source")) for e in found if e.type == "CONSULT"] == [{party}]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Washington sanctioned Nicaragua for its support of Russia.", ("SUPPORT", "NIC", "RUS")),
        ("Peru accused Chile of breaking a treaty it signed with Bolivia.", ("AGREE", "CHL", "BOL")),
        ("Egypt urged Jordan to respect a truce it signed with Israel.", ("AGREE", "JOR", "ISR")),
        ("Iran said it would honour a deal it signed with France.", ("AGREE", "IRN", "FRA")),
    ],
)
def test_whose_deed_is_judged_or_to_be_kept(text: str, act: tuple[str, str, str]) -> None:
    type_, source, target = act
    found = [d for d in read(text).drafts if d.type == type_]
    assert any(d.parties("source") == {source} and d.parties("target") == {target} for d in found)


def test_who_gives_thanks_has_not_done_what_the_thanks_are_for() -> None:
    found = [
        d for d in read("Brazil thanked Chile for its firm condemnation of the raid.").drafts if d.token.lemma_ == "condemnation"
    ]
    assert found
    assert all(d.parties("source") <= {"CHL"} for d in found)


@pytest.mark.parametrize(("told", "who"), [("vice president praised Chile", "PER"), ("president praised Peru", "CHL")])
def test_a_president_and_a_vice_president_are_two(told: str, who: str) -> None:
    text = f"Vice President Jane Roe of Peru met President John Doe of Chile. The {told}."
    found = coded(text, case="none").events
    assert [sorted(e.parties("source")) for e in found if e.type == "SUPPORT"] == [[who]]


def test_a_title_that_few_states_have_is_that_of_the_one_told_of() -> None:
    text = "Britain praised Nepal. Foreign Secretary John Roe was in Lima, Peru. Foreign Secretary Roe met Peru's president."
    found = coded(text, case="none").events
    assert [sides(e) for e in found if e.mode == "meet"] == [(["GBR"], ["PER"])]
