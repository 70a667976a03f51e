"""What changed: a time beside the one before it, as an answer with its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from verbale.analysis.answer import Answer, Rows, reviewed, ruled, table
from verbale.analysis.balance import Balance, balance
from verbale.analysis.coverage import HIDDEN, line
from verbale.analysis.entries import Entry, Rule, admits
from verbale.analysis.minutes import Minutes, once
from verbale.brief.period import Period, period, year_to
from verbale.catalogue import labels
from verbale.errors import UsageError
from verbale.pictures.counting import kind
from verbale.pictures.words import capital, day
from verbale.record.dates import ordinals
from verbale.saying import dated, joined, said


def changes(given: Minutes, since: str = "", until: str = "") -> Answer:
    """Contact and acts of a time beside those of the time before; of the last twelve months where none is asked for.

    Raises:
        UsageError: A date is none, the end lies before the beginning, or nothing has a date.
    """
    at = _asked(given, since, until)
    now, then = (balance(given, within=(each.first, each.last)) for each in (at, at.before))
    behind = [each for each in given.entries if _within(each, at)]
    return Answer(
        name="changes",
        title="What changed",
        finding=_finding(at, now, then, given),
        unit="engagements",
        rule=ruled(
            Rule(), said("contact with both sides counts on both"), said("an act counts in the time in which its middle lies")
        ),
        reviewed=reviewed(behind),
        coverage=line(given),
        caveats=(_read(given, at), HIDDEN),
        tables=tuple(
            each
            for each in (
                table("parties", "Contact by party from outside", _PARTIES, _parties(now, then)),
                table("types", "Acts that took place or go on, by type", ("Type of act", "Now", "Before"), _types(given, at)),
            )
            if each.rows
        ),
    )


def times(given: Minutes, since: str = "", until: str = "") -> dict[str, str]:
    """The first and the last day of the time that is asked for, as :func:`changes` takes it, by what addresses call them."""
    at = _asked(given, since, until)
    return {"since": _iso(at.first), "until": _iso(at.last)}


_PARTIES = ("Party", "Authorities, now", "Authorities, before", "Others, now", "Others, before")


@once
def bounds(given: Minutes) -> tuple[str, str] | None:
    """The first day of which anything is told to have happened, and the last on which anything was published or happened."""
    told = [day for each in given.entries if each.took_place for day in (each.first, each.last) if day is not None]
    days = [*told, *(found[1] for each in given.sources if (found := ordinals(each.published)))]
    return (_iso(min(told or days)), _iso(max(days))) if days else None


def _asked(given: Minutes, since: str, until: str) -> Period:
    known = bounds(given)
    if known is None:
        raise UsageError("nothing that was read has a date", "add documents first: verbale add PATH")
    return period(since, until, known) or year_to(date.fromisoformat(known[1]).toordinal())


def _within(each: Entry, time: Period) -> bool:
    return each.middle is not None and time.first <= each.middle <= time.last


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _finding(at: Period, now: Balance, then: Balance, given: Minutes) -> str:
    new, old = now.rows[0], then.rows[0]
    told = said(
        "{time}: contact with the authorities {authority}, with other {people} {others}; "
        "in the time before, {before}: {earlier} and {earlier_others}.",
        time=_when(at, _FIRST),
        authority=new.authority,
        people=given.people,
        others=new.others,
        before=_when(at.before, _WITHIN),
        earlier=old.authority,
        earlier_others=old.others,
    )
    return joined(" ", (told, *_moved(now, then)))


_FIRST, _WITHIN = ("In {first}", "From {first} to {last}"), ("in {first}", "from {first} to {last}")
"""A time of one day or month, and a longer one: at the head of a sentence, and within one."""


def _when(at: Period, forms: tuple[str, str]) -> str:
    length = len("2023-05") if at.months else len("2023-05-01")
    first, last = (_iso(ordinal)[:length] for ordinal in (at.first, at.last))
    return said(forms[first != last], first=dated(first, day(first)), last=dated(last, day(last)))


def _moved(now: Balance, then: Balance) -> Iterator[str]:
    """Who came into contact, and who is in none any more."""
    new, old = ({row.party for row in found.rows[1:]} for found in (now, then))
    if new - old:
        yield said("In contact now and not then: {parties}.", parties=_named(new - old))
    if old - new:
        yield said("Then and not now: {parties}.", parties=_named(old - new))


def _named(parties: Iterable[str]) -> str:
    return joined(", ", sorted(map(labels.heading, parties)))


def _parties(now: Balance, then: Balance) -> Rows:
    new, old = ({row.party: row for row in found.rows[1:]} for found in (now, then))
    made = []
    for party in {**new, **old}:
        rows = (new.get(party), old.get(party))
        cells = [(row.authority, row.others) if row else (0, 0) for row in rows]
        behind = [entry for row in rows if row for entry in row.entries]
        made.append(((labels.heading(party), cells[0][0], cells[1][0], cells[0][1], cells[1][1]), behind))
    return sorted(made, key=lambda row: (-sum(int(n) for n in row[0][1:]), row[0][0]))


def _types(given: Minutes, at: Period) -> Iterator[tuple[tuple[str, int, int], list[Entry]]]:
    found: dict[str, tuple[list[Entry], list[Entry]]] = defaultdict(lambda: ([], []))
    by, times = Rule(), (at, at.before)
    for each in given.entries:
        if admits(each, by):
            for n, time in enumerate(times):
                if _within(each, time):
                    found[kind(each)][n].append(each)
    for name, (new, old) in sorted(found.items(), key=lambda item: (-len(item[1][0]) - len(item[1][1]), item[0])):
        yield (capital(name), len(new), len(old)), [*new, *old]


def _read(given: Minutes, at: Period) -> str:
    new, old = (sum(time.touches(each.published) for each in given.sources) for time in (at, at.before))
    form = "More or fewer may mean that more or less was read or reported: {new} documents were published now, {old} before."
    return said(form, new=new, old=old)
