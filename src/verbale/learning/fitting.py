"""From passages to models: rows of numbers, boosted trees fitted to them, and the trees as plain arrays.

The event model learns from probabilities of parties that were given by models which had not seen the passage, as it will have to in
use; and its own probabilities are calibrated on passages that it had not seen either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

import msgspec
import numpy as np

from verbale.coding import features, twins
from verbale.coding.decide import same_act
from verbale.coding.draft import Draft
from verbale.coding.rank import NAMES, Ranker, Seen, assign, frame_key, offer_rows, row
from verbale.coding.trees import Array, Trees
from verbale.learning.corpus import Act, Passage
from verbale.scoring.acts import sides, status_class
from verbale.scoring.pairing import likeness

SETTINGS: dict[str, Any] = {
    "objective": "binary", "num_leaves": 15, "learning_rate": 0.05, "min_data_in_leaf": 20, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 2.0, "verbose": -1, "deterministic": True, "force_row_wise": True,
    "num_threads": 2, "seed": 7,
}  # fmt: skip
ROUNDS = {"source": 200, "target": 200, "event": 200, "same": 150, "status": 80}
FOLDS = 5
STEPS = 20
FLOOR = 0.3
"""The probability from which on a candidate stands."""


def fit(corpus: Sequence[Passage]) -> Ranker:
    """A ranker fitted to a corpus; the same corpus gives the same ranker."""
    seen, rate = counted(corpus)
    parts = [[p for n, p in enumerate(corpus) if n % FOLDS == fold] for fold in range(FOLDS)]
    tables = [Table() for _ in parts]
    pairs = Table()
    for fold, table in enumerate(tables):
        others = [p for n, part in enumerate(parts) if n != fold for p in part]
        judge = Ranker(_first_stage(others), *counted(others))
        for passage in parts[fold]:
            drafts = _judged(passage, judge)
            _add_events(passage, drafts, judge, table)
            _add_pairs(passage, drafts, pairs)
    event = joined(tables).fit("event")
    event.calibration = calibration(tables)
    return Ranker({**_first_stage(corpus), "event": event, "same": pairs.fit("same")}, seen, rate, FLOOR)


def calibration(tables: Sequence[Table]) -> Array:
    """Slope and shift of the log-odds by which probabilities become frequencies (Platt 1999), from rows left out of the fitting."""
    odds: list[Array] = []
    for table in tables:
        others = joined([t for t in tables if t is not table]).fit("event")
        chance = np.clip(others.probability(np.array(table.rows)), 1e-6, 1 - 1e-6)
        odds.append(np.log(chance / (1 - chance)))
    x, y = np.concatenate(odds), np.array([r for t in tables for r in t.right], dtype=float)
    bent = np.array([1.0, 0.0])
    columns = np.stack([x, np.ones_like(x)], axis=1)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-columns @ bent))
        bent = bent + np.linalg.solve((columns * (p * (1 - p))[:, None]).T @ columns, columns.T @ (y - p))
    return bent


class Table:
    """Rows of numbers, and whether each is right."""

    def __init__(self) -> None:
        """Begin empty."""
        self.rows: list[list[float]] = []
        self.right: list[bool] = []

    def add(self, row: list[float], right: bool) -> None:
        """Add a row."""
        self.rows.append(row)
        self.right.append(right)

    def extend(self, other: Table) -> None:
        """Add all rows of another."""
        self.rows += other.rows
        self.right += other.right

    def fit(self, name: str) -> Trees:
        """Boosted trees fitted to the rows."""
        return trees(np.array(self.rows), np.array(self.right), ROUNDS.get(name, ROUNDS["status"]))


def joined(tables: Iterable[Table]) -> Table:
    """The rows of several tables in one."""
    found = Table()
    for table in tables:
        found.extend(table)
    return found


def _first_stage(corpus: Sequence[Passage]) -> dict[str, Trees]:
    """The models that look at one candidate by itself: its status, who acts, to whom."""
    tables = {name: Table() for name in NAMES if name not in ("event", "same")}
    for passage in corpus:
        around = features.Surroundings(passage.drafts)
        for draft, tells in zip(passage.drafts, passage.tells, strict=True):
            if tells is not None:
                _add_told(draft, passage.acts[tells], around, tables)
    return {name: table.fit(name) for name, table in tables.items()}


def _add_told(draft: Draft, act: Act, around: features.Surroundings, tables: dict[str, Table]) -> None:
    row = features.status(draft, around)
    for status in features.STATUSES:
        tables[f"is {status}"].add(row, status_class(act) == status)
    source, target = sides(act)
    for offer, numbers in zip(draft.offers, offer_rows(draft), strict=True):
        tables["source"].add(numbers, offer.party in source)
        tables["target"].add(numbers, offer.party in target)


def counted(corpus: Iterable[Passage]) -> tuple[dict[str, Seen], float]:
    """How often each frame was right, and how often candidates are right at all."""
    seen: dict[str, Seen] = {}
    for passage in corpus:
        for draft, tells in zip(passage.drafts, passage.tells, strict=True):
            old = seen.get(frame_key(draft), Seen(0, 0))
            seen[frame_key(draft)] = Seen(old.right + (tells is not None), old.times + 1)
    whole = sum(s.times for s in seen.values())
    return seen, sum(s.right for s in seen.values()) / max(1.0, whole)


def _judged(passage: Passage, judge: Ranker) -> list[Draft]:
    """The candidates with the statuses that a judge gives them, before their parties are chosen."""
    drafts = [_copy(d) for d in passage.drafts]
    if drafts:
        judge.settle(drafts)
    return drafts


def _add_events(passage: Passage, drafts: list[Draft], judge: Ranker, events: Table) -> None:
    """Whether each candidate is an event; they are given the parties that the judge chooses."""
    if not drafts:
        return
    around = features.Surroundings(drafts)
    for draft, tells, side in zip(drafts, passage.tells, judge.sides(drafts), strict=True):
        numbers = row(draft, around, judge.learned(draft), side)
        assign(draft, side)
        events.add(numbers, tells is not None and likeness(passage.acts[tells], _act(draft)).lenient)


def _add_pairs(passage: Passage, drafts: Sequence[Draft], pairs: Table) -> None:
    """Whether any two candidates of one type tell one act."""
    known = [(d, n) for d, tells in zip(drafts, passage.tells, strict=True) if (n := _told(passage, d, tells)) is not None]
    for (a, here), (b, there) in combinations(sorted(known, key=lambda pair: pair[0].evidence[0]), 2):
        if a.type == b.type:
            pairs.add(twins.pair(a, b, same_act(a, b)), here == there)


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
