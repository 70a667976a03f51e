from __future__ import annotations

import io

from rich.console import Console

from verbale.model import Claim, Coded, InstrumentUse, Mention, Participant, Said
from verbale.terminal.reading import reading

from ..record.making import make_coded, make_document, make_event


def shown(coded: Coded) -> str:
    stream = io.StringIO()
    Console(file=stream, width=200).print(reading(coded, "AFG"))
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


def test_events_stand_under_who_acts_with_those_who_act_most_first():
    document = make_document()
    by = {"USA": 1, "EU": 2}
    events = []
    for party, number in by.items():
        people = (
            Participant(name="Envoy", role="source", start=0, end=6, party=party),
            Participant(name="Muttaqi", role="target", start=20, end=27, party="AFG-AUTH"),
        )
        events += [make_event(document, n, n + 10, participants=people) for n in range(number)]
    words = shown(Coded(document=document, events=tuple(events), coder="grammar@1"))
    assert words.index("European Union (EU)") < words.index("United States (USA)")
    assert words.count("with Muttaqi (the de facto authorities, AFG-AUTH)") == 3


def test_incomplete_events_stand_apart():
    document = make_document()
    lone = make_event(document, complete=False, participants=(Participant(name="somebody", role="source", start=0, end=4),))
    words = shown(Coded(document=document, events=(make_event(document), lone), coder="grammar@1"))
    assert "One event, 1 incomplete · grammar@1 · not reviewed by a person" in words
    assert words.index("United Nations (UN)") < words.index("INCOMPLETE") < words.index("somebody (party not told)")


def test_facets_are_shown_where_they_are_known():
    document = make_document()
    said = Said(kind="condition", words="if girls return to school", start=0, end=5)
    event = make_event(
        document, channel="in_person", venue="authority_capital", level={"UN": "envoy"}, topics=("women_girls",),
        tools=("sanctions",),
        instruments=(InstrumentUse(id="iccpr", start=0, end=4, year=1996, error="year"),), said=(said,), count=3, place="Kabul",
        women_present="excluded", date_basis="relative", attribution=None, disclaimer=True,
    )  # fmt: skip
    words = shown(Coded(document=document, events=(event,), coder="grammar@1"))
    for each in (
        "CONSULT meet  happened · 12 July 2023 (relative) · Kabul",
        "setting: in person, authority capital, envoy for UN, women excluded, recognition disclaimed, 3 times",
        "topics: women and girls", "tools: sanctions", "cites: iccpr (1996), wrong: year",
        "says: condition: “if girls return to school”",
    ):  # fmt: skip
        assert each in words


def test_mentions_and_claims_come_last():
    coded = make_coded()
    need = Mention(kind="need", value="food", start=0, end=4, words="hunger", cause="drought", population="families")
    treaty = Mention(kind="instrument", value="iccpr", start=0, end=4, words="the 1996 Covenant", year=1996, error="year: 1966")
    claim = Claim(kind="increase", start=0, end=4, words="an uptick", by="USA", about=("AFG-AUTH",), hedged=True)
    words = shown(Coded(document=coded.document, events=coded.events, mentions=(need, treaty), claims=(claim,), coder="grammar@1"))
    assert "food, cause: drought, of families: “hunger”" in words
    assert "iccpr (1996): “the 1996 Covenant”; wrong: year: 1966" in words
    assert "increase by the United States about the de facto authorities, hedged: “an uptick”" in words


def test_what_was_skipped_says_why():
    skipped = Coded(document=make_document(), skipped="language: fr is not coded")
    assert "Nothing was coded: language: fr is not coded" in shown(skipped)
