"""Values that differ between the reports of one engagement, side by side, and the one that a rule prefers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verbale.engagements.reports import accounts, confirmed, publishers
from verbale.engagements.wording import by_machine, to_come
from verbale.model import ENGAGING, Conflict, Event

BOTH_SIDES = "both sides say that it took place"
OUTCOME = "a report of the outcome before an announcement"
EXACT = "what people reviewed, then the most exact date, read rather than inferred, then the most independent publishers"
OWN_RANK = "the own government's account of its rank"
MOST = "what people reviewed, then the most independent publishers, then the earliest report"

_PLAIN = ("mode", "place", "channel", "format", "visibility", "venue", "women_present", "count")
_SILENT = (None, "unknown")
_OUTCOMES = ("happened", "ongoing", "cancelled", "denied", "refused")
_BASES = ("stated", "relative", "publication", None)
_PRECISIONS = ("day", "week", "month", "year", None)

Told = dict[str, list[Event]]
"""The values of one field, each with the events that say so, in the order of the events."""


def preferred(events: Sequence[Event], copies: Mapping[str, str]) -> tuple[dict[str, str], tuple[Conflict, ...]]:
    """The preferred value of each field, and the fields in conflict.

    Args:
        events: The events of one engagement, the first published first.
        copies: Each copied document's id, and that of the document which it copies.
    """
    values: dict[str, str] = {}
    conflicts: list[Conflict] = []
    for field, told, (value, rule) in _chosen(events, copies):
        values[field] = value
        if len(told) > 1:
            said = {each: tuple(event.id for event in saying) for each, saying in told.items()}
            conflicts.append(Conflict(field=field, preferred=value, rule=rule, values=said))
    return values, tuple(conflicts)


def _chosen(events: Sequence[Event], copies: Mapping[str, str]) -> Iterator[tuple[str, Told, tuple[str, str]]]:
    told = _told(events, "status")
    yield "status", told, _status(told, copies)
    if dated := [event for event in events if event.date and not to_come(event)] or [event for event in events if event.date]:
        exact = _exact(dated, copies)
        yield "date", _days(dated, exact), (exact.date or "", EXACT)
    of_kind = [event for event in events if event.type == kind(events)]
    for field in _PLAIN:
        if told := _told(of_kind if field == "mode" else events, field):
            yield field, told, _most(told, copies)
    for party in sorted({party for event in events for party in event.level}):
        told = {}
        for event in events:
            if party in event.level:
                told.setdefault(event.level[party], []).append(event)
        yield f"level.{party}", told, _rank(told, party, copies)


def kind(events: Sequence[Event]) -> str:
    """The type of an act: where one clause was read as two contrary types, that of the surest reading."""
    types = {event.type for event in events}
    return events[0].type if len(types) == 1 else max(events, key=_sure).type


def _told(events: Sequence[Event], field: str) -> Told:
    speaking = [event for event in events if getattr(event, field) not in _SILENT]
    surest: dict[str, Event] = {}
    for event in speaking:
        # what is announced and then reported in one document took place
        how = (field == "status" and event.status in ENGAGING, _sure(event))
        best = surest.setdefault(event.document.id, event)
        if how > (field == "status" and best.status in ENGAGING, _sure(best)):
            surest[event.document.id] = event
    found: Told = {}
    for event in speaking:
        value = getattr(event, field)
        # a document that was read twice says one thing
        if not by_machine(event) or value == getattr(surest[event.document.id], field):
            found.setdefault(str(value), []).append(event)
    return found


def _sure(event: Event) -> tuple[bool, float]:
    return not by_machine(event), event.confidence


def _exact(dated: Sequence[Event], copies: Mapping[str, str]) -> Event:
    """The event with the most exact date; of those as exact, one that the most publishers agree with."""
    how = {e.id: (not confirmed(e), _BASES.index(e.date_basis), _PRECISIONS.index(e.date_precision)) for e in dated}
    found: Told = {}
    for event in dated:
        if how[event.id] == min(how.values()):
            found.setdefault(event.date or "", []).append(event)
    return found[_most(found, copies)[0]][0]


def _days(dated: Sequence[Event], exact: Event) -> Told:
    """The dates that contradict each other: not those of the publication alone, nor a month beside a day of that month."""
    found: Told = {exact.date or "": [exact]}
    for event in dated:
        day = event.date or ""
        if event is not exact and event.date_basis != "publication":
            within = next((each for each in found if each.startswith(day)), day)
            found.setdefault(within, []).append(event)
    return found


def _status(told: Told, copies: Mapping[str, str]) -> tuple[str, str]:
    held = [event for status in ENGAGING for event in told.get(status, ())]
    sides = frozenset().union(*(accounts(event) & event.parties() for event in held))
    if len(sides) > 1:
        return ("happened" if "happened" in told else "ongoing"), BOTH_SIDES
    outcome = {status: events for status, events in told.items() if status in _OUTCOMES}
    if len(outcome) > 1:
        return _most(outcome, copies)
    return (next(iter(outcome)), OUTCOME) if outcome else _most(told, copies)


def _rank(told: Told, party: str, copies: Mapping[str, str]) -> tuple[str, str]:
    own = {value: events for value, events in told.items() if any(party in accounts(event) for event in events)}
    return (_most(own, copies)[0], OWN_RANK) if own else _most(told, copies)


def _most(told: Told, copies: Mapping[str, str]) -> tuple[str, str]:
    def weight(value: str) -> tuple[bool, int]:
        return any(map(confirmed, told[value])), len(publishers(told[value], copies))

    # max keeps the first of equals, and the events stand in the order of their publication
    return max(told, key=weight), MOST
