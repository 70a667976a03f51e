"""A sentence with what the rules ask of it: its plain words, the instruments that it cites, the parties that it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from verbale.catalogue.fold import fold
from verbale.checking.facts import Fact
from verbale.checking.finding import Finding, Kind
from verbale.coding.instruments import uses
from verbale.coding.scan import scan
from verbale.model import InstrumentUse

_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\bNo\.)\s+(?=[\"'A-Z\d])|(?<=[.!?][\"'])\s+(?=[\"'A-Z\d])")
_LOOKS_BACK = re.compile(r"\b(?:recall|reaffirm|follow|renew|extend|build)\w*", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_TWO = 2
_ACTING = frozenset({"state", "demonym", "capital", "metonym", "body", "authority", "organisation"})
_STATE = frozenset({"state", "demonym", "capital", "metonym"})


class Name(msgspec.Struct, frozen=True):
    """A party named at ``[start, end)``; ``country`` where it is a state."""

    start: int
    end: int
    words: str
    country: str | None


class Passage(msgspec.Struct, frozen=True):
    """A sentence; ``offset`` is its place in the document, all other places are its own. ``before``: what its paragraph cited.

    ``both``: the two countries that the document names most, of which it says "both countries".
    """

    offset: int
    words: str
    uses: tuple[InstrumentUse, ...]
    names: tuple[Name, ...]
    before: tuple[InstrumentUse, ...]
    both: tuple[Name, ...] = ()

    def looks_back(self) -> bool:
        """Whether it cites what came before what it reports."""
        return _LOOKS_BACK.search(self.words) is not None

    def finding(self, kind: Kind, start: int, end: int, *, by: Fact, fact: str, suggestion: str) -> Finding:
        """What is wrong with the words at ``[start, end)`` of the sentence, ``by`` what is known."""
        return Finding(
            kind=kind,
            start=self.offset + start,
            end=self.offset + end,
            written=self.words[start:end],
            fact=fact,
            source=by.source,
            suggestion=suggestion,
            confirmed=by.confirmed,
        )


def passages(text: str, case: str) -> Iterator[Passage]:
    """The sentences of ``text`` in order."""
    start, both = 0, _both(text, case)
    for mark in [*_PARAGRAPH.finditer(text), None]:
        end = mark.start() if mark else len(text)
        yield from _sentences(text[start:end], start, case, both)
        start = mark.end() if mark else end


def _sentences(text: str, offset: int, case: str, both: tuple[Name, ...]) -> Iterator[Passage]:
    folded = fold(text)
    cited, named = uses(text), _names(text, case)
    start = 0
    for end, following in [*((m.start(), m.end()) for m in _END.finditer(folded)), (len(text), len(text))]:
        inside = tuple(_moved(u, -start) for u in cited if start <= u.start < end)
        names = tuple(Name(n.start - start, n.end - start, n.words, n.country) for n in named if start <= n.start < end)
        yield Passage(offset + start, folded[start:end], inside, names, tuple(u for u in cited if u.start < end), both)
        start = following


def _both(text: str, case: str) -> tuple[Name, ...]:
    """The two countries that a text names most, each as it first names it."""
    named = [n for n in _names(text, case) if n.country]
    most = [country for country, _ in Counter(n.country for n in named).most_common(_TWO)]
    return tuple(next(n for n in named if n.country == country) for country in most)


def _names(text: str, case: str) -> list[Name]:
    found = []
    for hit in scan(text, case):
        acting = [e for e in hit.entries if e.kind in _ACTING]
        if acting:
            country = acting[0].code if acting[0].kind in _STATE else None
            found.append(Name(hit.start, hit.end, hit.name, country))
    return found


def _moved(use: InstrumentUse, by: int) -> InstrumentUse:
    return InstrumentUse(id=use.id, start=use.start + by, end=use.end + by, year=use.year, error=use.error)
