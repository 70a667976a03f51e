from __future__ import annotations

import json

from verbale.record import Record

from ..record.making import TEXT
from .conftest import Verbale

WORDS = ("--words", "The two discussed girls’ schools", "--type", "REQUEST", "--by", "anna")


def test_what_the_coder_missed_enters_with_its_words(verbale: Verbale, filled: Record) -> None:
    who = ("--source", "Markus Potzel", "--target", "Muttaqi=AFG-AUTH")
    ran = verbale("add-event", "potzel", *WORDS, *who, "--date", "2023-07-12", "--set", "topics=education", "--why", "missed")
    assert ran.code == 0, ran.err
    event = filled.event(ran.out.strip())
    assert (event.type, event.mode, event.date, event.topics, event.coder) == (
        "REQUEST", "urge", "2023-07-12", ("education",), "hand:anna",
    )  # fmt: skip
    assert [(p.name, p.party, p.actor) for p in event.participants] == [
        ("Markus Potzel", "UN", "p.potzel"),
        ("Muttaqi", "AFG-AUTH", None),
    ]
    assert TEXT[event.evidence[0].start : event.evidence[0].end] == WORDS[1]
    assert event.complete
    assert event.id in verbale("search", "schools").out
    assert json.loads(verbale("decide", "log", "--json").out)["why"] == "missed"


def test_it_is_not_entered_twice(verbale: Verbale, filled: Record) -> None:
    for code in (0, 3):
        assert verbale("add-event", "potzel", *WORDS, "--source", "Markus Potzel").code == code


def test_what_does_not_stand_in_the_document_does_not_enter(verbale: Verbale, filled: Record) -> None:
    ran = verbale("add-event", "potzel", "--words", "The two discussed boys", "--type", "REQUEST", "--by", "anna")
    assert ran.code == 2 and "girls" in ran.err
    assert verbale("add-event", "potzel", *WORDS, "--source", "Anna").code == 2
    assert verbale("add-event", "nothing", *WORDS).code == 2
    assert verbale("add-event", "potzel", *WORDS, "--date", "yesterday").code == 2
    assert verbale("add-event", "potzel", *WORDS, "--set", "status").code == 2
    assert filled.decisions() == ()


def test_an_event_can_be_explained_as_entered(verbale: Verbale, filled: Record) -> None:
    ran = verbale("add-event", "potzel", *WORDS, "--source", "Markus Potzel", "--why", "the coder missed it")
    told = verbale("explain", ran.out.strip())
    assert told.code == 0
    assert "anna" in told.out and "the coder missed it" in told.out
