"""From minutes and a question to counts: of the window, of the baseline, and by weeks of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from verbale.analysis.coverage import WEEK
from verbale.analysis.entries import Entry, Rule, admits, weight
from verbale.analysis.minutes import Minutes
from verbale.analysis.parties import parties
from verbale.analysis.sampling import Frame, Span
from verbale.analysis.trend.question import Question
from verbale.record import Source
from verbale.record.dates import ordinals

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
    """An engagement that is asked for, on its day, with the first day of its week, and how many it counts for."""

    entry: Entry
    day: int
    week: int
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


class Asked:
    """What a question asks for, gathered once and counted under any rule, in any span."""

    def __init__(self, given: Minutes, question: Question) -> None:
        """Find the engagements that are asked for, and the days on which documents of the frame were published."""
        self.frame = given.frame
        self._undated: list[Entry] = []
        self._dated: list[tuple[int, Entry, int, int]] = []
        for each, outside, home in _matching(given, question):
            if (day := _day(each)) is None:
                self._undated.append(each)
            else:
                self._dated.append((day, each, outside, home))
        self._dated.sort(key=lambda item: item[0])
        self._days = [day for day, *_ in self._dated]
        self._read = sorted(_published(given.sources, given.frame))
        self._read_on = [day for day, _ in self._read]

    def series(self, by: Rule, window: Span, baseline: Span, publishers: frozenset[str] | None = None) -> Series:
        """The counts of window and baseline.

        Args:
            by: The counting rule.
            window: First and last day of the window.
            baseline: Those of the baseline.
            publishers: Count only what these report, and only their documents; everyone in the frame where left out.
        """
        found = [hit for of in (window, baseline) for hit in self._hits(by, of, publishers)]
        read = self._read_on if publishers is None else [day for day, name in self._read if name in publishers]
        counts: Counter[int] = Counter()
        for hit in found:
            counts[hit.week] += hit.n
        weeks = (*_weeks(counts, read, self.frame, baseline, False), *_weeks(counts, read, self.frame, window, True))
        undated = sum(admits(each, by) for each in self._undated)
        return Series(weeks=tuple(sorted(weeks, key=lambda week: week.first)), hits=tuple(found), undated=undated)

    def _hits(self, by: Rule, of: Span, publishers: frozenset[str] | None) -> Iterable[Hit]:
        for day, each, outside, home in self._dated[bisect_left(self._days, of[0]) : bisect_right(self._days, of[1])]:
            if admits(each, by) and (publishers is None or publishers.intersection(each.publishers)):
                yield Hit(each, day, of[0] + (day - of[0]) // WEEK * WEEK, weight(each, by, outside, home))


def _matching(given: Minutes, question: Question) -> Iterable[tuple[Entry, int, int]]:
    """The engagements that are asked for, each with how many parties from outside and of the country are meant."""
    wanted, classes, places = parties(question.of, question.asked[0]), question.classes, frozenset(question.places)
    for each in given.entries:
        if each.type != question.type:
            continue
        outside = each.present & wanted if wanted else each.present
        home = each.home & classes
        if places and home:
            home &= frozenset(kind for kind, place in each.places if place in places)
        if outside and home and (given.frame is None or given.frame.draws(each.publishers)):
            yield each, len(outside), len(home)


def _day(each: Entry) -> int | None:
    """The day on which an engagement is counted; ``None`` where it may have been at too many."""
    if each.first is None or each.last is None or each.last - each.first >= _WIDE:
        return None
    return each.middle


def _weeks(counts: Mapping[int, int], read: list[int], frame: Frame | None, of: Span, inside: bool) -> Iterable[Week]:
    for first in range(of[0], of[1] + 1, WEEK):
        last = min(first + WEEK - 1, of[1])
        exposed = frame.exposed(first, last) if frame else last - first + 1
        if exposed:
            yield Week(first, inside, exposed, bisect_right(read, last) - bisect_left(read, first), counts.get(first, 0))


def _published(sources: Iterable[Source], frame: Frame | None) -> Iterable[tuple[int, str]]:
    for source in sources:
        name = source.publisher or ""
        if frame is None or frame.draws((name,)):
            found = ordinals(source.published)
            if found and found[0] == found[1]:
                yield found[0], name
