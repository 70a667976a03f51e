"""What is to be reviewed, in an order that is chosen: the least sure, the weightiest, what is disputed, or at random."""

from __future__ import annotations

import math

import msgspec

from verbale.analysis.auditing import place
from verbale.model import Event
from verbale.record import Decision, live
from verbale.web.site import Site

ORDERS = {
    "unsure": "the least sure first",
    "weighty": "the highest offices and hardest acts first",
    "disputed": "those on which reports differ first",
    "audit": "documents drawn at random, whose result is the coder’s error",
    "document": "document by document",
}
"""The orders, by name."""

_HARD = {"SUPPORT": 2, "COOPERATE": 2, "SANCTION": 2, "THREATEN": 2, "ASSAULT": 2, "COERCE": 1, "CONSULT": 1, "AGREE": 1}
_Z = 1.96


class Audit(msgspec.Struct, frozen=True):
    """What people found in the documents that they read whole: acts there, acts the program found, and those that were right.

    ``documents`` were read whole; ``low`` and ``high`` bound the share of what was found that is right (Wilson, 95 %).
    """

    documents: int
    gold: int
    found: int
    right: int
    low: float
    high: float


def waiting(site: Site, order: str, document: str = "") -> list[Event]:
    """The events that nobody has decided of, in an order, sorted once for a snapshot; what counts comes before what does not.

    What was decided or undone since the snapshot was taken is known, as the snapshot of a large record comes late.
    """
    known: dict[tuple[str, str], list[Event]] = site.snapshot.queues
    if (order, document) not in known:
        snap = site.snapshot
        events = (snap.by_event[name] for name in snap.documents.get(document, ())) if document else snap.events
        known[order, document] = sorted(
            events, key=lambda event: (not (event.complete and event.in_case), *_key(site, order, event))
        )
    decided, undone = _since(site)
    return [
        event
        for event in known[order, document]
        if event.id not in decided and (event.review is None or event.review.decision in undone)
    ]


def _since(site: Site) -> tuple[frozenset[str], frozenset[int]]:
    """The events that were decided of since the snapshot was taken, and the numbers of the decisions that do not hold any more."""
    taken = site.record.decisions() if site.record else ()
    newer = [each for each in taken if each.number > site.snapshot.head]
    if not newer:
        return frozenset(), frozenset()
    holding = {each.number for each in live(taken)}
    decided = frozenset(each.subject for each in newer if each.kind == "event" and each.number in holding)
    return decided, frozenset(each.number for each in taken if each.number not in holding)


def _key(site: Site, order: str, event: Event) -> tuple[float | str | int, ...]:
    if order == "weighty":
        rank = max((p.rank or 0 for p in event.participants), default=0)
        return -(rank + 3 * _HARD.get(event.type, 0)), event.confidence, event.id
    if order == "disputed":
        each = site.snapshot.of(event.id)
        return -(len(each.engagement.conflicts) if each else 0), event.confidence, event.id
    if order == "audit":
        return place(event.document.id), event.evidence[0].start, event.id
    if order == "document":
        return event.document.published or "9999", event.document.id, event.evidence[0].start
    return event.confidence, event.id


def following(site: Site, order: str, event: str, document: str = "") -> tuple[str, str]:
    """The events before and after one in the queue; empty where there is none. One that was decided has the first after it."""
    left = waiting(site, order, document)
    # most are near the head of the queue: nothing is made of all of it
    at = next((n for n, each in enumerate(left) if each.id == event), None)
    if at is None:
        return "", left[0].id if left else ""
    return (left[at - 1].id if at else ""), (left[at + 1].id if at + 1 < len(left) else "")


def audited(site: Site) -> Audit:
    """How right the program is, as told by the documents that people read whole."""
    if site.record is None:
        return Audit(0, 0, 0, 0, 0.0, 1.0)
    whole = {each.subject for each in live(site.record.decisions()) if each.kind == "document"}
    verdicts = [v for name in sorted(whole) for v in _verdicts(site.record.decisions(), name)]
    right = sum(v in ("accept", "correct") for v in verdicts)
    found = right + sum(v == "reject" for v in verdicts)
    low, high = _wilson(right, found)
    return Audit(len(whole), right + sum(v == "add" for v in verdicts), found, right, low, high)


def _verdicts(taken: tuple[Decision, ...], document: str) -> list[str]:
    """The last verdict on every event of a document."""
    last: dict[str, str] = {}
    for each in live(taken):
        if each.kind == "event" and each.other is None and each.judged and each.judged[0].document == document:
            last[each.subject] = each.action
    return list(last.values())


def _wilson(right: int, found: int) -> tuple[float, float]:
    if not found:
        return 0.0, 1.0
    share, z2 = right / found, _Z * _Z
    middle = (share + z2 / (2 * found)) / (1 + z2 / found)
    half = _Z / (1 + z2 / found) * math.sqrt(share * (1 - share) / found + z2 / (4 * found * found))
    return max(0.0, middle - half), min(1.0, middle + half)
