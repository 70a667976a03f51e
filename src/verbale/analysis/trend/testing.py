"""A trend tested: the ratio of two rates with all that could overturn it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from verbale.analysis.entries import AUTHORITY, Rule, rule
from verbale.analysis.minutes import Minutes
from verbale.analysis.sampling import Span
from verbale.analysis.scorecard import audit_for
from verbale.analysis.stats.changing import Change, change
from verbale.analysis.stats.counts import block_bootstrap, dispersion, hanging, negative_binomial
from verbale.analysis.stats.rates import Estimate, detectable, p_value, ratio
from verbale.analysis.stats.reading import Audit, true_ratio
from verbale.analysis.trend.late import COMPLETE, Arrival, arrival
from verbale.analysis.trend.question import Question
from verbale.analysis.trend.season import Season, beyond_season, seasons
from verbale.analysis.trend.series import Asked, Series
from verbale.analysis.trend.verdict import FALL, NO_CHANGE, REFUSED, RISE, verdict
from verbale.saying import said

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RULES = ("reports", "events", "engagements", "dyads", "pairs", "strict", "inclusive", "reviewed")
"""The counting rules beside which a trend is shown, each the standard rule but for this word."""
_BLOCKS = 8
"""Weeks on each side below which the bootstrap of blocks has too few blocks to say anything."""


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """The estimates of one series; ``None`` where there is not enough to make one.

    ``dispersion`` is by how much sums of weeks vary more than Poisson counts: as weeks vary, and as they hang together. ``late`` is
    the ratio with days weighed by how much of them is known by now.
    """

    dispersion: float
    plain: Estimate
    by_documents: Estimate | None
    negative_binomial: Estimate | None
    bootstrap: Estimate | None
    corrected: Estimate | None
    detectable: float
    p: float
    late: Estimate | None = None

    @property
    def deciding(self) -> tuple[Estimate, ...]:
        """The intervals that must agree before a rise or a fall is called. The bootstrap is shown, and decides nothing."""
        clustered = self.negative_binomial if self.dispersion > 1 else None
        told = (self.plain, self.by_documents, clustered, self.corrected, self.late)
        return tuple(each for each in told if each is not None)


class Trend(msgspec.Struct, frozen=True, kw_only=True):
    """A question with what was counted and what follows.

    ``q`` is ``p`` as corrected for the other questions asked with it (Benjamini and Hochberg). ``by_rule`` has the counts of window
    and baseline and the ratio under each counting rule. ``panel`` counts only publishers read throughout. ``verdict`` is one of the
    words of :mod:`verbale.analysis.trend.verdict`, and ``because`` says what it hangs on. ``arrival`` tells how late acts become
    known, where enough are dated.
    """

    question: Question
    window: Span
    baseline: Span
    series: Series
    verdict: str
    because: tuple[str, ...] = ()
    figures: Figures | None = None
    change: Change | None = None
    panel: Estimate | None = None
    seasons: tuple[Season, ...] = ()
    beyond_season: Estimate | None = None
    by_rule: dict[str, tuple[int, int, Estimate | None]] = {}
    q: float | None = None
    arrival: Arrival | None = None


def trend(given: Minutes, question: Question) -> Trend:
    """The answer to one question; without a sampling frame that holds window and baseline, counts only.

    Raises:
        UsageError: The question names nobody, or leaves no days to compare.
    """
    window = question.asked
    baseline = question.against(given.frame.bounds[0] if given.frame else window[0] - (window[1] - window[0] + 1))
    asked = Asked(given, question)
    counted = asked.series(question.by, window, baseline)
    refused = _refused(given, window, baseline)
    rules = _by_rule(asked, window, baseline, bare=refused is not None)
    if refused:
        return Trend(
            question=question, window=window, baseline=baseline, series=counted, verdict=REFUSED, because=(refused,), by_rule=rules
        )
    side = "authority" if question.classes == {AUTHORITY} else "others"
    arriving = arrival(given, question.type)
    figures = estimated(counted, audit_for(given.audits, side), arriving)
    told = seasons(asked, question.by, window, baseline)
    beyond = beyond_season(counted, told, figures.dispersion)
    called, because = _called(figures, told, beyond)
    return Trend(
        question=question, window=window, baseline=baseline, series=counted, verdict=called, because=because, figures=figures,
        change=_changed(counted, figures.dispersion), panel=_panel(given, asked, question.by, window, baseline), seasons=told,
        beyond_season=beyond, by_rule=rules, arrival=arriving,
    )  # fmt: skip


def estimated(counted: Series, audit: Audit | None = None, arriving: Arrival | None = None) -> Figures:
    """The estimates of a series, with the coder's error where an audit tells it, and with what is still to come."""
    (x1, e1, d1), (x0, e0, d0) = counted.sums(True), counted.sums(False)
    counts, exposure, window = _arrays(counted)
    spread = dispersion(counts, exposure, window) * hanging(counts, exposure, window)
    free = float(max(len(counts) - 2, 1))
    enough = bool(x1 and x0)
    long = min(int(window.sum()), int((~window).sum())) >= _BLOCKS
    return Figures(
        dispersion=spread,
        plain=ratio(x1, e1, x0, e0, dispersion=spread, freedom=free),
        by_documents=ratio(x1, d1, x0, d0, dispersion=spread, freedom=free) if d1 and d0 else None,
        negative_binomial=negative_binomial(counts, exposure, window) if enough else None,
        bootstrap=block_bootstrap(counts, exposure, window) if enough and long else None,
        corrected=true_ratio(x1, e1, x0, e0, audit, spread) if audit else None,
        detectable=_detectable(x0, e1, e0, spread, audit),
        p=p_value(x1, e1, x0, e0, dispersion=spread, freedom=free),
        late=_late(counted, arriving, spread, free) if arriving else None,
    )


def _late(counted: Series, arriving: Arrival, spread: float, free: float) -> Estimate | None:
    """The ratio by days as far as they are known; ``None`` where both sides are known whole."""
    (x1, e1, _), (x0, e0, _) = counted.sums(True), counted.sums(False)
    k1, k0 = (sum(w.days * arriving.share(w) for w in counted.weeks if w.inside == side) for side in (True, False))
    if not k1 or not k0 or (k1 >= COMPLETE * e1 and k0 >= COMPLETE * e0):
        return None
    return ratio(x1, k1, x0, k0, dispersion=spread, freedom=free)


def _detectable(x0: int, e1: int, e0: int, spread: float, audit: Audit | None) -> float:
    """The least true rise that can be seen: inventions vary the counts, and such as are the same every week hide a part of it."""
    if audit is None:
        return detectable(x0, e1, e0, dispersion=spread)
    seen = detectable(x0, e1, e0, dispersion=max(spread, audit.dispersion))
    return (seen - (1 - audit.precision)) / audit.precision


def _refused(given: Minutes, window: Span, baseline: Span) -> str | None:
    if given.frame is None:
        return said("there is no sampling frame; of documents picked by hand, the number says nothing of how often things happen")
    for name, of in (("window", window), ("baseline", baseline)):
        if not given.frame.covers(*of) or not given.frame.exposed(*of):
            first, last = (date.fromordinal(day).isoformat() for day in of)
            form = "the {name} ({first} to {last}) is not within the sampling frame ({since} to {until})"
            return said(form, name=name, first=first, last=last, since=given.frame.since, until=given.frame.until)
    return None


def _called(figures: Figures, told: tuple[Season, ...], beyond: Estimate | None) -> tuple[str, tuple[str, ...]]:
    called = verdict(figures.deciding, figures.detectable)
    seasonal = bool(told) and beyond is not None and beyond.low <= 1 <= beyond.high
    if called == RISE and seasonal and any(each.ratio.low > 1 for each in told):
        return NO_CHANGE, (said("the same months of other years rose as well, and beyond that nothing is left"),)
    if called == FALL and seasonal and any(each.ratio.high < 1 for each in told):
        return NO_CHANGE, (said("the same months of other years fell as well, and beyond that nothing is left"),)
    return called, ()


def _arrays(counted: Series) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    import numpy as np

    weeks = counted.weeks
    told = (np.array([w.count for w in weeks], dtype=float), np.array([w.days for w in weeks], dtype=float))
    return (*told, np.array([w.inside for w in weeks], dtype=bool))


def _changed(counted: Series, spread: float) -> Change | None:
    counts, exposure, _ = _arrays(counted)
    return change(counts, exposure, spread)


def _panel(given: Minutes, asked: Asked, by: Rule, window: Span, baseline: Span) -> Estimate | None:
    """The ratio by the publishers alone that were read in window and baseline alike; ``None`` where those are all, or none."""
    bounds = [(date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()) for first, last in (baseline, window)]
    low, high = (
        {s.publisher for s in given.sources if s.publisher and s.published and first <= s.published[:10] <= last}
        for first, last in bounds
    )
    steady = frozenset(low & high)
    if not steady or steady == low | high:
        return None
    counted = asked.series(by, window, baseline, steady)
    (x1, e1, _), (x0, e0, _) = counted.sums(True), counted.sums(False)
    return ratio(x1, e1, x0, e0)


def _by_rule(asked: Asked, window: Span, baseline: Span, *, bare: bool) -> dict[str, tuple[int, int, Estimate | None]]:
    found: dict[str, tuple[int, int, Estimate | None]] = {}
    for word in RULES:
        by: Rule = rule("dyads,pairs" if word == "pairs" else word)
        counted = asked.series(by, window, baseline)
        (x1, e1, _), (x0, e0, _) = counted.sums(True), counted.sums(False)
        found[str(by)] = (x1, x0, None if bare else ratio(x1, e1, x0, e0))
    return found
