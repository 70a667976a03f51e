"""What a trigger never tells where it stands."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.coding.reading import read
from verbale.coding.lexicon import frames, never
from verbale.model import EventType


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Uganda hosts more than a million refugees from South Sudan.", "host", "CONSULT"),
        ("Albania is willing to host Afghan evacuees.", "host", "CONSULT"),
        ("Both welcomed efforts towards a trade agreement between Kenya and Turkey.", "agreement", "AGREE"),
        ("They discussed a draft security treaty between Japan and Italy.", "treaty", "AGREE"),
        ("Egypt does not expect a deal between Israel and Hamas.", "deal", "AGREE"),
        ("Efforts to reach a deal between Israel and Hamas go on.", "reach", "AGREE"),
        ("The Turkmen president has been among the critics of Iran.", "have", "CONSULT"),
        ("By expelling the envoy of Peru, Chile sent a strong signal to Lima.", "send", "CONSULT"),
        ("Chile sent a message by closing its embassy in Lima, the minister of Peru said.", "message", "CONSULT"),
        ("Kenya has sought to deepen its ties with Somalia.", "seek", "REQUEST"),
        ("Kenya sees Somalia as a friend.", "see", "CONSULT"),
        ("Kenya commented on the arrests in Somalia.", "comment", "ACCUSE"),
    ],
)
def test_what_is_no_act_is_no_candidate(text: str, trigger: str, type_: str) -> None:
    assert not [d for d in read(text).drafts if d.token.lemma_ == trigger and d.type == type_]


@pytest.mark.parametrize("text", ["Kenya and Turkey signed a trade agreement.", "Kenya and Turkey agreed to sign a trade pact."])
def test_what_was_agreed_is(text: str) -> None:
    assert any(d.type == "AGREE" and d.parties() == {"KEN", "TUR"} for d in read(text).drafts)


def test_a_letter_is_still_sent() -> None:
    found = read("Kenya's president sent a message to the president of Somalia.").drafts
    assert any(d.type == "CONSULT" and d.mode == "correspond" and d.parties() == {"KEN", "SOM"} for d in found)


def test_who_sends_a_delegation_visits_and_writes_nothing() -> None:
    found = [d for d in read("Kenya sent its foreign minister to Mogadishu.").drafts if d.token.lemma_ == "send"]
    assert any(d.mode == "visit" and d.held for d in found)
    assert not any(d.mode == "correspond" for d in found)


def test_guests_are_still_received() -> None:
    found = read("Germany hosted the Ukrainian president.").drafts
    assert any(d.type == "CONSULT" and d.parties() == {"DEU", "UKR"} for d in found)


def test_the_table_names_types_and_modes_that_there_are() -> None:
    modes = {f.mode for rows in frames().values() for f in rows}
    assert {row.type for rows in never().values() for row in rows} <= {*get_args(EventType), *modes}


def types(text: str, trigger: str) -> set[str]:
    return {d.type for d in read(text).drafts if d.token.text == trigger}


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Turkmenistan aims to widen its ties with Peru.", "widen", "SANCTION"),
        ("Oman is ready to work with Peru on fisheries.", "is", "CONSULT"),
        ("Peru allayed Chile's concerns about the port.", "concerns", "ACCUSE"),
        ("Peru has promised to send tents to Haiti.", "promised", "AGREE"),
        ("Peru has promised to send tents to Haiti.", "send", "CONSULT"),
        ("The ministers of Peru and Chile discussed an agreement on fish.", "agreement", "AGREE"),
        ("The meeting will cover Peru's support for Chile.", "support", "SUPPORT"),
        ("Chile expelled forty Peruvian migrants.", "expelled", "SANCTION"),
        ("Chile's police stormed a school in Arica, arresting two Peruvians.", "stormed", "ASSAULT"),
        ("No country has recognised the Taliban.", "recognised", "SUPPORT"),
        ("The Peruvian minister received a medal from Chile.", "received", "CONSULT"),
        ("Peru has denied supplying arms to Chile.", "denied", "REJECT"),
        ("Peru will continue to work closely with Chile.", "continue", "CONSULT"),
        ("Peru will continue to work closely with Chile.", "continue", "AGREE"),
        ("Peru called on Chile and Norway to agree on a truce.", "agree", "AGREE"),
        ("Peru armed the Haitian rebels for years.", "armed", "ASSAULT"),
        ("Peru hopes for more backing from Chile.", "backing", "SUPPORT"),
        ("We join Chile's call for a truce in Haiti, the Peruvian ministry said.", "join", "CONSULT"),
        ("After meeting Chile's envoy, Peru's minister reiterated his commitment to fighting crime.", "commitment", "AGREE"),
        ("The UN warned that Peru's ban will cost lives.", "warned", "THREATEN"),
        ("The UN warned that Peru's ban will have grave consequences for patients.", "have", "THREATEN"),
    ],
)
def test_a_clause_bars_what_it_cannot_mean(text: str, trigger: str, type_: str) -> None:
    assert type_ not in types(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Turkmenistan cut its ties with Peru.", "cut", "SANCTION"),
        ("Peru has promised to visit Haiti.", "promised", "AGREE"),
        ("Peru sent a letter to Haiti.", "sent", "CONSULT"),
        ("Peru denied Chile's claim.", "denied", "REJECT"),
        ("Chile and Norway came to agree on a truce.", "agree", "AGREE"),
        ("Peru will continue its talks with Chile.", "continue", "CONSULT"),
        ("The ministers of Peru and Chile signed an agreement on fish.", "signed", "AGREE"),
        ("Peru voiced its support for Chile.", "support", "SUPPORT"),
        ("Chile expelled two Peruvian diplomats.", "expelled", "SANCTION"),
        ("Chile expelled forty Peruvian migrants.", "expelled", "COERCE"),
        ("Rebels stormed a school in Arica, killing two Peruvians.", "stormed", "ASSAULT"),
        ("Norway has not recognised the Taliban.", "recognised", "SUPPORT"),
        ("The Peruvian minister received Chile's envoy.", "received", "CONSULT"),
        ("The UN warned that Peru's ban will cost lives.", "warned", "ACCUSE"),
        ("The UN warned that Peru's ban will have consequences.", "warned", "THREATEN"),
        ("The UN warned that Peru's ban will have consequences for Peru.", "warned", "THREATEN"),
    ],
)
def test_what_it_can_mean_stays(text: str, trigger: str, type_: str) -> None:
    assert type_ in types(text, trigger)
