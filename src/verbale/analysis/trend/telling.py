"""A trend in words and tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verbale.analysis.answer import Answer, Cell, Table, figure, interval, reviewed, ruled, table
from verbale.analysis.coverage import HIDDEN, line
from verbale.analysis.entries import Entry, rule
from verbale.analysis.minutes import Minutes
from verbale.analysis.parties import named
from verbale.analysis.sampling import Span
from verbale.analysis.stats.arriving import expected
from verbale.analysis.stats.rates import Estimate
from verbale.analysis.trend.late import COMPLETE, Arrival
from verbale.analysis.trend.testing import Figures, Trend
from verbale.analysis.trend.verdict import INSUFFICIENT, REFUSED
from verbale.catalogue import labels
from verbale.saying import joined, said

_RECENT = 28
"""Days before the newest document of which reports are still coming in, where their delays do not tell it."""
_EVEN = 1.25
"""Documents a day in the window over those in the baseline beyond which it is said that more was read."""


def answer(trend: Trend, given: Minutes) -> Answer:
    """The answer to a question about a trend."""
    hits = [hit.entry for hit in trend.series.hits]
    return Answer(
        name=trend.question.name,
        title=trend.question.asks or _title(trend),
        finding=_finding(trend),
        unit=trend.question.by.unit,
        rule=ruled(trend.question.by),
        reviewed=reviewed(hits),
        coverage=line(given),
        verdict=trend.verdict,
        refused=trend.because[0] if trend.verdict == REFUSED else None,
        caveats=tuple(_caveats(trend, given)),
        tables=tuple(each for each in _tables(trend) if each.rows),
    )


def _title(trend: Trend) -> str:
    asked = trend.question
    who = named(asked.of) if asked.of else "parties from outside"
    return f"Contact of {who} with {_whom(trend)}: {_dates(trend.window)} against {_dates(trend.baseline)}"


def _whom(trend: Trend) -> str:
    sides = {"others": "everyone but the authorities", "authority": "the authorities", "all": "anybody of the country"}
    asked = trend.question.among
    told = sides.get(asked) or ", ".join(labels.short("class", code) for code in sorted(trend.question.classes))
    return told + (f" ({', '.join(trend.question.places)})" if trend.question.places else "")


def _finding(trend: Trend) -> str:
    (x1, e1, _), (x0, e0, _) = trend.series.sums(True), trend.series.sums(False)
    spans = {"window": _dates(trend.window), "baseline": _dates(trend.baseline)}
    form = "{now} in {days} days ({window}) against {before} in {earlier} days ({baseline})"
    counts = said(form, now=x1, days=e1, before=x0, earlier=e0, **spans)
    if trend.figures is None:
        return said("{counts}; no rate and no verdict: {because}.", counts=counts, because=trend.because[0])
    plain = trend.figures.plain
    parts = [
        said(
            "{verdict}: {counts}, {times} times the daily rate (95 % interval {interval})",
            verdict=trend.verdict.capitalize(),
            counts=counts,
            times=figure(plain.value),
            interval=interval(plain),
        )
    ]
    if trend.verdict == INSUFFICIENT and trend.figures.detectable < float("inf"):
        form = "a rise of less than {times} times could not have been told"
        parts.append(said(form, times=figure(trend.figures.detectable)))
    return said("{told}.", told=joined("; ", (*parts, *trend.because[:1])))


def _tables(trend: Trend) -> Iterator[Table]:
    if trend.figures is not None:
        yield table(
            "checks",
            "The ratio of daily rates by each way of reckoning",
            ("Way", "Ratio", "95 % interval"),
            _checks(trend, trend.figures),
        )
    if trend.seasons:
        yield _seasons(trend)
    if trend.arrival is not None:
        yield _late(trend, trend.arrival)
    yield _rules(trend)
    found: dict[int, list[Entry]] = {}
    for hit in trend.series.hits:
        found.setdefault(hit.week, []).append(hit.entry)
    weekly = ("Week from", "In the window", "Days read", "Documents", trend.question.by.unit.capitalize())
    yield table(
        "weeks",
        "By week of window and baseline",
        weekly,
        [
            ((_day(w.first), "yes" if w.inside else "no", w.days, w.documents, w.count), found.get(w.first, ()))
            for w in trend.series.weeks
        ],
    )


def _checks(trend: Trend, figures: Figures) -> list[tuple[tuple[Cell, ...], list[Entry]]]:
    spread = f"sums vary {figures.dispersion:.2f} times as much as Poisson counts"
    told: list[tuple[str, Estimate | None]] = [
        (f"exact mid-p, by day ({spread})", figures.plain),
        ("exact mid-p, by documents read", figures.by_documents),
        ("negative binomial, by day", figures.negative_binomial),
        ("bootstrap of blocks of weeks", figures.bootstrap),
        ("with the coder's error", figures.corrected),
        ("publishers read throughout only", trend.panel),
        ("over the same months of other years", trend.beyond_season),
        ("by what is known so far of each day, reports being late", figures.late),
    ]
    return [((name, figure(each.value), interval(each)), []) for name, each in told if each is not None]


def _seasons(trend: Trend) -> Table:
    rows: list[tuple[tuple[Cell, ...], list[Entry]]] = [
        ((f"{each.shift:+d}", each.window, each.baseline, figure(each.ratio.value), interval(each.ratio)), [])
        for each in trend.seasons
    ]
    return table("seasons", "The same months of other years", ("Years", "Window", "Baseline", "Ratio", "95 % interval"), rows)


def _late(trend: Trend, arriving: Arrival) -> Table:
    """The weeks of which reports are still to come, with how many acts are to be expected in the end."""
    found = [(week, share) for week in trend.series.weeks if (share := arriving.share(week)) < COMPLETE]
    told = [(week, share, expected(week.count, share)) for week, share in found]
    rows: list[tuple[tuple[Cell, ...], list[Entry]]] = [
        ((_day(w.first), w.count, f"{100 * share:.0f} %", figure(sure.value), interval(sure)), []) for w, share, sure in told
    ]
    caption = "Weeks of which reports are still to come, and what to expect in the end"
    return table("late", caption, ("Week from", "Known", "Share known", "Expected", "95 % interval"), rows)


def _rules(trend: Trend) -> Table:
    rows: list[tuple[tuple[Cell, ...], list[Entry]]] = [
        ((name, rule(name).words, x1, x0, *((figure(found.value), interval(found)) if found else ("–", "–"))), [])
        for name, (x1, x0, found) in trend.by_rule.items()
    ]
    columns = ("Rule", "In words", "Window", "Baseline", "Ratio", "95 % interval")
    return table("rules", "The same question under each counting rule", columns, rows)


def _caveats(trend: Trend, given: Minutes) -> Iterator[str]:
    yield from trend.because[1:]
    figures = trend.figures
    if trend.q is not None:
        p = f"{figures.p if figures else 1:.4f}"
        yield said("Asked with other questions: p = {p}, corrected q = {q}.", p=p, q=f"{trend.q:.4f}")
    if trend.series.undated:
        yield said("{n} engagements match and have no day, week or month; they are in no count.", n=trend.series.undated)
    if figures is not None:
        yield from _of_figures(trend, figures, given)
    yield said(
        "The mark of this question is {mark}. The same question always has the same mark: noted before looking, "
        "it shows that the question was not made for the answer.",
        mark=trend.question.seal,
    )
    yield HIDDEN


def _of_figures(trend: Trend, figures: Figures, given: Minutes) -> Iterator[str]:
    form = "The least rise that these counts would show in four cases of five is {times} times; no smaller one is ruled out."
    yield said(form, times=figure(figures.detectable))
    if figures.corrected is None:
        yield said("The coder's error is not in the intervals: no audit was given.")
    (_, e1, d1), (_, e0, d0) = trend.series.sums(True), trend.series.sums(False)
    more = (d1 / e1) / (d0 / e0) if d1 and d0 else 1.0
    if not 1 / _EVEN < more < _EVEN:
        form = "Documents a day in the window were {times} times those of the baseline: see the ratio by documents read."
        yield said(form, times=f"{more:.2f}")
    if not trend.seasons:
        yield said("No other year is read, so that a rise of the season cannot be told from any other.")
    if trend.panel is not None and trend.panel.low <= 1 < figures.plain.low:
        yield said("By the publishers read throughout alone, the rise is not supported: it may be one of what was read.")
    yield from _of_arrival(trend, given)
    yield from _of_change(trend)


def _of_arrival(trend: Trend, given: Minutes) -> Iterator[str]:
    """How far the window is known by now: from the delays of earlier reports, or by a rule of thumb."""
    if trend.arrival is not None:
        shares = [(week.days, trend.arrival.share(week)) for week in trend.series.weeks if week.inside]
        known = sum(days * share for days, share in shares) / sum(days for days, _ in shares)
        if known < COMPLETE:
            yield said(
                "Reports come late: by the delays of {acts} acts, about {share} of what happened in the window is known by now. "
                "A fall is called only if it holds with what is still to come.",
                acts=trend.arrival.acts,
                share=f"{100 * known:.0f} %",
            )
        return
    newest = max((s.published for s in given.sources if s.published and len(s.published) >= 10), default="")
    if newest and trend.window[1] > date.fromisoformat(newest[:10]).toordinal() - _RECENT:
        yield said("The window reaches into the last four weeks read, of which reports are still coming in.")


def _of_change(trend: Trend) -> Iterator[str]:
    if trend.change is None:
        return
    weeks = trend.series.weeks
    at, low, high = (_day(weeks[min(n, len(weeks) - 1)].first) for n in (trend.change.at, trend.change.low, trend.change.high))
    if trend.change.p > 0.05:
        share = f"{100 * trend.change.p:.0f} %"
        yield said("No change point: shuffled weeks seem to change as much in {share} of cases.", share=share)
    else:
        form = "One change was most likely in the week from {at} (95 % interval {low} to {high}; p = {p})."
        yield said(form, at=at, low=low, high=high, p=f"{trend.change.p:.3f}")


def _dates(of: Span) -> str:
    return said("{low} to {high}", low=_day(of[0]), high=_day(of[1]))


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
