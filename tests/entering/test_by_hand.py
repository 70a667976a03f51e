from __future__ import annotations

from typing import Any

import pytest

from verbale.catalogue import load_world
from verbale.entering.by_hand import Entry, Who, made
from verbale.entering.words import spans
from verbale.errors import UsageError
from verbale.model import Event

from ..record.making import make_document

WORLD = load_world("afghanistan")
TEXT = "Amir Khan Muttaqi received Zhao Xing and women activists in Kabul. No photographs were published of it."
DOCUMENT = make_document(TEXT, published="2023-09-14")


def entered(*who: Who, words: str = "received Zhao Xing and women activists in Kabul", **fields: Any) -> Event:
    people = who or (Who("Amir Khan Muttaqi", "source"), Who("Zhao Xing", "target"))
    entry = Entry(who=people, **{"type": "CONSULT"} | fields)
    return made(entry, DOCUMENT, [spans(DOCUMENT, words)], "anna", WORLD)


def test_an_entry_becomes_the_event_that_a_coder_would_make() -> None:
    event = entered(date="2023-09-13", place="Kabul")
    assert (event.type, event.mode, event.status, event.coder, event.confidence) == (
        "CONSULT",
        "meet",
        "happened",
        "hand:anna",
        1.0,
    )
    assert [(p.party, p.actor, TEXT[p.start : p.end]) for p in event.participants] == [
        ("AFG-AUTH", "p.muttaqi", "Amir Khan Muttaqi"),
        ("CHN", "p.zhao", "Zhao Xing"),
    ]
    assert (event.date, event.date_precision, event.date_basis) == ("2023-09-13", "day", "stated")
    assert (event.place_country, event.venue) == ("AFG", "authority_capital")
    assert event.level["AFG-AUTH"] == "minister"
    assert event.complete and event.in_case
    assert event.basis["participants"].rule == "entered by hand"


def test_what_a_person_says_of_a_party_goes_before_the_catalogue() -> None:
    event = entered(Who("Amir Khan Muttaqi", "source", "AFG-OPP"), Who("women activists", "target", "AFG-WOM"))
    assert event.parties() == {"AFG-OPP", "AFG-WOM"}


def test_an_event_without_a_party_is_incomplete() -> None:
    assert not entered(Who("Amir Khan Muttaqi", "source"), Who("activists", "target")).complete
    assert entered(Who("Zhao Xing", "source"), mode="visit").complete


def test_further_fields_are_taken_as_they_are() -> None:
    event = entered(date="2023-09", facets={"status": "denied", "topics": ["education"], "venue": "third_country"}, country="China")
    assert (event.status, event.topics, event.venue, event.place_country) == ("denied", ("education",), "third_country", "CHN")
    assert (event.date, event.date_precision) == ("2023-09", "month")


@pytest.mark.parametrize(
    ("who", "fields", "words"),
    [
        ((), {"type": "TALK"}, "no type TALK"),
        ((), {"mode": "praise"}, "no mode praise"),
        ((Who("Boris", "source"),), {}, "Boris does not stand"),
        ((Who("Zhao Xing", "source", "Atlantis"),), {}, "no party Atlantis"),
        ((), {"country": "Atlantis"}, "no country Atlantis"),
        ((), {"facets": {"channel": "smoke"}}, "does not fit"),
    ],
)
def test_what_the_codebook_does_not_have_is_refused(who: tuple[Who, ...], fields: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        entered(*who, **fields)
    assert caught.value.hint


def test_the_id_is_that_of_document_span_type_day_and_parties() -> None:
    assert entered().id == entered(place="Kabul").id
    assert len({entered().id, entered(mode="call").id, entered(words="Kabul").id, entered(date="2023").id}) == 4
