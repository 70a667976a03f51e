"""What a passage is about: topics, tools of pressure and inducement, and needs, by the phrases of ``themes.csv``."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable

from verbale.catalogue import tables
from verbale.catalogue.fold import fold

Spans = dict[str, list[tuple[int, int]]]
_FLAT = str.maketrans({"-": " "})


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
    return {v: spans[v] for v in _values(facet) if v in spans}


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
        if row["facet"] == facet:
            table[fold(row["phrase"]).lower().translate(_FLAT)].append(row["value"])
    return table


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
