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
from verbale.record import Decision, Judged, Record
from verbale.record.exports.seen import seen
from verbale.web.seconding.codings import Coded
from verbale.web.seconding.comparing import FIELDS, Slot, alike, slots
from verbale.web.seconding.third import NEITHER, Third, block
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
    third = Third(site, _record(site), found.passage, sent, by)
    told = [(n, slot) for n, slot in enumerate(slots(found)) if slot.first or slot.second]
    taken = [each for n, slot in told for each in _decided(site, found, slot.act, chosen(slot, n, sent, third), by)]
    taken += _decided(site, found, None, third.added, by)
    if not taken:
        taken = [Decision(action="nothing", kind="passage", subject=found.passage.id, by=by)]
    why = sent.get("why", "").strip()
    return tuple(msgspec.structs.replace(each, why=why, settles=found.between) for each in taken)


def chosen(slot: Slot, n: int, sent: Mapping[str, str], third: Third) -> Event | None:
    """The act as it was chosen; ``None`` where there is none.

    Raises:
        UsageError: Nothing was chosen where the two differ, or a third value is none of the codebook's.
    """
    if sent.get(f"slot{n}.none"):
        return None
    picks = _picks(slot, n, sent)
    if "event" in picks:
        own = picks["event"] == NEITHER
        return third.whole(block(n)) if own else slot.first if picks["event"] == FIRST else slot.second
    if slot.first is None or slot.second is None:
        return None
    written = [name for name, pick in picks.items() if pick == NEITHER]
    sides = {SECOND: slot.second} | ({NEITHER: third.fields(n, slot.first, written)} if written else {})
    fields = {part: getattr(sides[pick], part) for name, pick in picks.items() if pick != FIRST for part in _PARTS[name]}
    return msgspec.structs.replace(slot.first, **fields)


def _picks(slot: Slot, n: int, sent: Mapping[str, str]) -> dict[str, str]:
    """What was chosen of an act, by field: of those on which two differ, and of others that have a third value."""
    differing = slot.differing
    found = {name: sent.get(f"slot{n}.{name}", "") for name in differing}
    if any(pick not in (FIRST, SECOND, NEITHER) for pick in found.values()):
        raise UsageError("not all was chosen on which the two differ", "choose the first, the second or neither in every row")
    if slot.first is None or slot.second is None:
        return found
    return found | {name: NEITHER for name in FIELDS if name not in differing and sent.get(f"slot{n}.{name}") == NEITHER}


def _record(site: Site) -> Record:
    if site.record is None:
        raise UsageError("nothing can be decided here", "open the observatory of a record")
    return site.record


def _decided(site: Site, found: Coded, act: Event | None, event: Event | None, by: str) -> list[Decision]:
    """What is decided of one act of the record; nothing where neither the record nor the choice has it."""
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
