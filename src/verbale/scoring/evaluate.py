"""From gold and what was found to a scorecard: every figure of the coder's quality, in one value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from verbale.scoring.acts import Act, complete
from verbale.scoring.alpha import agreement
from verbale.scoring.bootstrap import Interval, intervals
from verbale.scoring.calibration import Calibration, calibration, judged
from verbale.scoring.confusion import Confusion, confusion
from verbale.scoring.coreference import coreference
from verbale.scoring.firings import Firing, firings
from verbale.scoring.floors import Floor, held
from verbale.scoring.found import Found
from verbale.scoring.gold import Coding, Gold
from verbale.scoring.measures import ALL, measure
from verbale.scoring.misses import Error, errors
from verbale.scoring.scores import Key, Score, Scores, share, total
from verbale.scoring.stages import among

CANDIDATES = Key("overall", "candidates")
HEADLINE = {"strict": Key("strict", ALL), "lenient": Key("lenient", ALL), "dyads": Key("overall", "dyads")}
TELLING = frozenset({"party", "mode"})
"""Tables whose rare rows could be used to look at one document: not told of locked ones."""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A measure over all documents, with the interval of its F1 over documents drawn anew."""

    gold: float
    found: float
    right: float
    precision: float
    recall: float
    f1: float
    low: float
    high: float


class Alarms(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in documents without any act: each is a false alarm."""

    documents: int
    alarmed: int
    events: int
    types: dict[str, int]


class Scorecard(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of one gold set.

    ``tables`` maps a table to its rows and each to its figure. ``aggregate`` is set where nothing is told that could be used to
    look at single documents, and ``withheld`` counts the locked documents whose errors are not shown. ``unread`` counts the
    documents whose words were not at hand; they are in no figure.
    """

    gold: str
    by: str
    documents: int
    events: int
    aggregate: bool
    withheld: int
    unread: int
    tables: dict[str, dict[str, Figure]]
    floors: tuple[Floor, ...] = ()
    alarms: Alarms | None = None
    calibration: Calibration | None = None
    ablation: dict[str, dict[str, float]] = {}
    curve: dict[str, dict[str, float]] = {}
    alpha: dict[str, float | None] = {}
    confusion: dict[str, dict[str, int]] = {}
    pages: dict[str, dict[str, float]] = {}
    frames: dict[str, Firing] = {}
    errors: tuple[Error, ...] = ()


_Read = Sequence[tuple[Coding, list[Act]]]


def evaluate(gold: Gold, found: Found, *, aggregate: bool = False, second: bool = False) -> Scorecard:
    """The scorecard of what was found, against the gold.

    Args:
        gold: The codings; errors and pages of its locked documents are never told.
        found: What is measured; documents of the gold that it has nothing of were not read, and are left out.
        aggregate: Tell nothing of single documents.
        second: What was found is a second person's coding: tell how far the two agree beyond chance.
    """
    read = [(d, found.events[d.key]) for d in gold.documents if d.key in found.events]
    scores = {d.key: _scores(d, acts, found) for d, acts in read}
    card = Scorecard(
        gold=gold.name,
        by=found.by,
        documents=len(read),
        events=sum(len(d.events) for d, _ in read),
        aggregate=aggregate,
        withheld=sum(d.key in gold.locked for d, _ in read),
        unread=len(gold.documents) - len(read),
        tables=_tables([*scores.values()], TELLING if aggregate else frozenset()),
        floors=held(gold.floors, scores, gold.locked),
        alarms=alarms([acts for d, acts in read if not d.events]),
        calibration=calibration([e for d, acts in read for e in judged(d.events, acts)]),
        ablation=_ablation([d for d, _ in read], found),
        alpha=agreement((d.events, acts) for d, acts in read) if second else {},
    )
    return card if aggregate else _with_details(card, gold, read, scores, found)


def headline(scores: Scores) -> dict[str, float]:
    """The figures by which readings are compared at a glance, each an F1, and the precision of the lenient one."""
    found = {name: scores.get(key, Score(0, 0, 0)) for name, key in HEADLINE.items()}
    return {name: score.f1 for name, score in found.items()} | {"precision": found["lenient"].precision}


def _with_details(card: Scorecard, gold: Gold, read: _Read, scores: Mapping[str, Scores], found: Found) -> Scorecard:
    open_ones = [(d, acts) for d, acts in read if d.key not in gold.locked]
    return msgspec.structs.replace(
        card,
        confusion=_table(sum((confusion(d.events, acts) for d, acts in read), Counter())),
        frames=firings((d.events, found.staged[d.key].candidates) for d, _ in open_ones if d.key in found.staged),
        pages={d.key: headline(scores[d.key]) for d, acts in open_ones if d.events or complete(acts)},
        errors=tuple(e for d, acts in open_ones for e in errors(d.key, d.events, acts, d.text)),
    )


def alarms(documents: Sequence[Sequence[Act]]) -> Alarms | None:
    """The false acts of documents that hold none, where there are such documents; incomplete ones are no acts."""
    whole = [complete(acts) for acts in documents]
    types = Counter(act["type"] for acts in whole for act in acts)
    found = Alarms(documents=len(whole), alarmed=sum(map(bool, whole)), events=types.total(), types=dict(sorted(types.items())))
    return found if whole else None


def _scores(document: Coding, acts: list[Act], found: Found) -> Scores:
    scores = measure(document.events, acts)
    staged = found.staged.get(document.key)
    if staged is not None:
        scores[CANDIDATES] = share(sum(among(act, staged.candidates) for act in document.events), len(document.events))
        scores |= coreference(document, staged.mentions)
    return scores


def _tables(scores: Sequence[Scores], without: frozenset[str]) -> dict[str, dict[str, Figure]]:
    spread, tables = intervals(scores), dict[str, dict[str, Figure]]()
    for key, score in total(scores).items():
        if key.table not in without:
            tables.setdefault(key.table, {})[key.row] = _figure(score, spread.get(key, Interval(0.0, 0.0)))
    return {name: dict(sorted(rows.items(), key=_order)) for name, rows in tables.items()}


def _figure(score: Score, spread: Interval) -> Figure:
    return Figure(
        gold=score.gold, found=score.found, right=score.right,
        precision=score.precision, recall=score.recall, f1=score.f1, low=spread.low, high=spread.high,
    )  # fmt: skip


def _order(row: tuple[str, Figure]) -> tuple[bool, float, str]:
    return row[0] != ALL, -row[1].gold, row[0]


def _table(counts: Confusion) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for (gold, found), n in sorted(counts.items()):
        table.setdefault(gold, {})[found] = n
    return table


def _ablation(documents: Sequence[Coding], found: Found) -> dict[str, dict[str, float]]:
    """The figures of each reading with a stage switched off."""
    readings = [(d, found.staged[d.key].without) for d in documents if d.key in found.staged]
    rows = dict.fromkeys(name for _, without in readings for name in without)
    return {row: headline(total(measure(d.events, without[row]) for d, without in readings)) for row in rows}
