"""Digests: what one item tells says nothing of who is meant in the next; an ordinary report is one story."""

from __future__ import annotations

from tests.coding.making import PIPELINE
from tests.coding.test_readings import coded
from verbale.coding.page import Page
from verbale.coding.parse import parse
from verbale.coding.scan import scan
from verbale.coding.segment import segment
from verbale.coding.stories import hits_of, stories

DIGEST = """Chad suspends the issuing of visas to nationals of Peru in answer to a ban on travel. (Wire)

Germany formally recognises the government of Niue, with its mission in Wellington looking after ties. (Post)

Australia's parliament approves the country's withdrawal from the commission on whaling. (Gazette)

Finland summons the envoy of Belarus over a plane that crossed the border. (Courier)"""
REPORT = """Norway's minister met Amir Khan Muttaqi in Doha on Monday.

The minister asked for the schools to be opened. Muttaqi promised an answer.

Norway's delegation flew home on Tuesday. It called the talks useful.

Muttaqi went on to Moscow, his spokesman said."""


def pages_of(text: str) -> list[Page]:
    hits = scan(text, "none")
    return [Page(block, doc, hits) for block, doc in parse(text, segment(text), PIPELINE)]


def test_every_item_of_a_digest_is_a_story() -> None:
    parts = stories(pages_of(DIGEST))
    assert [len(part) for part in parts] == [1, 1, 1, 1]
    assert all(hits_of(part) for part in parts)


def test_a_report_is_one_story() -> None:
    assert len(stories(pages_of(REPORT))) == 1


def test_a_statement_of_several_points_is_one_story() -> None:
    ours = DIGEST.replace("Chad suspends", "We note that Chad suspends").replace(
        "Finland summons", "We regret that Finland summons"
    )
    assert len(stories(pages_of(ours))) == 1


def test_no_party_of_one_item_is_taken_into_the_next() -> None:
    of_finland = [e for e in coded(DIGEST, case="none").events if "FIN" in e.parties("source")]
    assert of_finland
    assert all(e.parties() <= {"FIN", "BLR", "BLR-AUTH"} for e in of_finland)


def test_reactions_to_one_meeting_are_one_story() -> None:
    text = (
        "Norway held talks with the Taliban in Oslo on Monday.\n\nGermany's minister Kari Weiss condemned the meeting.\n\n"
        "China welcomed the talks and urged more engagement."
    )
    assert len(stories(pages_of(text))) == 1


def test_the_united_states_are_not_we() -> None:
    text = DIGEST.replace("Germany formally", "US envoys say that Germany formally").replace(
        "Finland summons", "US ally Finland summons"
    )
    assert len(stories(pages_of(text))) > 1


def test_an_item_goes_with_the_story_that_it_takes_up() -> None:
    parts = stories(pages_of(DIGEST + "\n\nNiue sends a first envoy of its own to Berlin. (Wire)"))
    assert [len(part) for part in parts] == [1, 2, 1, 1]
