"""From passages to models: rows of numbers, boosted trees fitted to them, and the trees as plain arrays.

The event model learns from probabilities of parties that were given by models which had not seen the passage, as it will have to in
use; and its own probabilities are calibrated on passages that it had not seen either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import msgspec
import numpy as np

from verbale.coding import choosing, features, twins
from verbale.coding.choosing import Choice
from verbale.coding.decide import FLOOR, same_act
from verbale.coding.draft import Draft
from verbale.coding.rank import SIDES, Ranker, Seen, Way, assign, frame_key, offer_rows, row, weighed
from verbale.coding.trees import Array, Trees
from verbale.learning.corpus import Act, Passage
from verbale.scoring.acts import sides, status_class
from verbale.scoring.pairing import likeness

SETTINGS: dict[str, Any] = {
    "objective": "binary", "num_leaves": 15, "learning_rate": 0.05, "min_data_in_leaf": 20, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 2.0, "verbose": -1, "deterministic": True, "force_row_wise": True,
    "num_threads": 2, "seed": 7,
}  # fmt: skip
ROUNDS = {"source": 200, "target": 200, "way": 200, "event": 200, "same": 150, "status": 80}
FOLDS = 5
STEPS = 20


def fit(corpus: Sequence[Passage]) -> Ranker:
    """A ranker fitted to a corpus; the same corpus gives the same ranker.

    Each stage learns from what models say that had not seen a passage: the parties from the statuses, the ways from the parties,
    the events from the ways.
    """
    corpus = [passage for passage in corpus if passage.drafts]
    seen, rate = counted(corpus)
    outlooks = [_outlooks(passage) for passage in corpus]
    settled = _settled(corpus, outlooks)
    parties = [_parties(passage, drafts) for passage, drafts in zip(corpus, settled, strict=True)]
    judged = [_judged(corpus, settled, parties, fold) for fold in range(FOLDS)]
    ways = [_ways(part) for part in judged]
    tables, pairs = [Table() for _ in judged], Table()
    for part, table, others in zip(judged, tables, _left_out(ways), strict=True):
        chooser = Table(others).fit("way")
        for one in part:
            _add_events(one, weighed(one.drafts, one.sides, chooser), table)
            _add_pairs(one, pairs)
    event = Table(tables).fit("event")
    event.calibration = calibration(tables)
    models = {"way": Table(ways).fit("way"), "event": event, "same": pairs.fit("same")}
    return Ranker({**_fitted(outlooks), **_fitted(parties), **models}, seen, rate, FLOOR)


def _left_out(tables: Sequence[Table]) -> Iterator[list[Table]]:
    """For every table all the others."""
    for own in tables:
        yield [table for table in tables if table is not own]


def calibration(tables: Sequence[Table]) -> Array:
    """Slope and shift of the log-odds by which probabilities become frequencies (Platt 1999), from rows left out of the fitting."""
    odds: list[Array] = []
    for table, left in zip(tables, _left_out(tables), strict=True):
        if not len(table):
            continue
        others = Table(left).fit("event")
        chance = np.clip(others.probability(table.rows), 1e-6, 1 - 1e-6)
        odds.append(np.log(chance / (1 - chance)))
    x, y = np.concatenate(odds), Table(tables).right
    bent = np.array([1.0, 0.0])
    columns = np.stack([x, np.ones_like(x)], axis=1)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-columns @ bent))
        bent = bent + np.linalg.solve((columns * (p * (1 - p))[:, None]).T @ columns, columns.T @ (y - p))
    return bent


class Table:
    """Rows of numbers, and whether each is right."""

    def __init__(self, parts: Iterable[Table] = ()) -> None:
        """Begin with the rows of other tables, or with none."""
        every = list(parts)
        self._rows: list[Array] = [rows for part in every for rows in part._rows]
        self._right: list[Array] = [right for part in every for right in part._right]

    def add(self, rows: Sequence[Sequence[float]] | Array, right: Sequence[bool]) -> None:
        """Add rows."""
        if len(rows):
            self._rows.append(np.array(rows, dtype=np.float32))
            self._right.append(np.array(right, dtype=bool))

    @property
    def rows(self) -> Array:
        """All rows in one."""
        return np.concatenate(self._rows)

    @property
    def right(self) -> Array:
        """Whether each row is right."""
        return np.concatenate(self._right)

    def __len__(self) -> int:
        """How many rows there are."""
        return sum(map(len, self._right))

    def fit(self, name: str) -> Trees:
        """Boosted trees fitted to the rows."""
        return trees(self.rows, self.right, ROUNDS.get(name, ROUNDS["status"]))


Lessons = dict[str, Table]
"""What a passage tells models, each its table."""


def _fitted(every: Sequence[Lessons]) -> dict[str, Trees]:
    """The models that lessons are for."""
    return {name: Table(lessons[name] for lessons in every).fit(name) for name in every[0]}


def _outlooks(passage: Passage) -> Lessons:
    """What became of each candidate that tells an act."""
    tables = {f"is {status}": Table() for status in features.STATUSES}
    around = features.Surroundings(passage.drafts)
    for draft, tells in zip(passage.drafts, passage.tells, strict=True):
        if tells is not None:
            numbers = [features.status(draft, around)]
            for status in features.STATUSES:
                tables[f"is {status}"].add(numbers, [status_class(passage.acts[tells]) == status])
    return tables


def _parties(passage: Passage, drafts: Iterable[Draft]) -> Lessons:
    """Who of those at hand acts in each candidate that tells an act, and to whom it is done."""
    tables = {name: Table() for name in SIDES}
    for draft, tells in zip(drafts, passage.tells, strict=True):
        if tells is not None:
            numbers = offer_rows(draft)
            for name, parties in zip(SIDES, sides(passage.acts[tells]), strict=True):
                tables[name].add(numbers, [offer.party in parties for offer in draft.offers])
    return tables


def counted(corpus: Iterable[Passage]) -> tuple[dict[str, Seen], float]:
    """How often each frame was right, and how often candidates are right at all."""
    seen: dict[str, Seen] = {}
    for passage in corpus:
        for draft, tells in zip(passage.drafts, passage.tells, strict=True):
            old = seen.get(frame_key(draft), Seen(0, 0))
            seen[frame_key(draft)] = Seen(old.right + (tells is not None), old.times + 1)
    whole = sum(s.times for s in seen.values())
    return seen, sum(s.right for s in seen.values()) / max(1.0, whole)


def _settled(corpus: Sequence[Passage], outlooks: Sequence[Lessons]) -> list[list[Draft]]:
    """Copies of all candidates with the statuses that models give them which had not seen the passage."""
    found = [[_copy(draft) for draft in passage.drafts] for passage in corpus]
    for fold in range(FOLDS):
        judge = Ranker(_fitted([own for n, own in enumerate(outlooks) if n % FOLDS != fold]), {}, 0.0)
        for drafts in found[fold::FOLDS]:
            judge.settle(drafts)
    return found


class Judged(NamedTuple):
    """A passage as models read it that had not seen it: its candidates, their parties' chances, and how frames were before."""

    passage: Passage
    drafts: list[Draft]
    sides: list[Array]
    learned: list[tuple[float, float]]


def _judged(corpus: Sequence[Passage], settled: Sequence[list[Draft]], parties: Sequence[Lessons], fold: int) -> list[Judged]:
    """The passages of a fold, judged by models of all others."""
    others = [n for n in range(len(corpus)) if n % FOLDS != fold]
    judge = Ranker(_fitted([parties[n] for n in others]), *counted(corpus[n] for n in others))
    own = zip(corpus[fold::FOLDS], settled[fold::FOLDS], strict=True)
    return [Judged(passage, drafts, judge.sides(drafts), [judge.learned(d) for d in drafts]) for passage, drafts in own]


def _ways(part: Iterable[Judged]) -> Table:
    """The ways in which parties could take part in the candidates that tell an act, and whether each is that of the act."""
    table = Table()
    for one in part:
        for draft, sides_, tells in zip(one.drafts, one.sides, one.passage.tells, strict=True):
            if tells is not None:
                ways = choosing.choices(draft, sides_)
                right = [is_way(draft, way, one.passage.acts[tells]) for way in ways]
                table.add(choosing.rows([draft], [sides_], [ways]), right)
    return table


def is_way(draft: Draft, way: Choice, act: Act) -> bool:
    """Whether just those take part who do; who consults whom is of no account, as in :mod:`verbale.scoring.pairing`."""
    by, to = ({draft.offers[n].party for n in side} for side in way)
    source, target = sides(act)
    return by | to == source | target if draft.type == "CONSULT" else (by, to) == (source, target)


def _add_events(one: Judged, ways: Sequence[Way], events: Table) -> None:
    """Whether each candidate is an event; they are given the parties that were chosen."""
    around = features.Surroundings(one.drafts)
    every = zip(one.drafts, one.learned, one.sides, ways, strict=True)
    numbers = [row(draft, around, learned, sides_, way) for draft, learned, sides_, way in every]
    for draft, way in zip(one.drafts, ways, strict=True):
        assign(draft, way.choice)
    told = zip(one.drafts, one.passage.tells, strict=True)
    events.add(numbers, [n is not None and likeness(one.passage.acts[n], _act(draft)).lenient for draft, n in told])


def _add_pairs(one: Judged, pairs: Table) -> None:
    """Whether any two candidates of one type tell one act."""
    every = zip(one.drafts, one.passage.tells, strict=True)
    known = [(d, n) for d, tells in every if (n := _told(one.passage, d, tells)) is not None]
    for (a, here), (b, there) in combinations(sorted(known, key=lambda pair: pair[0].evidence[0]), 2):
        if a.type == b.type:
            pairs.add([twins.pair(a, b, same_act(a, b))], [here == there])


def _told(passage: Passage, draft: Draft, tells: int | None) -> int | None:
    """The act that a candidate tells, or tells again in words that are not among those coded for it, as a headline does."""
    if tells is not None or not draft.parties("source"):
        return tells
    own = _act(draft)
    like = [(found, n) for n, act in enumerate(passage.acts) if act["type"] == draft.type for found in [likeness(act, own)]]
    again = [(found.strict, passage.acts[n]["mode"] == draft.mode, -n) for found, n in like if found.lenient]
    return -max(again)[2] if again else None


def _act(draft: Draft) -> Act:
    people = [{"party": r.party, "role": role} for role, r in draft.participants]
    return {"type": draft.type, "mode": draft.mode, "status": draft.status, "participants": people}


def _copy(draft: Draft) -> Draft:
    return msgspec.structs.replace(draft, participants=[*draft.participants], evidence=[*draft.evidence])


def trees(rows: Array, right: Array, rounds: int) -> Trees:
    """Boosted trees fitted to rows of numbers and whether each is right."""
    import lightgbm

    booster = lightgbm.train(SETTINGS, lightgbm.Dataset(rows, right.astype(float)), rounds)
    return Trees(_arrays(booster.dump_model()["tree_info"]))


def _arrays(infos: Sequence[dict[str, Any]]) -> dict[str, Array]:
    """The trees as arrays of one shape."""
    flat = [_flat(info["tree_structure"]) for info in infos]
    nodes = max(max(len(f[0]) for f in flat), 1)
    leaves = max(len(f[4]) for f in flat)
    sizes = (nodes, nodes, nodes, nodes, leaves)
    columns = [np.array([_padded(tree[n], size, -1 if n in _CHILDREN else 0) for tree in flat]) for n, size in enumerate(sizes)]
    kinds = (np.int16, np.float32, np.int16, np.int16, np.float32)
    parts = {name: column.astype(kind) for name, column, kind in zip(Trees.PARTS, columns, kinds, strict=False)}
    return {**parts, "calibration": np.array([1.0, 0.0])}


def _padded(values: Sequence[float], size: int, fill: int) -> list[float]:
    return [*values, *([fill] * (size - len(values)))]


_CHILDREN = (2, 3)
Flat = tuple[list[int], list[float], list[int], list[int], list[float]]


def _flat(root: dict[str, Any]) -> Flat:
    """One tree as lists; a tree that is a single leaf sends everything to it."""
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    leaf: list[float] = []

    def place(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            leaf.append(float(node["leaf_value"]))
            return -len(leaf)
        here = len(feature)
        feature.append(int(node["split_feature"]))
        threshold.append(float(node["threshold"]))
        left.append(0)
        right.append(0)
        left[here], right[here] = place(node["left_child"]), place(node["right_child"])
        return here

    if place(root) < 0:
        return [0], [0.0], [-1], [-1], leaf
    return feature, threshold, left, right, leaf
