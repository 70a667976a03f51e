"""What was asked, by whom, of whom, and who heard it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from verbale.analysis.entries import Entry, Rule, admits
from verbale.catalogue import labels

_STANDARD = Rule()
UNNAMED = frozenset({"WORLD", "REGION", "WEST"})
"""Parties that name nobody."""


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """An ask on one topic: its speaker (a party from outside, or a class of the country), who heard it, and when.

    An engagement is one ask for each speaker and topic, however often it is told.
    """

    speaker: str
    topic: str
    heard: frozenset[str]
    day: int | None
    entry: Entry


def asks(entries: Iterable[Entry]) -> tuple[Ask, ...]:
    """Every ask of engagements that took place, by date."""
    found = (ask for each in entries if admits(each, _STANDARD) for ask in _of(each))
    return tuple(sorted(found, key=lambda ask: (ask.entry.date or "9999", ask.speaker, ask.topic, ask.entry.id)))


def name(party: str) -> str:
    """The speaker that a party is: itself, or its class within the country."""
    return labels.class_of(party) or party


def called(speaker: str) -> str:
    """What a speaker is called at the head of a row."""
    return labels.short("class", speaker).capitalize() if speaker in labels.codes("class") else labels.heading(speaker)


def _of(each: Entry) -> Iterator[Ask]:
    seen: dict[tuple[str, str], set[str]] = {}
    for asked in each.facts.asks:
        for topic in asked.topics:
            for party in set(asked.sources) - UNNAMED:
                seen.setdefault((name(party), topic), set()).update(map(name, set(asked.heard) - {party} - UNNAMED))
    for (speaker, topic), heard in seen.items():
        yield Ask(speaker=speaker, topic=topic, heard=frozenset(heard - {speaker}), day=each.middle, entry=each)
