"""Parses of news in the present tense, mended: own sentences whose verbs the parser takes for nouns."""

from __future__ import annotations

import pytest

from tests.coding.making import PIPELINE
from tests.coding.test_readings import coded
from verbale.coding.parse import parse
from verbale.coding.segment import segment
from verbale.coding.tokens import Text


def read(line: str) -> Text:
    ((_, found),) = parse(line, segment(line), PIPELINE)
    return found


@pytest.mark.parametrize(
    ("line", "verb", "lemma"),
    [
        ("Peru's external affairs ministry summons the ambassador of Chile after a tanker was attacked.", "summons", "summon"),
        ("U.S. Secretary of State Marco Rubio notifies Congress that the U.S. will remove Syria.", "notifies", "notify"),
    ],
)  # fmt: skip
def test_a_sentence_without_a_verb_is_read_once_more(line: str, verb: str, lemma: str) -> None:
    root = next(t for t in read(line) if t.head is t and not t.is_space)
    assert (root.text, root.lemma_, root.pos_) == (verb, lemma, "VERB")


def test_words_and_their_places_stay_as_they_are() -> None:
    line = "Peru's external affairs ministry summons the ambassador of Chile over the seizure of a tanker in the Gulf."
    found = read(line)
    assert found.text == line
    assert all(line[t.idx : t.idx + len(t.text)] == t.text for t in found)


def test_the_last_of_several_who_act_is_no_part_of_the_verb() -> None:
    found = read("Canada, the EU, and Turkey call for the launch of an official investigation.")
    turkey = next(t for t in found if t.text == "Turkey")
    assert (turkey.dep_, turkey.head.text) == ("conj", "Canada")


def test_a_title_without_a_verb_stays_one() -> None:
    found = read("Relations of Chile and Peru, trade wars and the sanctions of the European Union.")
    assert not any(t.pos_ == "VERB" for t in found)


@pytest.mark.parametrize(
    ("line", "kind", "status"),
    [
        ("The United States will re-impose full sanctions against Iran.", "SANCTION", "planned"),
        ("Norway re-opened its embassy in Kabul on Monday.", "COOPERATE", "happened"),
    ],
)
def test_what_is_done_again_is_done(line: str, kind: str, status: str) -> None:
    assert (kind, status) in [(e.type, e.status) for e in coded(line).events]


@pytest.mark.parametrize(
    "line", ["The Afghan side proposed barter, raisins against oil.", "Daily Taliban attacks in Kabul and the north of Pakistan"]
)
def test_a_noun_is_not_made_a_verb(line: str) -> None:
    assert not any(t.pos_ == "VERB" and t.text in ("side", "attacks") for t in read(line))


def test_nobody_sees_the_hyphen_that_does_not_break() -> None:
    found = coded("Norway's re-elected president met Amir Khan Muttaqi in Kabul and asked the Taliban to re-open the schools.")
    assert any(p.name == "Norway's re-elected president" for e in found.events for p in e.participants)
    assert "\u2011" not in repr(found)


@pytest.mark.parametrize(
    "line",
    [
        "A Peruvian general sanctioned by Chile, the EU and Japan arrived in Oslo.",
        "The group was listed as a terrorist organisation by Chile, the EU and Japan.",
    ],
)
def test_a_list_of_those_by_whom_it_is_done_is_whole(line: str) -> None:
    found = {t.text: t for t in read(line)}
    assert (found["EU"].dep_, found["EU"].head.text) == ("conj", "Chile")


def test_who_acts_behind_a_comma_is_of_no_list() -> None:
    found = {t.text: t for t in read("After a visit by Chile, the EU and Japan signed a treaty.")}
    assert found["EU"].head.text != "Chile" or found["EU"].dep_ != "conj"
