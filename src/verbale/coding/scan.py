"""One Aho-Corasick pass over the text: every name of the catalogue that stands there as a word of its own.

The hits gate the document and pick the blocks that are worth parsing; the gate must lose nothing.
"""

from __future__ import annotations

import functools
import re
from collections import Counter

import ahocorasick_rs
import msgspec

from verbale.catalogue.fold import calm, fold
from verbale.catalogue.world import Entry, World, load_world
from verbale.coding.acronyms import otherwise
from verbale.coding.lexicon import other_bodies

_BRACKETED = re.compile(r"(?P<open> \()(?:the |or )?[\"']?(?P<short>[A-Z][A-Za-z/&-]{0,3}[A-Z]{1,8})[\"']?\)")
_OWN_NAME = re.compile(
    r"(?:[A-Z][\w'-]+ (?:(?:of|for|the|on|and) )*)*"
    r"(?:Contact Group|Group|Organi[sz]ation|Union|Community|Bank|Conference|Authority|Commission|League)"
    r"(?: (?:(?:of|for|the|on|and) )*[A-Z][\w'-]+)*$"
)


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
        self._names: dict[str, frozenset[str]] = {}
        self._index = {pattern: n for n, pattern in enumerate(self.patterns)}
        self.machine = ahocorasick_rs.AhoCorasick(self.patterns, matchkind=ahocorasick_rs.MatchKind.Standard)

    def spelt(self, short: str) -> frozenset[str]:
        """The other names of all that a short form may stand for, without capitals."""
        if short not in self._names:
            meant = frozenset(self.entries[self._index[short]])
            self._names[short] = frozenset(
                name.casefold() for name, of in zip(self.patterns, self.entries, strict=True) if name != short and meant & {*of}
            )
        return self._names[short]


@functools.cache
def _automaton(case: str) -> _Automaton:
    return _Automaton(load_world(case))


def scan(text: str, case: str) -> list[Hit]:
    """The hits in ``text``, by start and then longest first; a hit inside a longer one is left out."""
    folded = fold(calm(text))
    auto = _automaton(case)
    found = [
        (start, end, index)
        for index, start, end in auto.machine.find_matches_as_indexes(folded, overlapping=True)
        if _is_word(folded, start, end) and not _of_another(folded, start, auto.patterns[index])
    ]
    found.sort(key=lambda m: (m[0], -m[1]))
    hits = [Hit(start, end, auto.patterns[index], auto.entries[index]) for start, end, index in found]
    short = {hit.name for hit in hits if hit.name.isupper()}
    other = {name for name in short if otherwise(folded, name, functools.partial(auto.spelt, name))}
    hits = [hit for hit in hits if hit.name not in other]
    return _meant(_longest([*hits, *_acronyms(folded, hits)]))


def _meant(hits: list[Hit]) -> list[Hit]:
    """Ambiguous names with the reading first whose country the document names most otherwise."""
    named = Counter(hit.entries[0].code[:3] for hit in hits if len({e.code[:3] for e in hit.entries}) == 1)

    def ordered(hit: Hit) -> Hit:
        entries = tuple(sorted(hit.entries, key=lambda e: -named[e.code[:3]]))
        return hit if entries == hit.entries else Hit(hit.start, hit.end, hit.name, entries)

    return [hit if len(hit.entries) == 1 else ordered(hit) for hit in hits]


def _longest(hits: list[Hit]) -> list[Hit]:
    """Hits by start, the longest first, those inside another left out."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.end > kept[-1].end:
            kept.append(hit)
    return kept


def _acronyms(text: str, hits: list[Hit]) -> list[Hit]:
    """The short forms that a document gives in brackets, wherever they stand; a body unknown so far goes by its own acronym."""
    ends = {h.end: h for h in hits}
    known = {h.name for h in hits}
    found: list[Hit] = []
    for match in _BRACKETED.finditer(text):
        short = match["short"]
        if short in known:
            continue
        full = ends.get(match.start("open"))
        body = _OWN_NAME.search(text[max(0, match.start() - 90) : match.start("open")])
        if full is None and body is None:
            continue
        entries = full.entries if full else (Entry("body", short, short),)
        found += [Hit(m.start(), m.end(), short, entries) for m in re.finditer(rf"\b{re.escape(short)}\b", text)]
        if full is None and body is not None:
            start = match.start("open") - len(body[0])
            found.append(Hit(start, match.start("open"), short, entries))
        known.add(short)
    return found


def _of_another(text: str, start: int, name: str) -> bool:
    """Whether a name is only the end of another body's: the Security Council in "National Security Council"."""
    before = text[:start].rsplit(maxsplit=1)[-1:] if text[start - 1 : start] == " " else []
    return bool(before) and before[0] in other_bodies().get(name, ())


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum()) and before not in ("@", "/")
