"""Why an event is what it is: the frame, the path to everybody in it, what governed it, and what lost against it."""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.coding.coder import Coder
from verbale.coding.draft import Draft
from verbale.coding.lexicon import Frame, frames
from verbale.coding.scan import scan
from verbale.coding.scene import Ref
from verbale.model import Document, Event, Span

_SHOWN = 3


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """A participant, and how the name or pronoun was resolved: by which path, how surely (0 to 1)."""

    role: str
    name: str
    party: str | None
    via: str
    sure: float
    span: Span


class Alternative(msgspec.Struct, frozen=True, kw_only=True):
    """Another reading of the same words that did not stand, and why not."""

    reading: str
    words: str
    confidence: float
    parties: tuple[str, ...]
    why: str


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """How one event came about. ``governor`` is the word that the trigger hangs on where that changed its status."""

    event: Event
    frame: str
    conditions: tuple[str, ...]
    weight: float
    trigger: str
    path: str
    span: Span
    governor: str
    participants: tuple[Resolved, ...]
    alternatives: tuple[Alternative, ...]


def explain(coder: Coder, document: Document, event: Event) -> Explanation | None:
    """How ``coder`` comes to ``event`` in ``document``; ``None`` where it does not, as the coder has changed since."""
    drafts, _ = coder.drafts(document, scan(document.text, coder.case))
    kept = coder.decide(drafts)
    found = next((d for d in kept if _is(d, event)), None)
    if found is None:
        return None
    token, page, frame = found.token, found.page, found.frame
    others = [draft for draft in drafts if not any(draft is k for k in kept)]
    return Explanation(
        event=event, frame=frame.id, conditions=frame.when, weight=frame.weight, trigger=token.text, path=_path(token),
        span=Span(start=page.start(token), end=page.end(token)), governor=found.governor,
        participants=tuple(_resolved(role, ref) for role, ref in found.participants),
        alternatives=(*_lost(found, others, kept, coder.floor), *_readings(found)),
    )  # fmt: skip


def _is(draft: Draft, event: Event) -> bool:
    spans = {(e.start, e.end) for e in event.evidence}
    same = (draft.type, draft.mode) == (event.type, event.mode) and bool(spans & set(draft.evidence))
    return same and draft.parties() == event.parties()


def _path(token: Any) -> str:
    """From the trigger up to the head of its sentence: "met < ccomp < said"."""
    steps, here = [], token
    while True:
        steps.append(here.text)
        if here.head is here or here.head.i == here.i:
            return " < ".join(steps)
        steps.append(here.dep_)
        here = here.head


def _resolved(role: str, ref: Ref) -> Resolved:
    return Resolved(
        role=role, name=ref.name, party=ref.party, via=ref.via or ref.kind, sure=ref.sure,
        span=Span(start=ref.start, end=ref.end),
    )  # fmt: skip


def _lost(found: Draft, others: list[Draft], kept: list[Draft], floor: float) -> list[Alternative]:
    """The surest of the candidates that touch the same words and did not stand."""
    near = [d for d in others if any(a < y and x < b for a, b in found.evidence for x, y in d.evidence)]
    near.sort(key=lambda d: (-d.confidence, d.evidence[0]))
    return [_alternative(d, kept, floor) for d in near[:_SHOWN]]


def _alternative(draft: Draft, kept: list[Draft], floor: float) -> Alternative:
    if draft.confidence < floor:
        why = f"too unsure: {draft.confidence:.2f} is below {floor:.2f}"
    elif any(k.type == draft.type and k.parties() & draft.parties() for k in kept):
        why = "the same act, told again: counted once"
    else:
        why = "it does not hold together: nobody acts on anybody else"
    return Alternative(
        reading=f"{draft.type} {draft.mode}, {draft.status}", words=draft.token.text, confidence=draft.confidence,
        parties=tuple(sorted(draft.parties())), why=why,
    )  # fmt: skip


def _readings(found: Draft) -> list[Alternative]:
    """Other frames of the same trigger."""
    known = frames().get((found.token.lemma_.lower(), found.frame.pos)) or frames().get((found.token.lower_, found.frame.pos)) or ()
    others = sorted((f for f in known if f != found.frame), key=lambda f: -f.weight)[:_SHOWN]
    why = "this frame of the same word asks for what is not there, or weighs less"
    return [_reading(f, why) for f in others]


def _reading(frame: Frame, why: str) -> Alternative:
    asks = " & ".join(frame.when) or frame.trigger
    reading = f"{frame.type} {frame.mode}, {frame.status}"
    return Alternative(reading=reading, words=asks, confidence=frame.weight, parties=(), why=why)
