"""What a clause tells by its words: for every verb and noun, how likely it tells each kind of act.

A linear model over the words around a trigger, their grammar, and what they are kinds of (:mod:`verbale.coding.wordnet`), trained
on passages coded by hand. It finds acts whose verbs no frame knows, and tells the ranker how far a frame's reading fits its words,
and what is likely to have become of the act.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from verbale.coding.blending import blended
from verbale.coding.features import STATUSES
from verbale.coding.meanings import Meanings
from verbale.coding.page import Page
from verbale.coding.tokens import once
from verbale.coding.trees import Array
from verbale.coding.wordnet import kinds

Token = Any
PATH = Path(__file__).parent / "models" / "senses.npz"
BUCKETS = 1 << 15
LIKELY = 0.05
"""From this probability on a clause is looked at though no frame knows its words to tell such an act."""
_NEAR = 15
_WIDE = 20
_OPEN = ("VERB", "NOUN", "ADJ")
_CONTENT = ("VERB", "NOUN", "ADJ", "ADV", "PROPN", "AUX")
_IDLE = ("punct", "det")
_ROLES = ("dobj", "attr", "nsubjpass", "acomp", "xcomp", "ccomp", "nsubj")
_REACHING = ("dobj", "ccomp", "xcomp", "attr", "prep", "acomp", "advcl")
_PARTY = "<party>"


class Kind(NamedTuple):
    """A kind of act."""

    type: str
    mode: str


class Told(NamedTuple):
    """What a trigger may tell: the probability of an act of each kind, and of one with each status (:data:`STATUSES`)."""

    kinds: tuple[Kind, ...]
    chances: tuple[float, ...]
    outlook: tuple[float, ...] = (0.0,) * len(STATUSES)

    def likely(self) -> list[Kind]:
        """The likeliest kind of every type that it may well tell, the likeliest first."""
        ranked = sorted(zip(self.chances, self.kinds, strict=True), key=lambda pair: -pair[0])
        best = {kind.type: kind for chance, kind in reversed(ranked) if chance >= LIKELY}
        return [kind for _, kind in ranked if best.get(kind.type) is kind]

    def fit(self, type_: str) -> tuple[float, float]:
        """How likely it tells an act of a type, and how likely the likeliest act of another."""
        own, others = 0.0, 0.0
        for chance, kind in zip(self.chances, self.kinds, strict=True):
            if kind.type == type_:
                own = max(own, chance)
            else:
                others = max(others, chance)
        return own, others


SILENT = Told((), ())
"""Of a word that is no trigger."""


class Senses:
    """The trained model: a column of weights for each kind of act, then one for each status; the last row is the constant.

    Where the encoder has read the document too, ``blend`` says how much each of both counts (:mod:`verbale.coding.blending`).
    """

    def __init__(self, kinds_: Sequence[Kind], weights: Array, blend: Array | None = None) -> None:
        """Take kinds, weights of shape ``(BUCKETS + 1, kinds + statuses)``, and a blend of shape ``(3, kinds + statuses)``."""
        self.kinds = tuple(kinds_)
        self.weights = np.asarray(weights, dtype=np.float32)
        self.blend = blend

    def odds(self, rows: Iterable[Sequence[int]]) -> Array:
        """The log-odds of every column for each trigger's clues, by them alone."""
        return np.asarray(np.array([self.weights[row].sum(axis=0) for row in rows]) + self.weights[-1])

    def of(self, page: Page, meanings: Meanings | None = None) -> dict[int, Told]:
        """What each trigger of a page may tell, by its place."""
        found = list(triggers(page))
        if not found:
            return {}
        odds = self.odds(clues(page, t) for t in found)
        if meanings is not None and self.blend is not None:
            odds = blended(odds, meanings.acts([(page.start(t), page.end(t)) for t in found]), self.blend)
        chances = 1 / (1 + np.exp(-odds))
        many = len(self.kinds)
        return {t.i: Told(self.kinds, tuple(row[:many]), tuple(row[many:])) for t, row in zip(found, chances.tolist(), strict=True)}


def triggers(page: Page) -> Iterator[Token]:
    """The words that may tell an act: verbs, and nouns that name nobody."""
    for token in page.doc:
        verb = token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass"))
        if verb or (token.pos_ == "NOUN" and token.i not in page.cover):
            yield token


def clues(page: Page, token: Token) -> list[int]:
    """The numbers of what is seen around a trigger, each once, in order."""
    return sorted({*map(_number, _clues(page, token)), *_around(page, token)})


def _number(clue: str) -> int:
    return zlib.crc32(clue.encode()) % BUCKETS


def _clues(page: Page, token: Token) -> Iterator[str]:
    lemma, pos = token.lemma_.lower(), _pos(token)
    yield from (f"trigger:{lemma}:{pos}", f"tag:{token.tag_}", f"edge:{token.dep_}")
    yield from (f"is:{k}" for k in kinds(lemma, pos))
    for child in token.children:
        if child.dep_ not in _IDLE:
            yield from _below(page, lemma, child)
    yield from _above(token)


def _around(page: Page, token: Token) -> Iterator[int]:
    """The numbers of the words in a trigger's phrase and beside it; every word is near to many triggers, so it has its own once."""
    for other in token.subtree:
        if other.pos_ in _CONTENT and other is not token and abs(other.i - token.i) < _NEAR:
            yield _PARTY_INSIDE if other.i in page.cover else _inside(other)
    start = token.sent.start
    for other in token.sent[max(0, token.i - start - _WIDE + 1) : token.i - start + _WIDE]:
        if other.pos_ in _OPEN and other is not token and other.i not in page.cover:
            yield _beside(other)


@once
def _inside(token: Token) -> int:
    return _number(f"in:{token.lemma_.lower()}")


@once
def _beside(token: Token) -> int:
    return _number(f"by:{token.lemma_.lower()}")


_PARTY_INSIDE = _number(f"in:{_PARTY}")


def _below(page: Page, lemma: str, child: Token) -> Iterator[str]:
    word, edge = _word(page, child), child.dep_
    yield f"{edge}:{word}"
    yield f"{lemma}:{edge}:{word}"
    if edge in _ROLES and word != _PARTY:
        yield from (f"{edge}:{k}" for k in kinds(word, _pos(child), 1, 3))
    if edge in _REACHING:
        front = word if edge == "prep" else ""
        yield from (f"{edge}:{front}:{c.dep_}:{_word(page, c)}" for c in child.children if c.dep_ not in _IDLE)


def _above(token: Token) -> Iterator[str]:
    head = token.head
    if head.i == token.i:
        return
    yield f"under:{token.dep_}:{head.lemma_.lower()}"
    yield from (f"under:{k}" for k in kinds(head.lemma_.lower(), _pos(head), 1, 2))
    if head.head.i != head.i:
        yield f"far under:{head.dep_}:{head.head.lemma_.lower()}"


def _word(page: Page, token: Token) -> str:
    return _PARTY if token.i in page.cover else str(token.lemma_.lower())


def _pos(token: Token) -> str:
    return "V" if token.pos_ in ("VERB", "AUX") else "N"


def arrays(senses: Senses) -> dict[str, Array]:
    """The model as it is written."""
    own = {"kinds": np.array([":".join(k) for k in senses.kinds]), "weights": senses.weights.astype(np.float16)}
    return own if senses.blend is None else own | {"blend": senses.blend.astype(np.float32)}


@functools.cache
def senses(path: Path = PATH) -> Senses | None:
    """The model that ships; ``None`` where its file is missing."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as stored:
        return Senses([Kind(*str(k).split(":")) for k in stored["kinds"]], stored["weights"], stored.get("blend"))
