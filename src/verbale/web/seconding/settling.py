"""Adjudicating between two codings of a passage: what was chosen field by field becomes the decision on each of its acts."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any

import msgspec

from verbale.catalogue import load_world
from verbale.entering import acts
from verbale.entering.fields import derived
from verbale.errors import UsageError
from verbale.model import Event, Participant
from verbale.record import Decision, Judged
from verbale.record.exports.seen import seen
from verbale.web.seconding.codings import Coded
from verbale.web.seconding.comparing import FIELDS, Slot, alike, slots
from verbale.web.site import Site

FIRST, SECOND = "1", "2"
_PARTS = {
    "act": ("type", "mode"),
    "status": ("status",),
    "participants": ("participants",),
    "date": ("date", "date_precision", "date_basis"),
    "place": ("place", "place_country"),
}
"""The fields of an event that belong to each that is adjudicated."""


def mark(found: Coded) -> str:
    """A mark of all that an adjudication rests on: another one as soon as any of it changes."""
    told = (*(f"{each.id} {seen(each)}" for each in found.passage.acts), *map(str, found.between), *map(str, found.settled))
    return f"{zlib.crc32(chr(10).join(told).encode()):08x}"


def drafts(site: Site, found: Coded, sent: Mapping[str, str], by: str) -> tuple[Decision, ...]:
    """The decisions that settle a passage, one for each of its acts.

    Raises:
        UsageError: Nothing was chosen where the two differ.
    """
    told = [(n, slot) for n, slot in enumerate(slots(found)) if slot.first or slot.second]
    taken = [each for n, slot in told for each in _decided(site, found, slot, n, sent, by)]
    if not taken:
        taken = [Decision(action="nothing", kind="passage", subject=found.passage.id, by=by)]
    why = sent.get("why", "").strip()
    return tuple(msgspec.structs.replace(each, why=why, settles=found.between) for each in taken)


def chosen(slot: Slot, n: int, sent: Mapping[str, str]) -> Event | None:
    """The act as it was chosen; ``None`` where there is none.

    Raises:
        UsageError: Nothing was chosen where the two differ.
    """
    picks = {name: sent.get(f"slot{n}.{name}", "") for name in slot.differing}
    if any(pick not in (FIRST, SECOND) for pick in picks.values()):
        raise UsageError("not all was chosen on which the two differ", "choose the first or the second in every row")
    if "event" in picks:
        return slot.first if picks["event"] == FIRST else slot.second
    if slot.first is None or slot.second is None:
        return None
    fields: dict[str, Any] = {}
    for name in picks:
        if picks[name] == SECOND:
            fields |= {part: getattr(slot.second, part) for part in _PARTS[name]}
    return msgspec.structs.replace(slot.first, **fields)


def _decided(site: Site, found: Coded, slot: Slot, n: int, sent: Mapping[str, str], by: str) -> list[Decision]:
    """What is decided of one act; nothing where neither the record nor the choice has it."""
    event, act = chosen(slot, n, sent), slot.act
    if event is None:
        return [Decision(action="reject", kind="event", subject=act.id, by=by)] if act else []
    world = load_world(site.case)
    if act is None:
        passage = found.passage
        added = acts.ruled(msgspec.structs.replace(event, review=None), world)
        judged = Judged(document=passage.document, sha256=passage.sha256, event=added)
        return [Decision(action="add", kind="event", subject=added.id, by=by, judged=(judged,))]
    made = _changes(act, event)
    if not made:
        return [Decision(action="accept", kind="event", subject=act.id, by=by)]
    return [Decision(action="correct", kind="event", subject=act.id, by=by, changes=derived(act, made, world))]


def _changes(act: Event, event: Event) -> dict[str, Any]:
    """What makes the record's act the one that was chosen."""
    found: dict[str, Any] = {}
    for name in FIELDS:
        if alike(name, act, event):
            continue
        if name == "participants":
            found[name] = [msgspec.to_builtins(_known(each, act)) for each in event.participants]
        else:
            found |= {part: getattr(event, part) for part in _PARTS[name]}
    return found


def _known(given: Participant, act: Event) -> Participant:
    """A participant with what the record knows of the same words besides."""
    same = (p for p in act.participants if p.start < given.end and p.end > given.start and p.party == given.party)
    known = next(same, None)
    return msgspec.structs.replace(known, role=given.role) if known else given
