"""One Aho-Corasick pass over the text: every name of the catalogue that stands there as a word of its own.

The hits gate the document and pick the blocks that are worth parsing; the gate must lose nothing.
"""

from __future__ import annotations

import functools

import ahocorasick_rs
import msgspec

from verbale.catalogue.fold import fold
from verbale.catalogue.world import Entry, World, load_world


class Hit(msgspec.Struct, frozen=True):
    """A name of the catalogue at ``[start, end)``; several entries where the name is ambiguous."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]

    def kinds(self) -> frozenset[str]:
        """The kinds of its entries."""
        return frozenset(e.kind for e in self.entries)


class _Automaton:
    def __init__(self, world: World) -> None:
        self.patterns = sorted(world.names)
        self.entries = [tuple(world.names[p]) for p in self.patterns]
        self.machine = ahocorasick_rs.AhoCorasick(self.patterns, matchkind=ahocorasick_rs.MatchKind.Standard)


@functools.cache
def _automaton(case: str) -> _Automaton:
    return _Automaton(load_world(case))


def scan(text: str, case: str) -> list[Hit]:
    """The hits in ``text``, by start and then longest first; a hit inside a longer one is left out."""
    folded = fold(text)
    auto = _automaton(case)
    found = [
        (start, end, index)
        for index, start, end in auto.machine.find_matches_as_indexes(folded, overlapping=True)
        if _is_word(folded, start, end)
    ]
    found.sort(key=lambda m: (m[0], -m[1]))
    hits: list[Hit] = []
    reach = -1
    for start, end, index in found:
        if end > reach:
            hits.append(Hit(start, end, auto.patterns[index], auto.entries[index]))
            reach = end
    return hits


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum()) and before not in ("@", "/") 
