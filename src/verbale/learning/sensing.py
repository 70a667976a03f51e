"""Fitting what clauses tell by their words: rows of clues of every verb and noun, and which acts each tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from verbale.coding.features import TYPES
from verbale.coding.senses import BUCKETS, Kind, Senses, clues, triggers
from verbale.coding.trees import Array
from verbale.learning.corpus import Act, Passage

ENOUGH = 60
"""A mode is a kind of its own from this many acts on; those of rarer modes count as the commonest mode of their type."""
SHRINKING = 2.0
STEPS = 40
FOLDS = 5
Place = tuple[int, int]


class Lesson(msgspec.Struct):
    """What is learnt from one passage: the clues of every trigger, and the acts that each tells (type and mode)."""

    clues: list[list[int]]
    told: list[set[Kind]]


def lesson(passage: Passage) -> Lesson:
    """The lesson of a passage. An act is told by the triggers of its candidates, and where it has none by the head of its words."""
    told: dict[Place, set[Kind]] = defaultdict(set)
    for draft, tells in zip(passage.drafts, passage.tells, strict=True):
        if tells is not None:
            told[draft.page.base, draft.token.i].add(_kind(passage.acts[tells]))
    found = {tells for tells in passage.tells if tells is not None}
    for number, act in enumerate(passage.acts):
        place = _head(passage, act) if number not in found else None
        if place is not None:
            told[place].add(_kind(act))
    every = [(page, token) for page in passage.pages for token in triggers(page)]
    return Lesson([clues(page, token) for page, token in every], [told.get((page.base, token.i), set()) for page, token in every])


def _kind(act: Act) -> Kind:
    return Kind(act["type"], act["mode"])


def _head(passage: Passage, act: Act) -> Place | None:
    """The word on which most of an act's first words hang."""
    first = act["evidence"][0]
    start, end = (first["start"], first["end"]) if isinstance(first, dict) else first
    for page in passage.pages:
        inside = {t.i: t for t in page.doc if start <= page.start(t) and page.end(t) <= end}
        heads = [t for t in inside.values() if t.head.i not in inside or t.head.i == t.i]
        if heads:
            best = max(heads, key=lambda t: (sum(1 for below in t.subtree if below.i in inside), -t.i))
            return page.base, best.i
    return None


def fit(lessons: Iterable[Lesson]) -> Senses:
    """The model fitted to lessons: logistic regression of every kind, weights drawn to nought."""
    rows = [(c, t) for lesson in lessons for c, t in zip(lesson.clues, lesson.told, strict=True)]
    kinds, folded = _kinds(kind for _, told in rows for kind in told)
    right = np.zeros((len(rows), len(kinds)), dtype=np.float32)
    for row, (_, told) in enumerate(rows):
        right[row, [kinds.index(folded[kind]) for kind in told]] = 1
    ends = np.cumsum([0, *(len(c) for c, _ in rows)])
    places = np.array([n for c, _ in rows for n in c], dtype=np.int32)
    table = csr_matrix((np.ones(len(places), dtype=np.float32), places, ends), shape=(len(rows), BUCKETS))
    return Senses(kinds, _weights(table, right).astype(np.float16))


def _kinds(told: Iterable[Kind]) -> tuple[list[Kind], dict[Kind, Kind]]:
    """The kinds that are told often enough, in the order of types, and what every kind counts as."""
    often = Counter(told)
    chief = {t: max((n, k.mode) for k, n in often.items() if k.type == t)[1] for t in TYPES if any(k.type == t for k in often)}
    folded = {k: k if n >= ENOUGH else Kind(k.type, chief[k.type]) for k, n in often.items()}
    return sorted(set(folded.values()), key=lambda k: (TYPES.index(k.type), k.mode)), folded


def _weights(table: Any, right: Array) -> Array:
    across, shape = table.T.tocsr(), (BUCKETS + 1, right.shape[1])

    def loss(flat: Array) -> tuple[float, Array]:
        weights = flat.reshape(shape).astype(np.float32)
        odds = table @ weights[:-1] + weights[-1]
        wrong = 1 / (1 + np.exp(-odds)) - right
        slope = np.vstack([across @ wrong + SHRINKING * weights[:-1], wrong.sum(axis=0)])
        cost = np.logaddexp(0, odds).sum() - (right * odds).sum() + SHRINKING / 2 * (weights[:-1] ** 2).sum()
        return float(cost), slope.ravel().astype(np.float64)

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x.reshape(shape))


def left_out(lessons: Sequence[Lesson]) -> list[Senses]:
    """For every fold the model fitted to the passages of the others; passage ``n`` is in fold ``n % FOLDS``."""
    return [fit(lesson for n, lesson in enumerate(lessons) if n % FOLDS != fold) for fold in range(FOLDS)]
