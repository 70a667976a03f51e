"""What was read and what was not: by publisher, language and week; gaps; how much hangs on one source; what was not coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import msgspec

from verbale.analysis.answer import Answer, Cell, Table, reviewed, table
from verbale.analysis.entries import Entry, Rule, admits
from verbale.analysis.minutes import Minutes, once
from verbale.analysis.sampling import NO_FRAME, told
from verbale.catalogue import labels
from verbale.record import Source
from verbale.record.dates import ordinals
from verbale.saying import joined, said

WEEK = 7
_LISTED = 15
HIDDEN = said(
    "Contact that is kept secret, above all with people at risk, is missing by design: nobody reports it. "
    "Authorities advertise theirs."
)


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """How much was read: documents, of them dated, with events, not coded for their language; by publisher, language and week.

    Weeks are ordinals of their Mondays. ``silent`` are the weeks between the first and the last in which nothing was read.
    ``single`` of ``engagements`` are known from one publisher only.
    """

    documents: int
    dated: int
    telling: int
    foreign: int
    outside_gate: int
    publishers: dict[str, int]
    languages: dict[str, tuple[int, int]]
    weeks: dict[int, int]
    silent: tuple[int, ...]
    engagements: int
    single: int
    first: str
    last: str


class _Kind(NamedTuple):
    """What is counted of a document: of any number of documents there are few kinds."""

    publisher: str
    published: str
    language: str
    skipped: str
    telling: bool

    @property
    def foreign(self) -> bool:
        """Whether it was not coded for its language."""
        return self.skipped.startswith("language")


@once
def coverage(given: Minutes) -> Coverage:
    """What was read for the minutes; engagements are those that took place or go on, by the standard rule."""
    by = Rule()
    counted = [each for each in given.entries if admits(each, by)]
    read = Counter(map(_kind, given.sources))
    publishers, languages, foreign, weeks = Counter[str](), Counter[str](), Counter[str](), Counter[int]()
    for of, n in read.items():
        publishers[of.publisher or "unknown"] += n
        languages[of.language] += n
        foreign[of.language] += n * of.foreign
        if (week := week_of(of.published)) is not None:
            weeks[week] += n
    dates = sorted(of.published for of in read if of.published)
    return Coverage(
        documents=read.total(),
        dated=sum(n for of, n in read.items() if of.published),
        telling=sum(n for of, n in read.items() if of.telling),
        foreign=foreign.total(),
        outside_gate=sum(n for of, n in read.items() if of.skipped.startswith("gate")),
        publishers=dict(publishers.most_common()),
        languages={code: (n, foreign[code]) for code, n in languages.most_common()},
        weeks=dict(sorted(weeks.items())),
        silent=tuple(week for week in range(min(weeks), max(weeks), WEEK) if week not in weeks) if weeks else (),
        engagements=len(counted),
        single=sum(len(each.publishers) == 1 for each in counted),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
    )


def _kind(of: Source) -> _Kind:
    return _Kind(of.publisher or "", of.published or "", of.language or "", of.skipped or "", of.events > 0)


def week_of(published: str) -> int | None:
    """The Monday of the week of a date of publication; ``None`` where that is no day."""
    found = ordinals(published)
    # the first day of the calendar, ordinal 1, was a Monday
    return None if found is None or found[0] != found[1] else found[0] - (found[0] - 1) % WEEK


def line(given: Minutes) -> str:
    """The line that stands under every figure: what was read, what of it was not coded, gaps, single sources, the frame."""
    found = coverage(given)
    if not found.documents:
        return said("What was read is not known; {frame}.", frame=told(given.frame))
    first, last = found.first or "?", found.last or "?"
    read = {"documents": f"{found.documents:,}", "publishers": len(found.publishers), "first": first, "last": last}
    parts = [said("{documents} documents of {publishers} publishers, {first} to {last}", **read)]
    lost = _percent(found.foreign, found.documents)
    parts.append(said("{share} not coded for their language{which}", share=lost, which=_foreign_words(found)))
    weeks = len(found.weeks) + len(found.silent)
    parts.append(said("{silent} of {weeks} weeks without a document", silent=len(found.silent), weeks=weeks))
    if found.engagements:
        parts.append(said("{share} of engagements known from one publisher", share=_percent(found.single, found.engagements)))
    return said("Read: {parts}; {frame}.", parts=joined("; ", parts), frame=told(given.frame))


def answer(given: Minutes) -> Answer:
    """What was read, as an answer."""
    found = coverage(given)
    return Answer(
        name="coverage",
        title="What was read",
        finding=(
            f"{found.documents:,} documents were read, {found.telling:,} of them with events; "
            f"{found.outside_gate:,} name nobody known, and {found.foreign:,} are in a language that is not coded."
        ),
        unit="documents",
        rule="Every document in its present version.",
        reviewed=reviewed(given.entries),
        coverage=line(given),
        refused=None if given.frame else NO_FRAME,
        caveats=(HIDDEN, *_gaps(found)),
        tables=tuple(_tables(found, given.entries)),
    )


def _tables(found: Coverage, behind: Iterable[Entry]) -> Iterable[Table]:
    by_publisher = Counter(name for each in behind for name in each.publishers)
    shown = list(found.publishers.items())[:_LISTED]
    rows: list[tuple[tuple[Cell, ...], tuple[Entry, ...]]] = [((name, n, by_publisher[name]), ()) for name, n in shown]
    yield table("publishers", "Documents, and engagements that they report", ("Publisher", "Documents", "Engagements"), rows)
    spoken: list[tuple[tuple[Cell, ...], tuple[Entry, ...]]] = [
        ((labels.label("language", code) if code else "not told", n, lost), ()) for code, (n, lost) in found.languages.items()
    ]
    yield table("languages", "Documents by language", ("Language", "Documents", "Not coded"), spoken)
    weekly: list[tuple[tuple[Cell, ...], tuple[Entry, ...]]] = [
        ((date.fromordinal(week).isoformat(), n), ()) for week, n in sorted((found.weeks | dict.fromkeys(found.silent, 0)).items())
    ]
    yield table("weeks", "Documents by week of publication (its Monday)", ("Week", "Documents"), weekly)


def _foreign_words(found: Coverage) -> str:
    lost = [f"{labels.label('language', code) if code else 'not told'} {n}" for code, (_, n) in found.languages.items() if n]
    return f" ({', '.join(lost)})" if lost else ""


def _gaps(found: Coverage) -> tuple[str, ...]:
    if not found.silent:
        return ()
    named = ", ".join(date.fromordinal(week).isoformat() for week in found.silent[:6])
    return (
        f"Nothing was read of the weeks of {named}{' and more' if len(found.silent) > 6 else ''}: silence there is no absence.",
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "none"
