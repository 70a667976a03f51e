"""How each speaker names the authority, by year."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from verbale.analysis.entries import AUTHORITY, Entry
from verbale.analysis.voices.asks import UNNAMED, name
from verbale.catalogue import labels, tables
from verbale.catalogue.tables import holds

OTHER = "other"

Named = dict[tuple[str, str, str], list[Entry]]
"""Speaker, year and kind of term, with the engagements in which the speaker used it."""


def namings(entries: Iterable[Entry]) -> Named:
    """The terms for the authority by the parties whose words they are; those of reporters are in none."""
    found: Named = {}
    for each in entries:
        for speaker, kind in sorted(set(_of(each))):
            found.setdefault((speaker, each.date[:4] or "undated", kind), []).append(each)
    return found


def kind_of(words: str) -> str:
    """The kind of a term."""
    return next((kind for kind, pattern in _terms() if holds(pattern, words)), OTHER)


def _of(each: Entry) -> Iterator[tuple[str, str]]:
    for event in each.telling("naming"):
        for naming in event.naming:
            if naming.by and naming.by not in UNNAMED and labels.class_of(naming.party) == AUTHORITY:
                yield name(naming.by), kind_of(naming.words)


@functools.cache
def _terms() -> tuple[tuple[str, str], ...]:
    return tuple((row["kind"], row["words"]) for row in tables.toml("common", "terms")["term"])
