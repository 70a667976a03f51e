"""Minimal pairs through the whole coder: one word changes, and so must what is coded."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import some
from verbale.coding.coder import Coder
from verbale.model import Coded, Document, Event
from verbale.settings import Settings


def coded(text: str, case: str = "afghanistan", published: str = "2023-05-10", **fields: str) -> Coded:
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(id="d", sha256=digest, text=text, published=published, **{"language": "en", **fields})
    return Coder(case, Settings(ranker=False)).code(document)


def events(text: str, **fields: str) -> list[tuple[str, str, str]]:
    return [(e.type, e.mode, e.status) for e in coded(text, **fields).events if e.complete]


def sides(event: Event) -> tuple[list[str], list[str]]:
    return sorted(event.parties("source")), sorted(event.parties("target"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Norwegian envoy met Amir Khan Muttaqi in Kabul.", [("CONSULT", "meet", "happened")]),
        ("The Norwegian envoy will meet Amir Khan Muttaqi in Kabul.", [("CONSULT", "meet", "planned")]),
        ("The Norwegian envoy would have met Amir Khan Muttaqi in Kabul.", []),
        ("Amir Khan Muttaqi should have been in Pakistan on 4 August.", []),
        ("Norway held no talks with the Taliban.", []),
        ("Oman will engage in consultations with Norway.", [("CONSULT", "meet", "planned")]),
        ("Norway engaged in consultations with Oman.", [("CONSULT", "meet", "happened")]),
        ("Norway said it would send aid to Peru.", [("AID", "humanitarian", "planned")]),
        ("Norway said it would meet the Taliban if they opened schools.", [("CONSULT", "meet", "proposed")]),
        ("Kenya donated 40 million shillings to Somalia.", [("AID", "humanitarian", "happened")]),
        ("The ministers discussed Kenya's delivery of generators to Somalia.", [("AID", "humanitarian", "happened")]),
        ("The ministers discussed Kenya's planned delivery of generators to Somalia.", [("AID", "humanitarian", "planned")]),
        ("The ministers discussed Kenya's imposition of tariffs on Somalia.", [("SANCTION", "sanction", "happened")]),
        ("Kenya mounted a cyberattack on Somalia.", [("ASSAULT", "attack", "happened")]),
        ("Kenya's talks with Somalia were about cyberattacks.", [("CONSULT", "meet", "happened")]),
        ("The Norwegian envoy did not meet Amir Khan Muttaqi in Kabul.", []),
        ("No envoy of Norway met Amir Khan Muttaqi in Kabul.", []),
        ("Did the Norwegian envoy meet Amir Khan Muttaqi in Kabul?", []),
        ("A visit of the Norwegian envoy to Kabul was called off.", [("CONSULT", "visit", "cancelled")]),
        ("Norway called on the Taliban to reopen the schools.", [("REQUEST", "urge", "happened")]),
        ("The Norwegian envoy called on Amir Khan Muttaqi on Monday.", [("CONSULT", "meet", "happened")]),
        ("Not one government has recognised the Taliban.", []),
        ("Norway does not recognise the Taliban.", [("SUPPORT", "recognise", "denied")]),
    ],
)
def test_one_word_decides(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert events(text) == expected


def test_a_refusal_is_a_rejection_and_a_meeting_refused() -> None:
    found = set(events("The Taliban refused to meet the UN envoy."))
    assert {("REJECT", "refuse", "happened"), ("CONSULT", "meet", "refused")} <= found


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("The dispute led to clashes between Thai and Cambodian troops.", "ASSAULT", (["THA"], ["KHM"])),
        ("Chile has been one of the sharpest critics of Peru.", "ACCUSE", (["CHL"], ["PER"])),
        ("Chile's minister, a longtime critic of Peru, left Lima.", "ACCUSE", (["CHL"], ["PER"])),
        ("Chile's envoy spoke alongside Peru's minister in Oslo.", "CONSULT", (["CHL"], ["PER"])),
        ("The Security Council approved an exemption for Peru's minister to visit Oslo.", "CONSULT", (["PER"], [])),
    ],
)
def test_whose_an_act_is_that_a_noun_or_an_aside_tells(text: str, type_: str, expected: tuple[list[str], list[str]]) -> None:
    assert expected in [sides(e) for e in coded(text, "none", "2020-05-10").events if e.type == type_]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and France expelled each other's diplomats.", (["TCD"], ["FRA"])),
        ("Peru and Mexico withdrew their ambassadors.", (["PER"], ["MEX"])),
        ("Germany and Italy expelled Russian diplomats.", (["DEU", "ITA"], ["RUS"])),
    ],
)
def test_two_who_expel_diplomats_hit_each_other_where_no_third_is_named(text: str, expected: tuple[list[str], list[str]]) -> None:
    assert [sides(e) for e in coded(text, "none", "2020-05-10").events if e.type == "SANCTION"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran condemned Pakistan.", (["IRN"], ["PAK"])),
        ("Pakistan condemned Iran.", (["PAK"], ["IRN"])),
        ("Pakistan was condemned by Iran.", (["IRN"], ["PAK"])),
        ("Chinese and Russian diplomats condemned the Taliban.", (["CHN", "RUS"], ["AFG-AUTH"])),
    ],
)
def test_who_did_it_to_whom(text: str, expected: tuple[list[str], list[str]]) -> None:
    assert [sides(e) for e in coded(text).events] == [expected]


@pytest.mark.parametrize(("day", "party"), [("2020-02-01", "AFG-ARM"), ("2023-05-10", "AFG-AUTH"), ("1998-05-10", "AFG-AUTH")])
def test_who_the_taliban_are_depends_on_the_day(day: str, party: str) -> None:
    (event,) = coded("The German envoy met the Taliban in Doha.", published=day).events
    assert sides(event)[1] == [party]


@pytest.mark.parametrize(
    ("group", "party"),
    [
        ("women activists", "AFG-WOM"),
        ("journalists", "AFG-MED"),
        ("refugees", "AFG-REF"),
        ("religious scholars", "AFG-REL"),
        ("former officials", "AFG-FMR"),
        ("civil society representatives", "AFG-CSO"),
    ],
)
def test_a_class_of_a_countrys_people_is_a_party(group: str, party: str) -> None:
    (event,) = coded(f"The EU envoy met Afghan {group} in Oslo.").events
    assert sides(event) == (["EU"], [party])


def test_pronouns_and_the_two_sides_are_followed() -> None:
    text = "The Japanese ambassador met Amir Khan Muttaqi on Monday. He urged the Taliban to release a doctor."
    text += " The two sides signed a memorandum."
    found = {e.type: sides(e) for e in coded(text).events}
    assert found["REQUEST"] == (["JPN"], ["AFG-AUTH"])
    assert sorted(found["AGREE"][0] + found["AGREE"][1]) == ["AFG-AUTH", "JPN"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Swiss envoy said the Taliban's new edict was utterly unacceptable.", ("ACCUSE", ["CHE"], ["AFG-AUTH"])),
        ("Norway described the Taliban's decree as an insult to every Afghan.", ("ACCUSE", ["NOR"], ["AFG-AUTH"])),
        ("Spain said the Taliban were committing grave abuses in Herat.", ("ACCUSE", ["ESP"], ["AFG-AUTH"])),
        ("The Taliban's edict drew sharp criticism from Japan.", ("ACCUSE", ["JPN"], ["AFG-AUTH"])),
        ("Iran said the Taliban's claims were baseless.", ("REJECT", ["IRN"], ["AFG-AUTH"])),
        ("India said Pakistan's raids would not go unanswered.", ("THREATEN", ["IND"], ["PAK"])),
        ("China said it would not hesitate to act if the Taliban ignored the deadline.", ("THREATEN", ["CHN"], ["AFG-AUTH"])),
        ("Turkey gave the Taliban until Friday to free the doctor.", ("REQUEST", ["TUR"], ["AFG-AUTH"])),
        ("Qatar called for schools to be reopened by the Taliban.", ("REQUEST", ["QAT"], ["AFG-AUTH"])),
        ("Germany issued a statement urging the Taliban to lift the ban.", ("REQUEST", ["DEU"], ["AFG-AUTH"])),
        ("The Taliban's curbs amount to persecution, Spain said.", ("ACCUSE", ["ESP"], ["AFG-AUTH"])),
        ("Iran is not ready to talk with the Taliban.", ("REJECT", ["IRN"], ["AFG-AUTH"])),
        ("There will be consequences for the Taliban, Oman said.", ("THREATEN", ["OMN"], ["AFG-AUTH"])),
        ("Italy said the rescuers had gone home, urging the Taliban to talk.", ("REQUEST", ["ITA"], ["AFG-AUTH"])),
    ],
)
def test_what_is_said_of_somebody_is_aimed_at_them(text: str, said: tuple[str, list[str], list[str]]) -> None:
    assert said in [(e.type, *sides(e)) for e in coded(text).events]


def test_comments_are_aimed_at_whoever_did_the_deed() -> None:
    text = "Russia recognised the Taliban on Thursday. China welcomed the step. Norway condemned it."
    assert [(e.type, *sides(e)) for e in coded(text).events if e.mode in ("praise", "criticise")] == [
        ("SUPPORT", ["CHN"], ["RUS"]),
        ("ACCUSE", ["NOR"], ["RUS"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban gave Norway assurances that they would not allow attacks on Norway.",
        "Norway called for sanctions on the Taliban.",
    ],
)
def test_what_is_only_promised_or_asked_of_others_is_no_refusal_or_demand(text: str) -> None:
    assert not {"REJECT", "REQUEST"} & {e.type for e in coded(text).events if e.complete}


def test_those_who_spoke_go_on_speaking() -> None:
    text = (
        "The ministers of Norway and Spain blamed the Taliban for the plight of the Afghan people. They urged the Taliban to talk."
    )
    assert [sides(e)[0] for e in coded(text).events if e.type == "REQUEST"] == [["ESP", "NOR"]]


def test_a_quotation_takes_the_speaker_that_stands_behind_it() -> None:
    text = '"We condemn the Taliban for this. It must never happen again," the Swiss envoy said.'
    assert ("ACCUSE", ["CHE"]) in [(e.type, sides(e)[0]) for e in coded(text).events]


def test_whom_something_is_asked_for_is_not_asked() -> None:
    text = "Norway met the Taliban in Kabul. Norway demanded the release of Afghan journalists."
    assert [sides(e)[1] for e in coded(text).events if e.type == "REQUEST"] == [["AFG-AUTH"]]


def test_a_list_belongs_to_its_lead_in() -> None:
    text = "During the visit the Swiss envoy met:\n- the ambassador of Japan;\n- Afghan women activists;\n- the head of UNAMA."
    (event,) = [e for e in coded(text).events if e.mode == "meet"]
    assert event.parties() == {"CHE", "JPN", "AFG-WOM", "UN"}


def test_we_is_whoever_issues_the_statement() -> None:
    text = "We condemn the Taliban for the ban. We urge the Taliban to lift it."
    assert {tuple(sides(e)[0]) for e in coded(text, publisher="Ministry of Foreign Affairs of Norway").events} == {("NOR",)}


def test_headline_and_lead_are_one_event() -> None:
    text = "Indian envoy meets Muttaqi in Kabul\n\nThe Indian envoy met Amir Khan Muttaqi in Kabul on Tuesday."
    assert events(text) == [("CONSULT", "meet", "happened")]


def test_furniture_is_never_coded() -> None:
    text = "The Indian envoy met Amir Khan Muttaqi in Kabul.\n\nRelated articles\n\nRussia condemned the Taliban on Monday."
    assert events(text) == [("CONSULT", "meet", "happened")]


def test_what_is_not_coded_says_why() -> None:
    assert "language" in (coded("Der Gesandte traf den Minister.", language="de").skipped or "")
    assert "gate" in (coded("The match was won by three goals to nil.").skipped or "")


def test_an_act_outside_the_case_is_marked() -> None:
    assert [e.in_case for e in coded("The French minister met the Brazilian minister in Paris.").events] == [False]


@settings(max_examples=some(25), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200), st.sampled_from(["The Taliban met ", "Iran condemned ", "the envoy of ", ""]))
def test_no_text_breaks_it_and_evidence_is_what_stands_there(noise: str, lead: str) -> None:
    text = f"{lead}{noise} in Kabul, and Russia urged China to act."
    found = coded(text, case="none").events
    assert all(text[e.start : e.end] == e.text for event in found for e in event.evidence)
    assert all(0 <= p.start < p.end <= len(text) for event in found for p in event.participants)
    assert len({event.id for event in found}) == len(found)


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Germany's finance minister pointed out that US tariffs hurt everyone.", [(["DEU"], ["USA"])]),
        ("Turkey's minister said the Iranian fire looked like a deliberate attack.", [(["TUR"], ["IRN"])]),
        ("Macron said that the flood had damaged the bridge in Kenya.", []),
        ("Modi said India's growth looked like a success.", []),
    ],
)
def test_what_is_said_of_a_deed_blames_whose_it_is(text: str, blamed: list[tuple[list[str], list[str]]]) -> None:
    assert [sides(e) for e in coded(text, case="none").events if e.type == "ACCUSE"] == blamed
