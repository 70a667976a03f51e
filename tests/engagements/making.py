"""Small events and documents for the tests of matching: one line says what a test is about."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec

from verbale.engagements import Engaged, engagements
from verbale.model import Coded, Document, DocumentRef, Event, Evidence, Participant

MEETING = "Paul Bekken met Amir Khan Muttaqi in Kabul."
AWAY = len(MEETING) + 1
PAGE = " ".join([MEETING] * 10)


def document(key: str, text: str | None = None, **values: Any) -> Document:
    """A document of a publisher and with a last word of its own."""
    text = f"{PAGE} {key}" if text is None else text
    given = {"publisher": f"Paper {key}", "published": "2023-01-13", "key": key, "title": f"Title of {key}"}
    return Document(id=key, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text, **(given | values))


def who(words: str, role: str = "source", **values: Any) -> Participant:
    """A participant, written ``NOR Paul Bekken`` or ``NOR``."""
    party, _, name = words.partition(" ")
    return Participant(name=name or "somebody", role=role, party=party, start=0, end=4, **values)  # type: ignore[arg-type]


def event(key: str, source: str = "NOR Paul Bekken", target: str = "AFG-AUTH Amir Khan Muttaqi", **values: Any) -> Event:
    """A meeting in Kabul on 12 January 2023 as the document ``key`` tells it, unless a test says otherwise.

    ``nth`` tells apart what one document says twice; sides of several are parted by commas; ``of`` sets values of the document.
    """
    page = document(key, **values.pop("of", {}))
    nth, words = values.pop("nth", 0), values.pop("words", MEETING)
    given: dict[str, Any] = {
        "type": "CONSULT", "mode": "meet", "status": "happened", "date": "2023-01-12", "date_precision": "day",
        "date_basis": "stated", "place": "Kabul", "place_country": "AFG",
    }  # fmt: skip
    given |= {"evidence": (Evidence(start=nth * AWAY, end=nth * AWAY + len(words), text=words),)}
    sides = [who(each.strip(), "source") for each in source.split(",") if each]
    sides += [who(each.strip(), "target") for each in target.split(",") if each]
    reference = DocumentRef(**{name: getattr(page, name) for name in DocumentRef.__struct_fields__})
    kind = values.get("type", "")
    return Event(
        id=f"{key}{kind}{values.get('mode', '')}{nth}",
        document=reference,
        participants=tuple(sides),
        **({"coder": "test"} | given | values),
    )


def coded(*events: Event, text: str | None = None) -> Iterable[Coded]:
    """The readings of the documents of events, for a record."""
    by_document: dict[str, list[Event]] = {}
    for each in events:
        by_document.setdefault(each.document.id, []).append(each)
    for told in by_document.values():
        ref = told[0].document
        page = document(ref.id, text, title=ref.title, publisher=ref.publisher, published=ref.published)
        yield Coded(document=page, events=tuple(told), coder="grammar@1")


def groups(found: Iterable[Engaged]) -> set[frozenset[str]]:
    """What matters of engagements whatever their ids: which events are together."""
    return {frozenset(each.engagement.events) for each in found}


def read(*events: Event) -> tuple[Event, ...]:
    """Events as a program reads them."""
    return tuple(msgspec.structs.replace(each, coder="grammar@1") for each in events)


def one(*events: Event) -> Engaged:
    """The only engagement of events."""
    (found,) = engagements(events)
    return found


def together(*events: Event) -> bool:
    """Whether all events are held for one act."""
    return len(engagements(events)) == 1
