"""What every word of a document means where it stands: vectors of a small transformer, as plain arrays.

The model is all-MiniLM-L6-v2 (Wang et al. 2020; Apache 2.0), fitted on by :mod:`verbale.learning` to tell acts and who takes part.
It reads sentences together, as many as it can hold, so that a word's vector knows what stands before and after.
"""

from __future__ import annotations

import functools
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from verbale.coding.pieces import Piece, Pieces
from verbale.coding.trees import Array

PATH = Path(__file__).parent / "models" / "encoder.npz"
HEADS = 12
LONGEST = 250
"""How many pieces are read together at most."""
_EPSILON = 1e-12
MATRICES = ("query", "key", "value", "mixed", "wide", "narrow")
"""The matrices of a layer."""


class Window(NamedTuple):
    """Pieces ``[start, end)`` of a document that are read together."""

    start: int
    end: int


def windows(pieces: Sequence[Piece], sentences: Sequence[int]) -> list[Window]:
    """What is read together: as many whole sentences as go into a window; longer ones are cut.

    Args:
        pieces: The pieces of a document.
        sentences: Where sentences start in the text, in order.
    """
    starts = [p.start for p in pieces]
    cuts = sorted({0, len(pieces), *(_at(starts, place) for place in sentences)})
    found: list[Window] = []
    begin = 0
    for before, after in pairwise(cuts):
        if after - begin > LONGEST and before > begin:
            found.append(Window(begin, before))
            begin = before
        while after - begin > LONGEST:
            found.append(Window(begin, begin + LONGEST))
            begin += LONGEST
    return [*found, Window(begin, len(pieces))] if begin < len(pieces) else found


def _at(starts: Sequence[int], place: int) -> int:
    """The first piece that starts at a place of the text or after it."""
    return bisect_right(starts, place - 1)


class Encoder:
    """The transformer: rows of ``(pieces, 384)`` from numbers of pieces."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        """Take the arrays as they were written: matrices in whole numbers with a scale for each row, the rest as it is."""
        self.pieces = Pieces(str(arrays["vocabulary"]).split("\n"))
        self._words = arrays["words"], arrays["words.scale"]
        self.size = int(arrays["words"].shape[1])
        self._places = arrays["places"].astype(np.float32)
        self._start = _norm(arrays, "start")
        self._layers = [Layer(arrays, f"{n}.") for n in range(int(arrays["layers"]))]
        self.acts = Head(arrays, "acts")
        self.ways = Head(arrays, "ways")
        self.types = arrays["types"].astype(np.float32)

    def vectors(self, numbers: Sequence[int]) -> Array:
        """What each piece means, of shape ``(pieces, 384)``, for pieces that are read together."""
        ids = np.array([self.pieces.first, *numbers, self.pieces.last])
        words, scale = self._words
        seen = words[ids] * scale[ids].astype(np.float32)[:, None] + self._places[: len(ids)]
        seen = normed(seen, *self._start)
        for layer in self._layers:
            seen = layer(seen)
        return seen[1:-1]


class Head:
    """What is asked of vectors: two matrices with a bend between them; the answers are log-odds."""

    def __init__(self, arrays: Mapping[str, Array], name: str) -> None:
        """Take the arrays whose names begin with ``name``."""
        self.many = len(arrays[f"{name}.last.bias"])
        self._parts = [arrays[f"{name}.{part}"].astype(np.float32) for part in ("first", "first.bias", "last", "last.bias")]

    def __call__(self, rows: Array) -> Array:
        """The log-odds of every question for each row."""
        first, shift, last, end = self._parts
        return np.asarray(bent(rows @ first + shift) @ last + end)


class Layer:
    """One layer: attention of every piece to all, then two matrices with a bend between them."""

    def __init__(self, arrays: Mapping[str, Array], name: str) -> None:
        """Take the arrays whose names begin with ``name``."""
        self._m = {m: _matrix(arrays, name + m) for m in MATRICES}
        self._b = {m: arrays[f"{name}{m}.bias"].astype(np.float32) for m in MATRICES}
        self._norms = _norm(arrays, name + "attended"), _norm(arrays, name + "done")

    def __call__(self, seen: Array) -> Array:
        """The next vectors."""
        query, key, value = (self._heads(seen, m) for m in MATRICES[:3])
        weights = query @ key.transpose(0, 2, 1) / math.sqrt(query.shape[2])
        weights = np.exp(weights - weights.max(axis=2, keepdims=True))
        told = (weights @ value / weights.sum(axis=2, keepdims=True)).transpose(1, 0, 2).reshape(seen.shape)
        seen = normed(seen + self._times(told, "mixed"), *self._norms[0])
        return normed(seen + self._times(bent(self._times(seen, "wide")), "narrow"), *self._norms[1])

    def _times(self, seen: Array, m: str) -> Array:
        return seen @ self._m[m] + self._b[m]

    def _heads(self, seen: Array, m: str) -> Array:
        """Vectors as the heads see them, of shape ``(heads, pieces, 32)``."""
        return self._times(seen, m).reshape(len(seen), HEADS, -1).transpose(1, 0, 2)


def bent(values: Array) -> Array:
    """The Gaussian error linear unit by its hyperbolic tangent, which is quicker (Hendrycks and Gimpel 2016)."""
    inner = values * (values * values * np.float32(0.044715) + np.float32(1.0))
    inner *= np.float32(math.sqrt(2 / math.pi))
    np.tanh(inner, out=inner)
    inner += np.float32(1.0)
    inner *= values
    inner *= np.float32(0.5)
    return np.asarray(inner)


def normed(values: Array, scale: Array, shift: Array) -> Array:
    """Rows of mean nought and spread one, then scaled and shifted (Ba et al. 2016)."""
    middle = values - values.mean(axis=1, keepdims=True)
    return np.asarray(middle / np.sqrt((middle * middle).mean(axis=1, keepdims=True) + _EPSILON) * scale + shift)


def _matrix(arrays: Mapping[str, Array], name: str) -> Array:
    return np.ascontiguousarray((arrays[name] * arrays[f"{name}.scale"].astype(np.float32)[:, None]).T)


def _norm(arrays: Mapping[str, Array], name: str) -> tuple[Array, Array]:
    return arrays[f"{name}.norm"].astype(np.float32), arrays[f"{name}.shift"].astype(np.float32)


@functools.cache
def encoder(path: Path = PATH) -> Encoder | None:
    """The encoder that ships; ``None`` where its file is missing."""
    if not path.is_file():
        return None
    threadpool_limits(1, user_api="blas")  # documents are read side by side, and the same on however many cores
    with np.load(path, allow_pickle=False) as stored:
        return Encoder(dict(stored))
