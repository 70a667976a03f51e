"""From what a coder read in a version, and what people decided, to the events that count.

Pure: the same reading and decisions give the same events, in whichever order they came. A decision holds for the words that it
was taken on. It is found again by its event's id; else, after a newer coder, as the act of the same type that is read from the same
words; else, after the page has changed, wherever the words now stand. What was accepted, corrected or added stays as the person
saw it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from verbale.model import DocumentRef, Event, Review, Verdict
from verbale.record.correcting import corrected
from verbale.record.decision import Decision, Judged
from verbale.record.placing import overlap, placed

STALE = {
    "words gone": "the document no longer has the words that it was taken on",
    "not read": "the coder no longer reads this act in these words",
    "read otherwise": "the coder now reads these words otherwise than when they were rejected",
}
"""Why a decision belongs to no event, by its stable code."""

_SHARED = 0.5


class Slot(msgspec.Struct):
    """One act in a version: as the coder read it (``None``: it did not), as it counts, and what was decided of it."""

    read: Event | None
    event: Event
    review: Review | None
    ids: set[str]


class Page(NamedTuple):
    """The version that is being settled."""

    document: DocumentRef
    sha256: str
    text: str


class Settled(NamedTuple):
    """The acts of a version, those that the coder read first; where each decision's side went: an event's id, or why nowhere."""

    slots: list[Slot]
    attached: dict[tuple[int, int], str]
    stale: dict[tuple[int, int], str]


_VERDICTS: dict[str, Verdict] = {
    "accept": "accepted",
    "correct": "corrected",
    "add": "added",
    "reject": "rejected",
    "unsure": "unsure",
}


def settle(page: Page, read: Sequence[Event], decisions: Iterable[Decision]) -> Settled:
    """Apply decisions, those that hold and in their order, to what a coder read in a version.

    Args:
        page: The version.
        read: The events that the coder read in it.
        decisions: Decisions on events; of a decision's sides only those on this document count.
    """
    settled = Settled([Slot(each, each, None, {each.id}) for each in read], {}, {})
    for decision in decisions:
        for side, judged in enumerate(decision.judged):
            if judged.document == page.document.id:
                _take(settled, page, decision, side, judged)
    return settled


def _take(settled: Settled, page: Page, decision: Decision, side: int, judged: Judged) -> None:
    event = placed(judged, page.document, page.sha256, page.text)
    if event is None:
        settled.stale[decision.number, side] = "words gone"
        return
    slot = _slot(settled.slots, event, judged.beside)
    if slot and slot.read:
        event = msgspec.structs.replace(event, document=slot.read.document)
    review = Review(verdict=_VERDICTS.get(decision.action, "unsure"), by=decision.by, decision=decision.number)
    if decision.action in ("accept", "correct", "add"):
        event = corrected(event, decision.changes)
        if slot is None:
            slot = Slot(None, event, None, {event.id})
            settled.slots.append(slot)
        slot.event, slot.review = event, review
    elif slot is None:
        settled.stale[decision.number, side] = "not read"
        return
    elif decision.action == "reject" and core(slot.event) != core(event):
        settled.stale[decision.number, side] = "read otherwise"
        return
    elif decision.other is None:
        slot.review = review
    slot.ids.add(judged.event.id)
    settled.attached[decision.number, side] = slot.event.id


def core(event: Event) -> tuple[object, ...]:
    """What a rejection is about: the type, the mode, the status, and who did it to whom."""
    return event.type, event.mode, event.status, tuple(sorted((p.role, p.party or "", p.actor or "") for p in event.participants))


def _slot(slots: list[Slot], event: Event, beside: tuple[str, ...]) -> Slot | None:
    """The act that a judged event is now: by its id, else the nearest of the same type in the same words."""
    for slot in slots:
        if event.id in slot.ids:
            return slot
    near = [(_nearness(slot.event, event), -n) for n, slot in enumerate(slots) if not slot.ids & set(beside)]
    best = max(near, default=None)
    return slots[-best[1]] if best and best[0] > (0, 0, 0) else None


def _nearness(a: Event, b: Event) -> tuple[float, float, float]:
    """How much two readings of the same words are the same act: mode, parties, words; zero where they are not."""
    shared, same = overlap(a, b), _jaccard(a.parties(), b.parties())
    if a.type != b.type or shared < _SHARED or not (a.mode == b.mode or same >= _SHARED):
        return 0, 0, 0
    return float(a.mode == b.mode), same, shared


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0
