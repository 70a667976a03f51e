"""Engagements as lines: one in a list, and one with its reports, why they are one act, who says what, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verbale.catalogue import labels
from verbale.engagements import Count, Engaged
from verbale.engagements.match import Match
from verbale.model import Conflict, Event
from verbale.record import Record
from verbale.terminal.decisions import logged
from verbale.terminal.words import cut, line

_NAMED = 6


def engagement_line(each: Engaged) -> str:
    """One engagement of a list."""
    told = each.engagement
    parties = sorted(each.parties)
    who = ", ".join(parties[:_NAMED]) + (f" and {len(parties) - _NAMED} more" if len(parties) > _NAMED else "")
    parts = (
        f"{each.id}  {told.values.get('date', 'undated'):10}",
        f"{told.type} {told.mode}, {labels.label('status', told.status)}",
        who or "parties not told",
        told.values.get("place", ""),
        reports_of(each),
        f"in conflict: {', '.join(conflict.field for conflict in told.conflicts)}" if told.conflicts else "",
        f"part of {told.parent}" if told.parent else "",
    )
    return "  ".join(part for part in parts if part)


def engagement_lines(each: Engaged, others: Iterable[Engaged], record: Record) -> Iterator[str]:
    """One engagement with all that it rests on."""
    yield engagement_line(each)
    yield from (f"  {name}: {value}" for name, value in sorted(each.engagement.values.items()))
    for event in each.events:
        yield f"  report: {teller(event)}, event {event.id}{_copied(each, event)}: “{cut(event.evidence[0].text)}”"
    yield from (f"  same act: {_match(match)}" for match in each.matches)
    for conflict in each.engagement.conflicts:
        yield from _conflict(conflict, {event.id: event for event in each.events})
    yield from (f"  holds: {engagement_line(other)}" for other in others if other.engagement.parent == each.id)
    yield from (f"  decided: {words.strip()}" for words in decided(each, record))


def decided(each: Engaged, record: Record) -> list[str]:
    """What people decided of an engagement or of its events, as lines of the ledger."""
    of = {event.id for event in each.events}
    numbers = {number for (number, _), event in record.attached().items() if event in of}
    return [words for decision, words in logged(record) if decision.number in numbers or decision.subject == each.id]


def count_lines(told: Count, home: str | None) -> Iterator[str]:
    """A count with its rule, and how it falls to the outside parties."""
    yield f"{told.count}  {told.rule}: {told.words}"
    yield f"   resting on {told.reports} reports, {told.events} events, {told.engagements} engagements"
    yield from (f"{number:6}  {labels.heading(party, home)} ({party})" for party, number in told.parties.items())


def reports_of(each: Engaged) -> str:
    """By how many documents and independent publishers an engagement is told, and whether people reviewed it."""
    number, publishers = len(each.documents), len(each.publishers)
    reports = f"{number} report{'s' * (number != 1)}"
    by = f" by {publishers} publisher{'s' * (publishers != 1)}" if number > 1 else ""
    return f"{reports}{by}, {reviewed(each.events)}"


def reviewed(events: Sequence[Event]) -> str:
    """How many of the events a person has looked at."""
    seen = sum(1 for each in events if each.review and each.review.verdict != "unsure")
    return "not reviewed" if not seen else "reviewed" if seen == len(events) else f"{seen} of {len(events)} events reviewed"


def teller(event: Event) -> str:
    """Who reports an event, and when."""
    document = event.document
    return f"{document.published or 'undated'}, {line(document.publisher or document.key or document.id)}"


def _copied(each: Engaged, event: Event) -> str:
    original = each.copies.get(event.document.id)
    return f", a copy of document {original}" if original else ""


def _match(match: Match) -> str:
    why = "; ".join(f"{line(reason.words)} ({reason.weight:+.1f})" for reason in match.reasons)
    return f"{match.score:.2f} {match.a} and {match.b}: {why}"


def _conflict(conflict: Conflict, events: dict[str, Event]) -> Iterator[str]:
    yield f"  CONFLICT {conflict.field}: {line(conflict.preferred)} is preferred: {conflict.rule}"
    for value, saying in conflict.values.items():
        tellers = "; ".join(dict.fromkeys(teller(events[each]) for each in saying))
        yield f"    {line(value)}: {tellers}"
