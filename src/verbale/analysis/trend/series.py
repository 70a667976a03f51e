"""From minutes and a question to counts: of the window, of the baseline, and by weeks of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date

import msgspec

from verbale.analysis.coverage import WEEK
from verbale.analysis.entries import Entry, Rule, admits, weight
from verbale.analysis.minutes import Minutes
from verbale.analysis.parties import parties
from verbale.analysis.sampling import Frame, Span
from verbale.analysis.trend.question import Question
from verbale.record import Source
from verbale.record.dates import days

_WIDE = 31
"""Days between which an act may lie and still be put into a week: that in the middle of them."""


class Week(msgspec.Struct, frozen=True):
    """A week of the window or the baseline: its first day, whether it is in the window, days and documents read, the count."""

    first: int
    inside: bool
    days: int
    documents: int
    count: int


class Hit(msgspec.Struct, frozen=True):
    """An engagement that is asked for, on its day, and how many it counts for."""

    entry: Entry
    day: int
    n: int


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared. ``undated`` engagements match but lie on no day that can be told; they are in no count."""

    weeks: tuple[Week, ...]
    hits: tuple[Hit, ...]
    undated: int

    def sums(self, inside: bool) -> tuple[int, int, int]:
        """The count, the days and the documents of the window, or of the baseline."""
        chosen = [week for week in self.weeks if week.inside == inside]
        return sum(w.count for w in chosen), sum(w.days for w in chosen), sum(w.documents for w in chosen)


def series(
    given: Minutes, question: Question, by: Rule, window: Span, baseline: Span, publishers: frozenset[str] | None = None
) -> Series:
    """The counts that answer a question under a counting rule.

    Args:
        given: The minutes.
        question: The question.
        by: The counting rule.
        window: First and last day of the window.
        baseline: Those of the baseline.
        publishers: Count only what these report, and only their documents; everyone in the frame where left out.
    """
    found, undated = _hits(given, question, by, window[0], publishers)
    read = sorted(_published(given.sources, given.frame, publishers))
    weeks = (*_weeks(found, read, given.frame, baseline, False), *_weeks(found, read, given.frame, window, True))
    kept = tuple(hit for hit in found if any(low <= hit.day <= high for low, high in (window, baseline)))
    return Series(weeks=tuple(sorted(weeks, key=lambda week: week.first)), hits=kept, undated=undated)


def matching(given: Minutes, question: Question, by: Rule, on: int) -> Iterable[tuple[Entry, int, int]]:
    """The engagements that are asked for, each with how many parties from outside and of the country are meant."""
    wanted, classes, places = parties(question.of, on), question.classes, frozenset(question.places)
    for each in given.entries:
        if each.type != question.type or not admits(each, by):
            continue
        outside = each.outside & wanted if wanted else each.outside
        home = each.home & classes
        if places:
            home &= frozenset(kind for kind, place in each.places if place in places)
        if outside and home:
            yield each, len(outside), len(home)


def _hits(given: Minutes, question: Question, by: Rule, on: int, publishers: frozenset[str] | None) -> tuple[tuple[Hit, ...], int]:
    hits: list[Hit] = []
    undated = 0
    for each, outside, home in matching(given, question, by, on):
        told = publishers.intersection(each.publishers) if publishers is not None else each.publishers
        if not told or (given.frame and not given.frame.draws(told)):
            continue
        if each.middle is None or each.last is None or each.first is None or each.last - each.first >= _WIDE:
            undated += 1
        else:
            hits.append(Hit(each, each.middle, weight(each, by, outside, home)))
    return tuple(hits), undated


def _weeks(hits: Iterable[Hit], read: list[int], frame: Frame | None, of: Span, inside: bool) -> Iterable[Week]:
    counts: dict[int, int] = {}
    for hit in hits:
        if of[0] <= hit.day <= of[1]:
            week = of[0] + (hit.day - of[0]) // WEEK * WEEK
            counts[week] = counts.get(week, 0) + hit.n
    for first in range(of[0], of[1] + 1, WEEK):
        last = min(first + WEEK - 1, of[1])
        exposed = frame.exposed(first, last) if frame else last - first + 1
        if exposed:
            yield Week(first, inside, exposed, bisect_right(read, last) - bisect_left(read, first), counts.get(first, 0))


def _published(sources: Iterable[Source], frame: Frame | None, publishers: frozenset[str] | None) -> Iterable[int]:
    for source in sources:
        name = source.publisher or ""
        if (publishers is None or name in publishers) and (frame is None or frame.draws((name,))):
            found = days(source.published)
            if found and found[0] == found[1]:
                yield date.fromisoformat(found[0]).toordinal()
