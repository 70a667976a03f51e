"""Who could take part: everybody at hand, each party once, with numbers that tell where they stand."""

from __future__ import annotations

from tests.coding.reading import read
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
    found = offered("Norway's minister spoke first. Peru's envoy praised Chile's minister, and Peru's delegation left.", "praised")
    assert set(found) == {"NOR", "PER", "CHL"}


def test_the_numbers_tell_who_stands_where() -> None:
    found = offered("Peru's envoy praised Chile's minister in front of the Japanese delegation.", "praised")
    assert found["PER"]["source"] and found["PER"]["on:nsubj"] and found["PER"]["before"] and not found["PER"]["target"]
    assert found["CHL"]["target"] and found["CHL"]["on:dobj"] and not found["CHL"]["before"]
    assert not found["JPN"]["source"] and found["JPN"]["here"] and found["JPN"]["down"] == 0


def test_somebody_of_an_earlier_sentence_is_not_here() -> None:
    found = offered("Norway's minister spoke first. Peru's envoy praised Chile's minister.", "praised")
    assert not found["NOR"]["here"] and found["NOR"]["back"] == 1 and found["PER"]["here"]


def test_nobody_else_is_at_a_meeting_of_which_both_sides_are_named() -> None:
    text = "Peru's envoy met Chile's minister in Lima and held talks with Norway's delegation in Oslo. Kenya's envoy stayed away."
    told = [d for d in drafts(text) if d.held and not d.rival]
    sides = [(d.parties("source"), d.parties("target"), {o.party for o in d.offers}) for d in told]
    assert ({"PER"}, {"CHL"}, {"PER", "CHL"}) in sides
    assert ({"PER"}, {"NOR"}, {"PER", "NOR"}) in sides


def test_who_brought_others_together_is_no_party_to_their_accord() -> None:
    assert "QAT" not in offered("Peru and Chile agreed to a truce under the mediation of Qatar.", "agreed")


def test_what_talks_are_about_is_not_at_them() -> None:
    assert "SYR" not in offered("Peru proposed talks on Syria.", "talks")


def test_every_number_has_a_name() -> None:
    for draft in drafts("Peru's envoy met Chile's minister. He condemned the Taliban's ban on women."):
        assert all(len(o.values) == len(offers.NAMES) for o in draft.offers)


def test_the_people_of_a_country_are_at_hand_and_its_government_is_not() -> None:
    found = offered("Norway's minister thanked the people of Peru in front of the Japanese delegation.", "thanked")
    assert {"NOR", "PER-PPL", "JPN"} <= set(found) and "PER" not in found


def test_a_country_that_is_attacked_may_be_its_people_or_its_state() -> None:
    found = offered("Peru attacked Chile on Monday.", "attacked")
    assert {"CHL", "CHL-PPL"} <= set(found) and "PER-PPL" not in found


def test_a_party_has_all_its_mentions_near_and_speaks_by_the_one_of_which_the_encoder_is_surest() -> None:
    text = "Peru's capital is far away. In Lima, Norway's minister said on Monday that Peru's envoy had met Chile's minister."
    draft = next(d for d in drafts(text) if d.token.text == "met" and not d.rival)
    peru = next(o for o in draft.offers if o.party == "PER")
    assert len(peru.refs) > 1 and len({(r.start, r.end) for r in peru.refs}) == len(peru.refs)
    assert text[peru.ref.start : peru.ref.end] == "Peru's envoy" and peru.deep[0] > 0 > peru.deep[1]


def test_whoever_was_attacked_is_not_blamed_by_those_who_condemn_it() -> None:
    assert "PER" not in offered("Norway condemned the attack on the Peruvian embassy.", "condemned")
    assert "CHL" in offered("Norway condemned Chile's attack on the Peruvian embassy.", "condemned")


def test_officials_of_several_countries_are_not_only_those_of_the_country_visited() -> None:
    text = "Tom West will travel to Almaty. In Almaty, he will meet officials from Kazakhstan, Uzbekistan and Tajikistan."
    found = [d for d in read(text).drafts if d.type == "CONSULT" and d.token.lemma_ == "meet"]
    assert found
    assert all({"KAZ", "UZB", "TJK"} <= {offer.party for offer in d.offers} for d in found)


def test_whoever_asks_others_to_talk_is_not_at_their_talks() -> None:
    assert "PER" not in offered("Peru called on Chile and Norway to resume talks.", "talks")
    assert "PER" in offered("Peru resumed talks with Chile and Norway.", "talks")


def test_who_reports_what_was_done_in_another_country_has_not_done_it() -> None:
    told = "Peru said that three Peruvians were detained"
    assert "PER" not in offered(f"{told} in Chile.", "detained")
    assert "PER" in offered(f"{told} in Lima.", "detained")


def test_who_attended_one_forum_was_not_at_the_next() -> None:
    text = "Peru's minister was at the BRICS summit. Chile's minister attended the {}."
    assert "PER" not in offered(text.format("G20 summit"), "attended")
    assert "PER" in offered(text.format("summit"), "attended")


def test_the_families_whom_a_country_comforts_are_not_its_own() -> None:
    text = "Japan expressed its sympathy to the families of the victims and to the people of Peru."
    assert "JPN-PPL" not in offered(text, "expressed")
    assert "JPN-PPL" in offered("Japan expressed its sympathy to Japanese families in Peru.", "expressed")


def test_a_call_without_a_word_to_whom_is_for_nobody_at_hand() -> None:
    text = "Chile's envoy met Peru's minister. He called {}."
    assert "PER" not in offered(text.format("for restraint"), "called")
    assert "PER" in offered(text.format("on him to show restraint"), "called")
    assert "PER" in offered(text.format("for the release of the fishermen"), "called")
