"""The words of one document as the encoder reads them, and what its vectors answer: which acts, and who takes part in them."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from verbale.coding.encoder import Encoder, windows
from verbale.coding.features import TYPES
from verbale.coding.page import Page
from verbale.coding.pieces import Piece, Pieces
from verbale.coding.trees import Array

_NUMBERS = {name: n for n, name in enumerate(TYPES)}
Span = tuple[int, int]
"""Code points ``[start, end)`` of a document."""


class Place(NamedTuple):
    """Pieces ``[start, end)`` of a window."""

    window: int
    start: int
    end: int


class Way(NamedTuple):
    """A trigger, somebody at hand of it, and the type of act that it would tell."""

    trigger: Span
    party: Span
    type: str


class Layout:
    """The pieces of a document's pages, and which are read together (``windows``)."""

    def __init__(self, pieces: Pieces, pages: Sequence[Page]) -> None:
        """Cut the pages' text."""
        every = [Piece(p.id, page.base + p.start, page.base + p.end) for page in pages for p in pieces.of(page.doc.text)]
        starts = [page.start(sentence[0]) for page in pages for sentence in page.doc.sents]
        self._cuts = windows(every, starts)
        self._starts, self._ends = [p.start for p in every], [p.end for p in every]
        self.windows = [[p.id for p in every[a:b]] for a, b in self._cuts]

    def place(self, span: Span) -> Place | None:
        """Where a stretch of the text stands; one that goes on into the next window ends with its own."""
        first, end = bisect_right(self._ends, span[0]), bisect_left(self._starts, span[1])
        if end <= first:
            return None
        n = bisect_right(self._cuts, first, key=lambda cut: cut.start) - 1
        begin, stop = self._cuts[n]
        return Place(n, first - begin, min(end, stop) - begin)


class Vectors:
    """The vectors of windows of pieces, and what they answer."""

    def __init__(self, encoder: Encoder, windows: Iterable[Sequence[int]]) -> None:
        """Read the windows, numbers of pieces."""
        self._encoder = encoder
        vectors = [encoder.vectors(numbers) for numbers in windows]
        self._sums = [_sums(each) for each in vectors]
        self._alone = [_sums(encoder.ways.alone(each)) for each in vectors]
        self._known: dict[Place, tuple[Array, Array]] = {}

    def acts(self, triggers: Sequence[Place | None]) -> Array:
        """Log-odds of what each trigger tells, a column for each kind of act and status; ``nan`` for what is nowhere."""
        found = np.full((len(triggers), self._encoder.acts.many), np.nan, dtype=np.float32)
        near = [n for n, place in enumerate(triggers) if place is not None]
        if near:
            found[near] = self._encoder.acts(np.array([self._means(place)[0] for place in triggers if place is not None]))
        return found

    def ways(self, ways: Sequence[tuple[Place | None, Place | None, int]]) -> Array:
        """Log-odds of being source, and target, of shape ``(ways, 2)``; ``nan`` where both are not read together.

        A way is the place of a trigger, that of somebody, and the number of the type of act.
        """
        found = np.full((len(ways), 2), np.nan, dtype=np.float32)
        pairs: dict[tuple[Place, Place], int] = {}
        near, rows, types = [], [], []
        for n, (trigger, party, type_) in enumerate(ways):
            if trigger and party and trigger.window == party.window:
                near.append(n)
                rows.append(pairs.setdefault((trigger, party), len(pairs)))
                types.append(type_)
        if near:
            found[near] = self._encoder.ways(self._told(pairs)[rows], np.array(types))
        return found

    def _told(self, pairs: Iterable[tuple[Place, Place]]) -> Array:
        """What pairs of a trigger and somebody tell whatever the type of act, a row for each."""
        means = [(self._means(trigger), self._means(party)) for trigger, party in pairs]
        alone = np.array([one[0] + other[1] for (_, one), (_, other) in means])
        return np.asarray(alone + self._encoder.ways.both(np.array([one * other for (one, _), (other, _) in means])))

    def _means(self, place: Place) -> tuple[Array, Array]:
        """The mean of a place's vectors, and of what they tell alone."""
        if place not in self._known:
            window, start, end = place
            sums, alone = self._sums[window], self._alone[window]
            self._known[place] = (sums[end] - sums[start]) / (end - start), (alone[end] - alone[start]) / (end - start)
        return self._known[place]


class Meanings:
    """What stretches of a document mean where they stand."""

    def __init__(self, encoder: Encoder, pages: Sequence[Page]) -> None:
        """Read the pages."""
        layout = Layout(encoder.pieces, pages)
        self._place = functools.cache(layout.place)
        self._vectors = Vectors(encoder, layout.windows)

    def acts(self, triggers: Iterable[Span]) -> Array:
        """Log-odds of what each trigger tells, a column for each kind of act and status (see :mod:`verbale.coding.senses`)."""
        return self._vectors.acts([self._place(span) for span in triggers])

    def ways(self, ways: Iterable[Way]) -> Array:
        """Log-odds of being source, and target, of shape ``(ways, 2)``; ``nan`` where both are not read together."""
        place = self._place
        return self._vectors.ways([(place(way.trigger), place(way.party), _NUMBERS[way.type]) for way in ways])


def _sums(vectors: Array) -> Array:
    return np.concatenate([np.zeros((1, *vectors.shape[1:]), dtype=np.float32), vectors.cumsum(axis=0)])
