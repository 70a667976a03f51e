from __future__ import annotations

import pytest

from tests.coding.making import context, draft
from verbale.coding.coder import Coder
from verbale.coding.where import Where, dated_from, place_of
from verbale.model import Document

TWO = {"The minister": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}


def place(text: str, trigger: str, kind: str = "CONSULT", mode: str = "meet", **more: dict[str, tuple[str, str]]) -> Where | None:
    made = context(text)
    act = draft(made, trigger, kind, mode, more.get("who", TWO))
    return place_of(act, made.pages) or dated_from(act, made.world, made.dateline)


@pytest.mark.parametrize(
    ("text", "trigger", "mode", "city", "country"),
    [
        ("The minister met the Taliban in Doha.", "met", "meet", "Doha", "QAT"),
        ("The minister met the Taliban in a Doha hotel.", "met", "meet", "Doha", "QAT"),
        ("The minister travelled to Kabul with the Taliban.", "travelled", "visit", "Kabul", "AFG"),
        ("The minister visited Tashkent with the Taliban.", "visited", "visit", "Tashkent", "UZB"),
        ("The minister met the Taliban in the Norwegian capital.", "met", "meet", "Oslo", "NOR"),
    ],
)
def test_an_occasion_is_where_its_words_put_it(text: str, trigger: str, mode: str, city: str, country: str) -> None:
    found = place(text, trigger, mode=mode)
    assert found is not None
    assert (found.place, found.country) == (city, country)


def test_a_visit_to_a_country_has_no_city() -> None:
    found = place("The minister visited Pakistan with the Taliban.", "visited", mode="visit")
    assert found is not None
    assert (found.place, found.country) == (None, "PAK")


def test_a_topic_is_no_place() -> None:
    assert place("The minister met the Taliban to discuss the situation in Kabul.", "met") is None


def test_speech_and_calls_have_no_place() -> None:
    assert place("The minister urged the Taliban to reopen schools in Kabul.", "urged", "REQUEST", "urge") is None
    assert place("The minister phoned the Taliban in Kabul.", "phoned", "CONSULT", "call") is None


def test_whoever_receives_at_the_office_is_at_home() -> None:
    who = {"The Taliban": ("source", "AFG-AUTH"), "the minister": ("target", "NOR")}
    found = place("The Taliban received the minister at the foreign ministry.", "received", who=who)
    assert found is not None
    assert (found.place, found.rule) == ("Kabul", "office of the host")


def test_the_dateline_is_the_place_of_a_meeting_at_home_there() -> None:
    found = place("KABUL (Agency) - The minister met the Taliban on Monday for an hour of talks.", "met")
    assert found is not None
    assert (found.place, found.country, found.rule) == ("Kabul", "AFG", "dateline")


def test_a_sentence_may_begin_with_a_place_of_its_subject() -> None:
    text = (
        "In the first trip of its kind, a team led by J.P. Singh, joint secretary in the MEA, "
        "called on acting foreign minister Amir Khan Muttaqi at Kabul on Thursday."
    )
    document = Document(id="d", sha256="s", text=text, published="2024-05-15")
    found = {e.place for e in Coder("afghanistan").code(document).events}
    assert "Kabul" in found


def told(text: str, case: str = "none") -> set[tuple[str, str | None]]:
    """Type and place of every act of a short page."""
    events = Coder(case).code(Document(id="d", sha256="s", text=text, published="2024-05-15")).events
    return {(e.type, e.place) for e in events if e.complete}


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Saudi Arabia's king attended a Camp David summit with President Biden.", "Camp David"),
        ("Moscow hosted a Taliban delegation in October, with ten countries of the region at the table.", "Moscow"),
        ("On a four-nation trip, the US envoy John Roe visited Beijing and met with Chinese officials.", "Beijing"),
        ("The Taliban delegation took part in the Doha meeting on Sunday.", "Doha"),
        ("Israel will send a delegation to Rome for talks with Qatar and Egypt.", "Rome"),
    ],
)
def test_an_occasion_has_the_city_that_it_is_called_by_or_that_was_gone_to(text: str, city: str) -> None:
    assert {place for kind, place in told(text, "afghanistan") if kind == "CONSULT"} == {city}


def test_what_is_said_at_an_occasion_has_no_place_of_its_own() -> None:
    page = "Norway's envoy met the Taliban in Doha on Monday. He urged the Taliban to reopen the schools."
    assert told(page, "afghanistan") == {("CONSULT", "Doha"), ("REQUEST", None)}


def test_where_an_office_stands_is_not_where_its_people_met_somebody_before() -> None:
    page = "The head of the EU office in Kabul thanked the Taliban in a letter. The EU envoy met Afghan women in March."
    assert ("CONSULT", "Kabul") not in told(page, "afghanistan")
