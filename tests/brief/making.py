"""Small events and readings for the tests of counting, telling and withholding."""

from __future__ import annotations

from typing import Any

from verbale.analysis.entries import Entry, entries
from verbale.brief import Material, compose, material, write
from verbale.engagements import Engaged
from verbale.engagements.making import engaged
from verbale.engagements.matching import Group
from verbale.model import Coded, Document, DocumentRef, Event, Evidence, Participant

TEXT = "An act was reported here by somebody who saw it."


def document(key: str = "one", **values: Any) -> Document:
    """A document of which nothing matters but what a test sets."""
    given = {"text": TEXT, "title": f"Title of {key}", "publisher": "The Paper", "published": "2023-05-02", "language": "en"}
    return Document(id=f"id-{key}", sha256="0" * 64, key=key, **(given | {"url": f"https://example.org/{key}"} | values))


def who(party: str | None, role: str = "source", name: str = "somebody", **values: Any) -> Participant:
    """A participant."""
    return Participant(name=name, role=role, party=party, start=0, end=len(name), **values)  # type: ignore[arg-type]


_made = iter(range(10**9))


def event(*people: Participant, of: Document | None = None, words: str = TEXT, **values: Any) -> Event:
    """A meeting that happened on 1 May 2023, unless a test says otherwise."""
    page = of or document()
    ref = DocumentRef(**{name: getattr(page, name) for name in DocumentRef.__struct_fields__})
    given: dict[str, Any] = {"type": "CONSULT", "mode": "meet", "status": "happened", "date": "2023-05-01", "date_precision": "day"}
    given |= {"evidence": (Evidence(start=0, end=len(words), text=words),)}
    return Event(id=f"{next(_made):08}", document=ref, participants=people, coder="test", **(given | values))


def meeting(a: str, b: str, **values: Any) -> Event:
    """A meeting of two parties."""
    return event(who(a), who(b, "target"), **values)


def reading(*events: Event, of: Document | None = None, **values: Any) -> Coded:
    """What was read in a document."""
    return Coded(document=of or document(), events=events, coder="test", **values)


def alone(*events: Event) -> tuple[Engaged, ...]:
    """Each event as an act of its own, however alike they are."""
    return tuple(told(each) for each in events)


def told(*events: Event) -> Engaged:
    """One act that all of the events report."""
    return engaged(Group(events), f"g.{events[0].id}", {})


def acts(*events: Event, country: str | None = "AFG") -> tuple[Entry, ...]:
    """Each event as an act of its own, as the answers count it."""
    return entries(alone(*events), country)


def about(*events: Event, case: str = "afghanistan", **values: Any) -> Material:
    """The material of one document with ``events``, each an act of its own."""
    return material([reading(*events)], case, **({"engaged": alone(*events)} | values))


def text_of(given: Material, form: str = "md") -> str:
    """The brief of ``given`` in a format that is text."""
    return write(compose(given), form).decode()
