"""The coder's error as the record itself tells it: from documents that were drawn at random, and that people read whole.

Documents are drawn in an order that has nothing to do with what they hold. Those at its head are a random sample as soon as all of
them were read whole and each of their acts was decided of; one that was left out ends the sample, as leaving out is a choice.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from verbale.analysis.stats.reading import Audit
from verbale.model import Event
from verbale.record import Record, Source, live

LEAST = 20
"""Documents of the draw that must be read before their figures enter the answers; fewer tell next to nothing."""

_SETTLED = ("accepted", "corrected", "added")


class Draw(msgspec.Struct, frozen=True, kw_only=True):
    """How far the draw was read: how many documents, which comes next, and what was found of contacts in them."""

    documents: int
    next: str
    contacts: Audit

    @property
    def enough(self) -> bool:
        """Whether its figures enter the answers."""
        return self.documents >= LEAST and self.contacts.right > 0


def place(document: str) -> str:
    """The place of a document in the draw: at random, and the same for everybody."""
    return hashlib.sha256(f"audit {document}".encode()).hexdigest()


def drawn(sources: Iterable[Source]) -> tuple[str, ...]:
    """The documents in the order of the draw; one that nobody codes, for its language, is not in it."""
    return tuple(sorted((s.document for s in sources if not (s.skipped or "").startswith("language")), key=place))


def draw(record: Record, order: Sequence[str] | None = None) -> Draw:
    """How far the draw was read.

    Args:
        record: The record.
        order: Its documents in the order of the draw, where somebody has it.
    """
    order = drawn(record.sources()) if order is None else order
    whole = {each.subject for each in live(record.decisions()) if each.kind == "document"}
    if not whole:
        return Draw(documents=0, next=order[0] if order else "", contacts=Audit(0, 0, 0))
    rejected = _by_document(record.rejected())
    head = itertools.takewhile(lambda name: name in whole, order)
    read: list[tuple[Event, ...]] = []
    for name in head:
        events = record.coded(name).events
        if any(event.review is None or event.review.verdict not in _SETTLED for event in events):
            break
        read.append((*events, *rejected.get(name, ())))
    following = order[len(read)] if len(read) < len(order) else ""
    return Draw(documents=len(read), next=following, contacts=_contacts(record, itertools.chain(*read)))


def audits(record: Record) -> dict[str, Audit]:
    """What the record tells of the coder's error, by side; empty where too little of the draw was read."""
    found = draw(record)
    return {"all": found.contacts} if found.enough else {}


def _by_document(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.document.id, []).append(event)
    return found


def _contacts(record: Record, events: Iterable[Event]) -> Audit:
    """How many contacts there are, how many the coder read, and how many of these are right: parties shared, and no other type."""
    gold = found = right = 0
    as_read = dict(_first(record))
    for event in events:
        verdict = event.review.verdict if event.review else ""
        coded = None if verdict == "added" else as_read.get(event.id, event)
        there = verdict != "rejected" and event.type == "CONSULT" and event.complete
        read = coded is not None and coded.type == "CONSULT" and coded.complete
        gold, found = gold + there, found + read
        right += there and read and coded is not None and bool(coded.parties() & event.parties())
    return Audit(gold, found, right)


def _first(record: Record) -> Iterator[tuple[str, Event]]:
    """Every event that was decided of, as it was before anybody had: by the id that it goes by now."""
    attached = record.attached()
    taken = (each for each in live(record.decisions()) if each.kind == "event" and each.other is None and each.judged)
    for each in sorted(taken, key=lambda one: -one.number):
        name = attached.get((each.number, 0))
        if name:
            yield name, each.judged[0].event
