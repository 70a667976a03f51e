"""What a passage is about: topics, tools of pressure and inducement, and needs, by the phrases of ``themes.csv``.

In a phrase "…" stands for up to three words: "lost … jobs" is "lost their jobs" and "lost most of the jobs".
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable

from verbale.catalogue import tables
from verbale.catalogue.fold import fold

Spans = dict[str, list[tuple[int, int]]]
_FLAT = str.maketrans({"-": " "})
_GAP, _WORDS = "…", r"(?:\s+[\w']+){0,3}\s+"


def topics(words: str) -> tuple[str, ...]:
    """The topics that ``words`` names, in the codebook's order."""
    return tuple(found("topics", words))


def tools(words: str) -> tuple[str, ...]:
    """The pressure or inducement that ``words`` names."""
    return tuple(found("tools", words))


def needs(words: str) -> tuple[str, ...]:
    """The needs that ``words`` names."""
    return tuple(found("needs", words))


def found(facet: str, words: str) -> Spans:
    """The values of a facet in ``words``, in the order of the table, each with the spans of its phrases."""
    spans: Spans = defaultdict(list)
    low = fold(words).lower().translate(_FLAT)
    for match in _pattern(facet).finditer(low):
        for value in _phrases(facet)[_bare(match[0], facet)]:
            spans[value].append(match.span())
    for value, pattern in _spread(facet):
        spans[value] += [m.span() for m in pattern.finditer(low)]
    return {v: sorted(spans[v]) for v in _values(facet) if spans[v]}


def strength(facet: str, words: Iterable[str]) -> dict[str, int]:
    """How often each value of a facet is named in all of ``words``."""
    counts: dict[str, int] = defaultdict(int)
    for part in words:
        for value, spans in found(facet, part).items():
            counts[value] += len(spans)
    return dict(counts)


@functools.cache
def _phrases(facet: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = defaultdict(list)
    for row in tables.rows("common", "themes"):
        if row["facet"] == facet and _GAP not in row["phrase"]:
            table[fold(row["phrase"]).lower().translate(_FLAT)].append(row["value"])
    return table


@functools.cache
def _spread(facet: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases with a gap, by value."""
    table: dict[str, list[str]] = defaultdict(list)
    for row in tables.rows("common", "themes"):
        if row["facet"] == facet and _GAP in row["phrase"]:
            parts = [re.escape(fold(p.strip()).lower().translate(_FLAT)) for p in row["phrase"].split(_GAP)]
            table[row["value"]].append(_WORDS.join(parts))
    return tuple((value, re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})s?(?!\w)")) for value, phrases in table.items())


@functools.cache
def _values(facet: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r["value"] for r in tables.rows("common", "themes") if r["facet"] == facet))


@functools.cache
def _pattern(facet: str) -> re.Pattern[str]:
    longest_first = sorted(_phrases(facet), key=len, reverse=True)
    return re.compile(rf"(?<![\w])(?:{'|'.join(re.escape(p) for p in longest_first)})(?:e?s)?(?![\w])")


def _bare(words: str, facet: str) -> str:
    """The phrase of the table that matched words are, with their plural ending taken off where it is not in the table."""
    return next(w for w in (words, words.removesuffix("s"), words.removesuffix("es")) if w in _phrases(facet))
