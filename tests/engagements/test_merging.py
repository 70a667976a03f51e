"""Contact of which nothing is told but who met whom, and the contact beside it."""

from __future__ import annotations

from typing import Any

import msgspec

from tests.brief.making import alone, document, event, reading, who
from verbale.brief import material
from verbale.brief.material import Material
from verbale.model import Basis, Event

VAGUE = "Officials of the Taliban likewise met the delegation of Norway."
TOLD = "Amir Khan Muttaqi of the Taliban met Norway in Doha."


def _met(text: str, key: str, **values: Any) -> Event:
    page = document(key, text=text, published="2023-05-02")
    taliban = who("AFG-AUTH", name="the Taliban", actor=values.pop("actor", None))
    people = [
        msgspec.structs.replace(each, start=text.index(each.name), end=text.index(each.name) + len(each.name))
        for each in (taliban, who("NOR", "target", "Norway"))
    ]
    given: dict[str, Any] = {"confidence": 0.9, "words": text, "date_basis": "publication", "date": "2023-05-02"}
    return msgspec.structs.replace(event(*people, of=page, **(given | values)), coder="grammar@2")


def _given(*events: Event) -> Material:
    pages = [document(e.document.key or "", text=e.evidence[0].text, published="2023-05-02") for e in events]
    read = [reading(e, of=page) for e, page in zip(events, pages, strict=True)]
    return material(read, "afghanistan", engaged=alone(*events))


def _told(**values: Any) -> Event:
    at = TOLD.index("Doha")
    known = {"actor": "p.muttaqi", "place": "Doha", "basis": {"place": Basis(start=at, end=at + 4)}, "date": "2023-05-01"}
    return _met(TOLD, "told", **(known | values))


def test_what_tells_nothing_of_its_own_is_a_report_of_the_contact_beside_it() -> None:
    (entry,) = _given(_told(), _met(VAGUE, "vague")).contacts
    assert len(entry.events) == 2 and len(entry.documents) == 2 and entry.values["place"] == "Doha"


def test_it_is_another_where_none_is_near() -> None:
    assert len(_given(_told(date="2023-04-01", date_basis="stated"), _met(VAGUE, "vague")).contacts) == 2


def test_of_two_that_tell_as_little_neither_is_the_other() -> None:
    assert len(_given(_met("On the margins the Taliban met Norway.", "told"), _met(VAGUE, "vague")).contacts) == 2


def test_what_one_page_tells_apart_stays_apart() -> None:
    both = document("both", text=f"{TOLD} {VAGUE}", published="2023-05-02")
    first, second = _told(), _met(VAGUE, "vague")
    second = msgspec.structs.replace(second, document=first.document)
    at = len(TOLD) + 1
    part = msgspec.structs.replace(second.evidence[0], start=at, end=at + len(VAGUE))
    people = tuple(msgspec.structs.replace(each, start=each.start + at, end=each.end + at) for each in second.participants)
    second = msgspec.structs.replace(second, evidence=(part,), participants=people)
    read = [reading(first, second, of=msgspec.structs.replace(both, id=first.document.id))]
    assert len(material(read, "afghanistan", engaged=alone(first, second)).contacts) == 2
