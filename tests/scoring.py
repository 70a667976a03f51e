"""How well coded events meet those coded by hand: the measures by which the coder is judged.

*Lenient*: same type, and the sets of parties overlap on both sides (CONSULT has one side: at least half of all parties shared, and
two where there are two). *Dyads*: the unordered pairs of parties that a document says engaged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from scipy.optimize import linear_sum_assignment

from verbale.model import ENGAGING, Event

Act = dict[str, Any]
MANY = 6
"""An occasion of more parties counts only its pairs across source and target, so that a roll call does not rule."""


class Gold(NamedTuple):
    """A document coded by hand."""

    key: str
    case: str
    line: dict[str, Any]
    events: list[Act]


class Score(NamedTuple):
    """How many there are in gold, how many were found, how many of these are right."""

    gold: int
    found: int
    right: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0

    def __add__(self, other: Score) -> Score:  # type: ignore[override]
        return Score(*(a + b for a, b in zip(self, other, strict=True)))


def load(folder: Path) -> tuple[Gold, ...]:
    """The gold of a folder; ``line`` is a document as the program takes it from JSON Lines."""
    return tuple(_gold(path) for path in sorted(folder.glob("*.json")))


def _gold(path: Path) -> Gold:
    coded = json.loads(path.read_text(encoding="utf-8"))
    told = {name: coded.get(name) for name in ("title", "url", "publisher", "published")}
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    return Gold(path.stem, coded["case"], {"id": path.stem, "text": text, **told}, coded["events"])


def plain(events: Iterable[Event]) -> list[Act]:
    """Complete events as gold has them."""
    return [msgspec.to_builtins(event) for event in events if event.complete]


def lenient(gold: Sequence[Act], found: Sequence[Act]) -> Score:
    """Events of a document, paired one to one so that most agree."""
    weights = [[_likeness(g, f) for f in found] for g in gold]
    pairs = zip(*linear_sum_assignment(weights, maximize=True), strict=True) if gold and found else ()
    return Score(len(gold), len(found), sum(weights[i][j] > 0 for i, j in pairs))


def dyads(gold: Sequence[Act], found: Sequence[Act]) -> Score:
    """Who engages whom in a document, however it is cut into events."""
    a, b = _dyads(gold), _dyads(found)
    return Score(len(a), len(b), len(a & b))


def _likeness(gold: Act, found: Act) -> float:
    if gold["type"] != found["type"]:
        return 0.0
    (gs, gt), (fs, ft) = _sides(gold), _sides(found)
    if gold["type"] == "CONSULT":
        ours, theirs = gs | gt, fs | ft
        weight = _shared(ours, theirs)
        meets = weight >= 0.5 and (len(ours) < 2 or len(ours & theirs) >= 2)
    else:
        to = _shared(gt, ft) if gt or ft else 1.0
        weight, meets = (_shared(gs, fs) + to) / 2, bool(gs & fs) and to > 0
    same = 0.3 * (gold.get("mode") == found["mode"]) + 0.2 * (_status(gold) == _status(found))
    return weight + same if meets else 0.0


def _sides(act: Act) -> tuple[set[str], set[str]]:
    known = [p for p in act["participants"] if p.get("party")]
    return {p["party"] for p in known if p.get("role") != "target"}, {p["party"] for p in known if p.get("role") == "target"}


def _status(act: Act) -> str:
    status = act.get("status") or "happened"
    return "happened" if status in ENGAGING else status


def _shared(a: set[str], b: set[str]) -> float:
    return len(a & b) / max(1, len(a | b))


def _dyads(acts: Sequence[Act]) -> set[frozenset[str]]:
    pairs: set[frozenset[str]] = set()
    for act in acts:
        if act["type"] == "CONSULT" and _status(act) == "happened":
            a, b = _sides(act)
            of = combinations(a | b, 2) if len(a | b) <= MANY else product(a, b)
            pairs |= {frozenset(pair) for pair in of if pair[0] != pair[1]}
    return pairs
