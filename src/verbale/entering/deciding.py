"""From the words of a command to a decision: which ids are meant, and of what kind they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import msgspec

from verbale.catalogue import load_world
from verbale.engagements import found, of_record
from verbale.entering.fields import changes
from verbale.entering.parties import party
from verbale.errors import UsageError
from verbale.identities.unknown import found_in
from verbale.model import Event
from verbale.record import Decision, Judged, Office, Record
from verbale.record.dates import days
from verbale.record.decision import Action, Kind
from verbale.record.grouping import CANDIDATE

_PAIR = 2
_ENGAGEMENT = ("merge", "split")
_PERSON = ("p.", CANDIDATE)


def draft(record: Record, action: str, words: Sequence[str], by: str, case: str) -> Decision:
    """The decision that words ask for, not yet taken.

    Args:
        record: Where the ids are looked up.
        action: What is decided.
        words: Ids, or beginnings of events' ids; of ``correct``, then fields with their values.
        by: The person.
        case: The case pack in force.

    Raises:
        UsageError: Ids are missing, unknown or of several things.
    """
    taken = cast(Action, action)
    if action == "undo":
        return Decision(action=taken, kind="decision", subject=_one(words, action), by=by)
    if action == "nothing":
        read = record.document(_one(words, action))
        return Decision(action=taken, kind="document", subject=read.id, by=by, sources=(f"text {read.sha256}",))
    if action == "correct":
        event = record.event(_one(words[:1], action))
        return Decision(action=taken, kind="event", subject=event.id, by=by, changes=changes(event, words[1:], load_world(case)))
    if not 1 <= len(words) <= 2:
        raise UsageError(f"{action} needs an id, or two", f"write: verbale decide {action} ID")
    kind = _kind(action, words)
    if kind == "engagement":
        return _of_engagements(record, taken, words, by)
    ids = [record.event(each).id if kind == "event" else _actor(record, each, case) for each in words]
    return Decision(action=taken, kind=kind, subject=ids[0], other=ids[1] if len(ids) > 1 else None, by=by)


def office_draft(actor: str, words: str, by: str, case: str) -> Decision:
    """The decision to enter an office: ``TITLE; PARTY; FROM; UNTIL``, the dates EDTF and, where unknown, left out.

    Raises:
        UsageError: The party is unknown, or a bound is no date.
    """
    title, code, since, until = (*(each.strip() for each in words.split(";")), "", "", "", "")[:4]
    known = party(code, load_world(case), since or None)
    if not title or known is None:
        raise UsageError(f"“{words}” is no office", "write TITLE; PARTY; FROM; UNTIL: Ambassador; NOR; 2022-09; 2025")
    for bound in filter(None, (since, until)):
        if days(bound) is None:
            raise UsageError(f"{bound} is no date", "write a day, a month or a year: 2023-07-12, 2023-07, 2023")
    office = Office(party=known, title=title, since=since, until=until)
    return Decision(action="add", kind="office", subject=actor, office=office, by=by)


def reasoned(decision: Decision, why: str, sources: Sequence[str]) -> Decision:
    """The decision with its reason and what it rests on."""
    return msgspec.structs.replace(decision, why=why, sources=(*decision.sources, *sources))


def _of_engagements(record: Record, action: Action, words: Sequence[str], by: str) -> Decision:
    """To merge two, or to take an event out of one; what an engagement is now is written into the decision."""
    if len(words) != _PAIR:
        raise UsageError(f"{action} needs an engagement, and another or an event of it", f"write: verbale decide {action} ID ID")
    all_, known = of_record(record), record.minted()
    one = found(all_, words[0], known)
    if action == "merge":
        other = found(all_, words[1], known)
        judged = [_judged(one.events[0]), _judged(other.events[0])]
        return Decision(action=action, kind="engagement", subject=one.id, other=other.id, judged=tuple(judged), by=by)
    leaving = record.event(words[1])
    if leaving.id not in one.engagement.events:
        raise UsageError(f"{leaving.id} is no event of {one.id}", f"see its events with: verbale engagements {one.id}")
    staying = [_judged(each) for each in one.events if each.id != leaving.id]
    return Decision(action=action, kind="engagement", subject=one.id, other=leaving.id, judged=(_judged(leaving), *staying), by=by)


def _judged(event: Event) -> Judged:
    return Judged(document=event.document.id, sha256=event.document.sha256 or "", event=event)


def _one(words: Sequence[str], action: str) -> str:
    if len(words) != 1:
        raise UsageError(f"{action} needs an id", f"write: verbale decide {action} ID")
    return words[0]


def _kind(action: str, words: Sequence[str]) -> Kind:
    if all(each.startswith(_PERSON) for each in words):
        return "actor"
    return "engagement" if action in _ENGAGEMENT else "event"


def _actor(record: Record, actor: str, case: str) -> str:
    """An actor's id: of the catalogue, or of somebody whom only the record knows."""
    if not actor.startswith(CANDIDATE):
        if actor not in load_world(case).people:
            raise UsageError(f"the catalogue has no {actor}", "see whom it may be with: verbale actors")
        return actor
    known = [each.id for each in found_in(record, case) if each.id.startswith(actor)]
    if len(known) != 1:
        raise UsageError(f"{actor} begins the ids of {len(known)} actors in the record", "see them with: verbale actors")
    return known[0]
