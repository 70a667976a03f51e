"""Who could take part: everybody at hand, each party once, with numbers that tell where they stand."""

from __future__ import annotations

from verbale.coding import offers
from verbale.coding.coder import Coder
from verbale.coding.draft import Draft
from verbale.coding.scan import scan
from verbale.model import Document


def drafts(text: str) -> list[Draft]:
    document = Document(id="d", sha256="s", text=text, published="2024-05-15", language="en")
    return Coder("none").drafts(document, scan(text, "none"))[0]


def offered(text: str, trigger: str) -> dict[str, dict[str, float]]:
    draft = next(d for d in drafts(text) if d.token.text == trigger and not d.rival)
    return {o.party: dict(zip(offers.NAMES, o.values, strict=True)) for o in draft.offers}


def test_everybody_at_hand_is_offered_once() -> None:
    found = offered("Norway's minister spoke first. Peru's envoy met Chile's minister, and Peru's delegation left.", "met")
    assert set(found) == {"NOR", "PER", "CHL"}


def test_the_numbers_tell_who_stands_where() -> None:
    found = offered("Peru's envoy met Chile's minister in front of the Japanese delegation.", "met")
    assert found["PER"]["source"] and found["PER"]["on:nsubj"] and found["PER"]["before"] and not found["PER"]["target"]
    assert found["CHL"]["target"] and found["CHL"]["on:dobj"] and not found["CHL"]["before"]
    assert not found["JPN"]["source"] and found["JPN"]["here"] and found["JPN"]["down"] == 0


def test_somebody_of_an_earlier_sentence_is_not_here() -> None:
    found = offered("Norway's minister spoke first. Peru's envoy met Chile's minister.", "met")
    assert not found["NOR"]["here"] and found["NOR"]["back"] == 1 and found["PER"]["here"]


def test_every_number_has_a_name() -> None:
    for draft in drafts("Peru's envoy met Chile's minister. He condemned the Taliban's ban on women."):
        assert all(len(o.values) == len(offers.NAMES) for o in draft.offers)
