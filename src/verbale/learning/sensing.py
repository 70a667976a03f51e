"""Fitting what clauses tell by their words: rows of clues of every verb and noun, and which acts each tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from verbale.coding.features import STATUSES, TYPES
from verbale.coding.senses import BUCKETS, Kind, Senses, clues, triggers
from verbale.learning.corpus import Act, Passage
from verbale.learning.linear import weights
from verbale.scoring.acts import status_class

ENOUGH = 60
"""A mode is a kind of its own from this many acts on; those of rarer modes count as the commonest mode of their type."""
FOLDS = 5
Place = tuple[int, int]


class Lesson(msgspec.Struct):
    """What is learnt from one passage: the clues of every trigger, the acts that each tells (type and mode), and their statuses."""

    clues: list[list[int]]
    told: list[set[Kind]]
    outlook: list[set[str]]


def lesson(passage: Passage) -> Lesson:
    """The lesson of a passage. An act is told by the triggers of its candidates, and where it has none by the head of its words."""
    told: dict[Place, list[Act]] = defaultdict(list)
    for draft, tells in zip(passage.drafts, passage.tells, strict=True):
        if tells is not None:
            told[draft.page.base, draft.token.i].append(passage.acts[tells])
    found = {tells for tells in passage.tells if tells is not None}
    for number, act in enumerate(passage.acts):
        place = _head(passage, act) if number not in found else None
        if place is not None:
            told[place].append(act)
    every = [(page, token, told[page.base, token.i]) for page in passage.pages for token in triggers(page)]
    return Lesson(
        clues=[clues(page, token) for page, token, _ in every],
        told=[{_kind(act) for act in acts} for *_, acts in every],
        outlook=[{status_class(act) for act in acts} for *_, acts in every],
    )


class Kinds(NamedTuple):
    """The kinds of acts that are told often enough, in the order of types, and what every kind counts as."""

    names: list[Kind]
    folded: dict[Kind, Kind]


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


def fit(lessons: Iterable[Lesson], kinds: Kinds) -> Senses:
    """The model fitted to lessons: logistic regression of every kind, weights drawn to nought."""
    rows = [row for lesson in lessons for row in zip(lesson.clues, lesson.told, lesson.outlook, strict=True)]
    right = np.zeros((len(rows), len(kinds.names) + len(STATUSES)), dtype=np.float32)
    for row, (_, told, outlook) in enumerate(rows):
        right[row, columns(told, outlook, kinds)] = 1
    return Senses(kinds.names, weights([c for c, *_ in rows], right, BUCKETS))


def columns(told: Iterable[Kind], outlook: Iterable[str], kinds: Kinds) -> list[int]:
    """Which columns of the model are right of a trigger that tells acts of these kinds with these statuses."""
    own = {kinds.names.index(kinds.folded[kind]) for kind in told}
    return [*sorted(own), *sorted(len(kinds.names) + STATUSES.index(status) for status in {*outlook} & {*STATUSES})]


def kinds_of(lessons: Iterable[Lesson]) -> Kinds:
    """The kinds of acts that lessons tell often enough to be learnt by themselves."""
    often = Counter(kind for lesson in lessons for told in lesson.told for kind in told)
    chief = {t: max((n, k.mode) for k, n in often.items() if k.type == t)[1] for t in TYPES if any(k.type == t for k in often)}
    folded = {k: k if n >= ENOUGH else Kind(k.type, chief[k.type]) for k, n in often.items()}
    return Kinds(sorted(set(folded.values()), key=lambda k: (TYPES.index(k.type), k.mode)), folded)


def left_out(lessons: Sequence[Lesson], kinds: Kinds) -> list[Senses]:
    """For every fold the model fitted to the passages of the others; passage ``n`` is in fold ``n % FOLDS``."""
    return [fit([lesson for n, lesson in enumerate(lessons) if n % FOLDS != fold], kinds) for fold in range(FOLDS)]
