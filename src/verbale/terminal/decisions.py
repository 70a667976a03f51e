"""Decisions as lines: the ledger, and the queue of those that have lost their event."""

from __future__ import annotations

from verbale.model import Event
from verbale.record import Decision, Record, Stale, live


def logged(record: Record) -> list[tuple[Decision, str]]:
    """Every decision with its line, the first first; what was undone says so."""
    taken = record.decisions()
    holding = {each.number for each in live(taken)}
    return [(each, _line(each, each.number in holding or each.action == "undo")) for each in taken]


def queued(record: Record) -> list[tuple[Stale, str]]:
    """Every decision that belongs to no event any more, with why and with the words that it was taken on."""
    return [(each, f"{_line(each.decision, True)}\n      {each.words}: “{_words(each)}”") for each in record.stale()]


def decided_of(record: Record, event: Event) -> list[str]:
    """What was decided of an event, the first first: as lines of the ledger."""
    numbers = {number for (number, _), each in record.attached().items() if each == event.id}
    return [words for each, words in logged(record) if each.number in numbers]


def _line(decision: Decision, holds: bool) -> str:
    what = " ".join(filter(None, (decision.action, decision.subject, decision.other)))
    changed = ", ".join(f"{name}={value}" for name, value in decision.changes.items() if not isinstance(value, list | dict))
    office = f"{decision.office.title} ({decision.office.party})" if decision.office else ""
    parts = (f"{decision.number:4}  {decision.at}  {decision.by}", what, changed, office, decision.why, " ".join(decision.sources))
    return "  ".join(part for part in parts if part) + ("" if holds else "  (undone)")


def _words(stale: Stale) -> str:
    (event, *_) = (each.event for each in stale.decision.judged if each.document == stale.document)
    return " ".join(event.evidence[0].text.split())
