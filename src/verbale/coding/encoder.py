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

from verbale.coding.arithmetic import one_thread
from verbale.coding.pieces import Piece, Pieces
from verbale.coding.trees import Array

PATH = Path(__file__).parent / "models" / "encoder.npz"
HEADS = 12
LONGEST = 250
"""How many pieces are read together at most."""
_EPSILON = 1e-12
_AT_HAND = 40_000
"""How many numbers are bent at a time."""
_PARTS = ("first", "first.bias", "last", "last.bias")
"""The arrays of what is asked of vectors."""
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
    """The transformer: rows of ``(pieces, 384)`` from numbers of pieces.

    Inside, every piece is a column: so what is asked of each piece is asked of all of them at once, one number beside the other.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        """Take the arrays as they were written: matrices in whole numbers with a scale for each row, the rest as it is."""
        self.pieces = Pieces(str(arrays["vocabulary"]).split("\n"))
        self._words = arrays["words"], arrays["words.scale"]
        self.size = int(arrays["words"].shape[1])
        self._places = arrays["places"].astype(np.float32)
        self._start = _norm(arrays, "start")
        self._layers = [Layer(arrays, f"{n}.") for n in range(int(arrays["layers"]))]
        self.acts = Head(arrays, "acts")
        self.ways = Ways(arrays)

    def vectors(self, numbers: Sequence[int]) -> Array:
        """What each piece means, of shape ``(pieces, 384)``, for pieces that are read together."""
        ids = np.array([self.pieces.first, *numbers, self.pieces.last])
        words, scale = self._words
        seen = words[ids] * scale[ids].astype(np.float32)[:, None] + self._places[: len(ids)]
        seen = normed(np.ascontiguousarray(seen.T), *self._start)
        for layer in self._layers:
            seen = layer(seen)
        return np.ascontiguousarray(seen[:, 1:-1].T)


class Head:
    """What is asked of vectors: two matrices with a bend between them; the answers are log-odds."""

    def __init__(self, arrays: Mapping[str, Array], name: str) -> None:
        """Take the arrays whose names begin with ``name``."""
        self.many = len(arrays[f"{name}.last.bias"])
        self._parts = [arrays[f"{name}.{part}"].astype(np.float32) for part in _PARTS]

    def __call__(self, rows: Array) -> Array:
        """The log-odds of every question for each row."""
        first, shift, last, end = self._parts
        return np.asarray(bent(rows @ first + shift) @ last + end)


class Ways:
    """What is asked of a trigger, of somebody, of both together and of a type of act: whether somebody is source, and target.

    The first matrix is applied part by part: what words tell ``alone`` is worked out once for a document, as a matrix costs most
    where it meets few rows at a time.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        """Take the arrays whose names begin with ``ways``, and the types."""
        first, shift, self._last, self._end = (arrays[f"ways.{part}"].astype(np.float32) for part in _PARTS)
        trigger, party, self._both, types = np.split(first, np.arange(1, 4) * arrays["words"].shape[1])
        self._alone = np.concatenate([trigger, party], axis=1)
        self._types = arrays["types"].astype(np.float32) @ types + shift

    def alone(self, vectors: Array) -> Array:
        """What each vector tells as a trigger and as a party, of shape ``(vectors, 2, width)``."""
        return np.asarray((vectors @ self._alone).reshape(len(vectors), 2, -1))

    def both(self, products: Array) -> Array:
        """What pairs tell by the products of their vectors, of shape ``(pairs, width)``."""
        return np.asarray(products @ self._both)

    def __call__(self, told: Array, types: Array) -> Array:
        """The log-odds of both sides for what pairs tell in all, each for a type of act by its number."""
        return np.asarray(bent(told + self._types[types]) @ self._last + self._end)


class Layer:
    """One layer: attention of every piece to all, then two matrices with a bend between them. Pieces are columns."""

    def __init__(self, arrays: Mapping[str, Array], name: str) -> None:
        """Take the arrays whose names begin with ``name``."""
        asked = [_matrix(arrays, name + m) for m in MATRICES[:3]]
        self._size = len(asked[0])
        scale = np.float32(1 / math.sqrt(self._size / HEADS))
        # what a piece asks is scaled here once, so that what it finds need not be
        self._asked = np.concatenate([asked[0] * scale, *asked[1:]])
        shifts = [_column(arrays, f"{name}{m}.bias") for m in MATRICES]
        self._asked_shift = np.concatenate([shifts[0] * scale, *shifts[1:3]])
        self._mixed, self._wide, self._narrow = (_matrix(arrays, name + m) for m in MATRICES[3:])
        self._mixed_shift, self._wide_shift, self._narrow_shift = shifts[3:]
        self._norms = _norm(arrays, name + "attended"), _norm(arrays, name + "done")

    def __call__(self, seen: Array) -> Array:
        """The next vectors."""
        told = self._mixed @ self._attended(seen)
        told += self._mixed_shift
        told += seen
        seen = normed(told, *self._norms[0])
        wide = self._wide @ seen
        wide += self._wide_shift
        told = self._narrow @ bent(wide)
        told += self._narrow_shift
        told += seen
        return normed(told, *self._norms[1])

    def _attended(self, seen: Array) -> Array:
        """What every piece finds in all others, head by head: the weights of one head stay near the processor."""
        asked = self._asked @ seen
        asked += self._asked_shift
        query, key, value = asked.reshape(3, HEADS, -1, asked.shape[1])
        found = np.empty_like(value)
        weights = np.empty((asked.shape[1], asked.shape[1]), dtype=np.float32)
        for n in range(HEADS):
            np.matmul(key[n].T, query[n], out=weights)
            weights -= weights.max(axis=0)
            np.exp(weights, out=weights)
            np.matmul(value[n], weights, out=found[n])
            found[n] /= weights.sum(axis=0)
        return found.reshape(self._size, -1)


def bent(values: Array) -> Array:
    """The Gaussian error linear unit by its hyperbolic tangent (Hendrycks and Gimpel 2016), in place.

    ``x (1 + tanh u) / 2`` is ``x / (1 + exp(-2u))``, which is quicker; some rows at a time, as many as the processor has at hand.
    """
    step = max(1, _AT_HAND // values[0].size)
    with np.errstate(over="ignore"):  # far below nought nothing is left, and infinity says so
        for start in range(0, len(values), step):
            own = values[start : start + step]
            inner = own * own
            inner *= np.float32(-2 * math.sqrt(2 / math.pi) * 0.044715)
            inner -= np.float32(2 * math.sqrt(2 / math.pi))
            inner *= own
            np.exp(inner, out=inner)
            inner += np.float32(1.0)
            own /= inner
    return values


def normed(values: Array, scale: Array, shift: Array) -> Array:
    """Columns of mean nought and spread one, then scaled and shifted (Ba et al. 2016), in place."""
    values -= values.mean(axis=0)
    values /= np.sqrt(np.einsum("ij,ij->j", values, values) / np.float32(len(values)) + np.float32(_EPSILON))
    values *= scale
    values += shift
    return values


def _matrix(arrays: Mapping[str, Array], name: str) -> Array:
    return np.asarray(arrays[name] * arrays[f"{name}.scale"].astype(np.float32)[:, None])


def _column(arrays: Mapping[str, Array], name: str) -> Array:
    return arrays[name].astype(np.float32)[:, None]


def _norm(arrays: Mapping[str, Array], name: str) -> tuple[Array, Array]:
    return _column(arrays, f"{name}.norm"), _column(arrays, f"{name}.shift")


@functools.cache
def encoder(path: Path = PATH) -> Encoder | None:
    """The encoder that ships; ``None`` where its file is missing."""
    if not path.is_file():
        return None
    one_thread()
    with np.load(path, allow_pickle=False) as stored:
        return Encoder(dict(stored))
