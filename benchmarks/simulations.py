"""How often the intervals and verdicts are right, over records whose truth is known.

    python benchmarks/simulations.py [--records 1000]

Prints, for each claim, the share of simulated records for which it held, what is asked for, and the mean width of the intervals (of
ratios: upper bound over lower). The tests run the same with fewer records.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from verbale.analysis.stats.changing import located
from verbale.analysis.stats.counts import dispersion, hanging
from verbale.analysis.stats.rates import Estimate, ratio, share
from verbale.analysis.stats.reading import Audit, true_ratio, true_share
from verbale.analysis.trend.series import Series, Week
from verbale.analysis.trend.testing import estimated
from verbale.analysis.trend.verdict import INSUFFICIENT, RISE, verdict

WEEKS = 26
"""Of the window, and as many of the baseline."""
A_MONTH = 20.0
PRECISION, RECALL = 0.8, 0.6
AUDITED = 200
"""Acts in the documents that people audited."""
CLUSTERED = 2.0
"""Variance over mean of clustered weeks."""


class Held(NamedTuple):
    """A claim, for which share of records it held, what is asked of it (at least, or at most), and how wide its intervals are."""

    claim: str
    held: float
    asked: float
    at_most: bool = False
    width: float = float("nan")

    @property
    def good(self) -> bool:
        """Whether what is asked is reached."""
        return self.held <= self.asked if self.at_most else self.held >= self.asked


def weekly(draw: np.random.Generator, a_month: float, clustered: bool = False) -> NDArray[np.float64]:
    """The counts of the weeks of half a year."""
    mean = a_month * 12 / 52
    if not clustered:
        return draw.poisson(mean, WEEKS).astype(float)
    return draw.negative_binomial(mean / (CLUSTERED - 1), 1 / CLUSTERED, WEEKS).astype(float)


def hung(draw: np.random.Generator, a_month: float) -> NDArray[np.float64]:
    """The counts of a year's weeks whose rate wanders: its logarithm is autoregressive, with a coefficient of one half."""
    level = np.zeros(2 * WEEKS)
    for n in range(1, 2 * WEEKS):
        level[n] = level[n - 1] / 2 + draw.normal(0, 0.3)
    return draw.poisson(a_month * 12 / 52 * np.exp(level - level.var() / 2)).astype(float)


def read(draw: np.random.Generator, true: NDArray[np.float64], invented: float | None) -> NDArray[np.float64]:
    """What a fallible coder counts: a part of what is true, and inventions; with what it finds, or the same every week."""
    found = draw.binomial(true.astype(int), RECALL).astype(float)
    more = found * (1 / PRECISION - 1) if invented is None else np.full(len(true), invented)
    return found + draw.poisson(more)


def audit(draw: np.random.Generator) -> Audit:
    """An audit of a sample, itself a draw."""
    right = float(draw.binomial(AUDITED, RECALL))
    return Audit(AUDITED, right + float(draw.negative_binomial(max(right, 1), PRECISION)), right)


def ratios(records: int, truth: float, clustered: bool) -> Held:
    """Coverage of the ratio's interval."""
    draw, found = np.random.default_rng(1), []
    days, window = np.full(2 * WEEKS, 7.0), np.arange(2 * WEEKS) >= WEEKS
    for _ in range(records):
        before, after = weekly(draw, A_MONTH, clustered), weekly(draw, A_MONTH * truth, clustered)
        both = np.concatenate([before, after])
        spread = dispersion(both, days, window) * hanging(both, days, window)
        found.append(ratio(after.sum(), 182, before.sum(), 182, dispersion=spread, freedom=2 * WEEKS - 2))
    return _covered(f"interval of a ratio of {truth:g}{', clustered weeks' if clustered else ''}", found, truth, 0.94)


def misread_ratios(records: int, truth: float, flat: bool) -> Held:
    """Coverage of the ratio's interval where the coder errs."""
    draw, found = np.random.default_rng(2), []
    mean = A_MONTH * 12 / 52 * (1 + truth) / 2 * RECALL * (1 / PRECISION - 1)
    for _ in range(records):
        sides = [read(draw, weekly(draw, A_MONTH * r), mean if flat else None).sum() for r in (1, truth)]
        found.append(true_ratio(sides[1], 182, sides[0], 182, audit(draw)))
    how = "the same every week" if flat else "with what there is"
    return _covered(f"interval of a ratio of {truth:g}, precision .8, recall .6, inventing {how}", found, truth, 0.94)


def shares(records: int, truth: float, whole: int) -> Held:
    """Coverage of the share's interval."""
    draw = np.random.default_rng(3)
    found = [share(int(part), whole) for part in draw.binomial(whole, truth, records)]
    return _covered(f"interval of a share of {truth:g} of {whole}", found, truth, 0.94)


def misread_shares(records: int, truth: float, whole: int) -> Held:
    """Coverage of the share's interval where the coder finds .6 of one side and .8 of the other."""
    draw, found = np.random.default_rng(4), []
    for _ in range(records):
        part = draw.poisson(whole * truth)
        rest = draw.poisson(whole * (1 - truth))
        seen = draw.binomial(part, 0.6), draw.binomial(rest, 0.8)
        told = [n + draw.poisson(n * (1 / PRECISION - 1)) for n in seen]
        audits = [_audit_of(draw, recall) for recall in (0.6, 0.8)]
        found.append(true_share(told[0], told[1], *audits))
    return _covered(f"interval of a share of {truth:g} of {whole}, recall .6 and .8, precision .8", found, truth, 0.94)


def changes(records: int, truth: float) -> Held:
    """Coverage of the change point's interval; the change is anywhere in the middle half."""
    draw, hits, widths = np.random.default_rng(5), 0, []
    for _ in range(records):
        at = int(draw.integers(WEEKS // 2, 2 * WEEKS - WEEKS // 2))
        mean = A_MONTH * 12 / 52 * np.where(np.arange(2 * WEEKS) >= at, truth, 1.0)
        _, low, high = located(draw.poisson(mean).astype(float), np.full(2 * WEEKS, 7.0))
        hits += low <= at <= high
        widths.append(high - low + 1)
    return Held(f"interval of a change by {truth:g} (width in weeks)", hits / records, 0.90, width=float(np.mean(widths)))


def called(
    records: int, truth: float, word: str, asked: float, *, at_most: bool, clustered: bool = False, audited: bool = False
) -> Held:
    """How often a verdict is called, by all that decides it."""
    draw, hits = np.random.default_rng(6), 0
    for _ in range(records):
        sides = [weekly(draw, A_MONTH * r, clustered) for r in (1, truth)]
        if audited:
            sides = [read(draw, side, None) for side in sides]
        figures = estimated(_series(*sides), audit(draw) if audited else None)
        hits += verdict(figures.deciding, figures.detectable) == word
    more = f"{', clustered weeks' if clustered else ''}{', precision .8, recall .6' if audited else ''}"
    return Held(f"“{word}” where the ratio is {truth:g}{more}", hits / records, asked, at_most)


def wandering(records: int) -> Held:
    """How often a rise is called where the rate only wanders."""
    draw, hits = np.random.default_rng(8), 0
    for _ in range(records):
        year = hung(draw, A_MONTH)
        figures = estimated(_series(year[:WEEKS], year[WEEKS:]))
        hits += verdict(figures.deciding, figures.detectable) == RISE
    return Held(f"“{RISE}” where the ratio is 1 and the rate wanders", hits / records, 0.05, at_most=True)


def insufficient(records: int) -> Held:
    """How often data are called insufficient although a ratio of 2 could have been seen."""
    draw, wrong = np.random.default_rng(7), 0
    for _ in range(records):
        rate = float(draw.uniform(0.5, 30))
        figures = estimated(_series(weekly(draw, rate), weekly(draw, rate)))
        wrong += verdict(figures.deciding, figures.detectable) == INSUFFICIENT and figures.detectable <= 2
    return Held("“insufficient data” where a ratio of 2 could be seen", wrong / records, 0.0, at_most=True)


def every(records: int) -> Iterator[Callable[[], Held]]:
    """Every simulation, to be run one by one."""
    for truth in (1.0, 2.0):
        yield lambda t=truth: ratios(records, t, clustered=False)
        yield lambda t=truth: ratios(records, t, clustered=True)
        yield lambda t=truth: misread_ratios(records, t, flat=False)
        yield lambda t=truth: misread_ratios(records, t, flat=True)
    for truth, whole in ((0.1, 60), (0.3, 60), (0.5, 200)):
        yield lambda t=truth, n=whole: shares(records, t, n)
        yield lambda t=truth, n=whole: misread_shares(records, t, n)
    for truth in (1.5, 2.0, 3.0):
        yield lambda t=truth: changes(records, t)
    for clustered in (False, True):
        yield lambda c=clustered: called(records, 1.0, RISE, 0.05, at_most=True, clustered=c)
        yield lambda c=clustered: called(records, 2.0, RISE, 0.80, at_most=False, clustered=c)
    yield lambda: called(records, 1.0, RISE, 0.05, at_most=True, audited=True)
    yield lambda: called(records, 2.0, RISE, 0.80, at_most=False, audited=True)
    yield lambda: wandering(records)
    yield lambda: insufficient(records)


def _audit_of(draw: np.random.Generator, recall: float) -> Audit:
    right = float(draw.binomial(AUDITED, recall))
    return Audit(AUDITED, right + float(draw.negative_binomial(max(right, 1), PRECISION)), right)


def _series(before: NDArray[np.float64], after: NDArray[np.float64]) -> Series:
    sides = ((before, False), (after, True))
    counts = [(int(n), inside) for side, inside in sides for n in side]
    return Series(weeks=tuple(Week(7 * k, inside, 7, 70, n) for k, (n, inside) in enumerate(counts)), hits=(), undated=0)


def _covered(claim: str, found: list[Estimate], truth: float, asked: float) -> Held:
    held = sum(each.low <= truth <= each.high for each in found) / len(found)
    share_ = "share" in claim
    widths = [each.high - each.low if share_ else each.high / max(each.low, 1e-9) for each in found]
    return Held(claim, held, asked, width=float(np.mean(widths)))


def main() -> int:
    """Run them all; exit code 1 where one does not reach what is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1000)
    bad = 0
    for simulation in every(parser.parse_args().records):
        found = simulation()
        bad += not found.good
        bound = f"{'at most' if found.at_most else 'at least'} {found.asked:.2f}"
        print(f"{'ok ' if found.good else 'BAD'}  {found.held:.3f}  {bound}  width {found.width:.2f}  {found.claim}", flush=True)
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
