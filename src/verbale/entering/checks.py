"""What any table of meetings kept by hand must be asked before anything is concluded from it; each check is words with its rows.

The questions are those that reviewers of such tables ask: is anything counted twice, can every date be told, who is unknown, who is
counted at all and by whom, does the finding hold under another rule of counting, and is it more than chance.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from verbale.catalogue import labels
from verbale.catalogue.world import World
from verbale.entering.mapping import Map
from verbale.entering.parties import party
from verbale.entering.rates import change
from verbale.entering.rows import Entered
from verbale.model import Event, SetAside

_SHOWN = 8
_GAP_DAYS = 28
_TOP = 10


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found: its name, whether it is a warning or only a figure to know, the words, and the rows concerned."""

    name: str
    warning: bool
    words: str
    rows: tuple[int, ...] = ()


class Table(NamedTuple):
    """What is checked: the map, the rows that can enter, those that were set aside, and the catalogue."""

    map: Map
    rows: tuple[Entered, ...]
    aside: tuple[SetAside, ...]
    world: World


def checks(table: Table) -> tuple[Check, ...]:
    """Everything that the checks find, in their order."""
    return tuple(found for check in CHECKS for found in check(table))


def duplicates(table: Table) -> Iterator[Check]:
    """Rows that tell of the same people on the same day, or are the same altogether."""
    seen: dict[object, list[int]] = {}
    for row in table.rows:
        event = row.event
        people = frozenset((p.name.casefold(), p.party) for p in event.participants)
        if event.date and len(event.date) == 10:
            seen.setdefault((event.date, event.type, event.mode, people), []).append(row.row.number)
    twice = [numbers for numbers in seen.values() if len(numbers) > 1]
    if twice:
        extra = sum(len(numbers) - 1 for numbers in twice)
        yield _warn(
            "duplicates", f"{_rows(extra)} may be counted twice: same day, same people", (n for each in twice for n in each)
        )


def dates(table: Table) -> Iterator[Check]:
    """Dates that could not be read, are missing, lie ahead, or are no days."""
    bad = [int(each.path.rpartition(":")[2]) for each in table.aside if each.reason == "bad date"]
    if bad:
        yield _warn("dates", f"{_rows(len(bad))} set aside: the date cannot be told", bad)
    events = [(row.row.number, row.event.date) for row in table.rows]
    if missing := [number for number, day in events if not day]:
        yield _warn("dates", f"{_rows(len(missing))} without a date: outside every rate and trend", missing)
    if coarse := [number for number, day in events if day and len(day) < 10]:
        yield _warn("dates", f"{_rows(len(coarse))} with a month or a year only", coarse)
    today = date.today().isoformat()
    if ahead := [row.row.number for row in table.rows if (row.event.date or "") > today and row.event.status == "happened"]:
        yield _warn("dates", f"{_rows(len(ahead))} dated after today, and told as happened", ahead)


def actors(table: Table) -> Iterator[Check]:
    """People and bodies whom the catalogue does not know, and rows in which a party cannot be told."""
    unknown: dict[str, list[int]] = {}
    for row in table.rows:
        for each in row.event.participants:
            if each.actor is None and each.party != each.name and not _stands(table.world, each.name):
                unknown.setdefault(each.name, []).append(row.row.number)
    if unknown:
        most = sorted(unknown, key=lambda name: (-len(unknown[name]), name))
        named = ", ".join(most[:_SHOWN]) + (f" and {len(most) - _SHOWN} more" if len(most) > _SHOWN else "")
        words = f"{len(most)} name(s) unknown to the catalogue: {named}"
        yield _warn("actors", words, {n for each in unknown.values() for n in each})
    if partial := [row.row.number for row in table.rows if not row.event.complete]:
        yield _warn("actors", f"{_rows(len(partial))} incomplete, as a party cannot be told: outside every count", partial)


def sides(table: Table) -> Iterator[Check]:
    """Whether only one class of a country's counterparts was counted: then nothing can be said of whom diplomats prefer."""
    country = table.world.country
    if not country or not table.rows:
        return
    counted = Counter(p for row in table.rows for p in row.event.parties() if p.startswith(f"{country}-"))
    if len(counted) == 1:
        (only,) = counted
        words = f"one-sided: of {country} only {labels.party(only, country)} ({only}) is counted"
        yield _warn("sides", f"{words}; that nobody else is here says nothing of how often others are met")
    elif counted:
        told = ", ".join(f"{code} {n}" for code, n in counted.most_common())
        yield _figure("sides", f"counterparts of {country}: {told}")


def sources(table: Table) -> Iterator[Check]:
    """Who reported the rows: one publisher, a party to them, or nobody that is named."""
    named = [(row, row.said["publisher"]) for row in table.rows if "publisher" in row.said]
    if not named and table.rows:
        yield _warn("sources", f"no row names its publisher; the table rests on {table.map.table.basis}")
    publishers = Counter(name for _, name in named)
    if publishers and (most := publishers.most_common(1)[0])[1] > 0.8 * len(table.rows):
        yield _warn(
            "sources", f"{most[1]} of {_rows(len(table.rows))} come from one publisher, {most[0]}: what it leaves out is not here"
        )
    own = [row.row.number for row, name in named if table.world.outlets.get(name.lower()) in row.event.parties()]
    if own:
        yield _warn("sources", f"{_rows(len(own))} reported by a party to the meeting itself", own)


def evidence(table: Table) -> Iterator[Check]:
    """On what the rows rest: documents of the record, quotations, or nothing but themselves."""
    by_basis = Counter(row.basis for row in table.rows)
    if by_basis:
        found = f"{_rows(by_basis['document'])} found word for word in a document of the record"
        yield _figure("evidence", f"{found}, {by_basis['quotation']} with a quotation, {by_basis['row']} resting on the row alone")
    bare = [row.row.number for row in table.rows if row.basis == "row" and not row.document.url]
    if bare:
        yield _warn("evidence", f"{_rows(len(bare))} with neither words nor an address of a source: nobody can check them", bare)


def counting(table: Table) -> Iterator[Check]:
    """The same table counted by meetings and by pairs of parties, and how far a change over time depends on which."""
    meetings = [row.event for row in table.rows if row.event.complete]
    pairs = sum(_dyads(event) for event in meetings)
    if not meetings:
        return
    yield _figure("counting", f"{len(meetings)} meetings, {pairs} if every pair of parties counts: say which one a figure is")
    found = change([event.date for event in meetings], [_dyads(event) for event in meetings])
    if found:
        yield _figure("counting", found)


def concentration(table: Table) -> Iterator[Check]:
    """How much of the table a few counterparts make up."""
    home = table.world.country or ""
    shares = Counter(p for row in table.rows for p in row.event.parties() if not home or not p.startswith(home))
    total = sum(shares.values())
    if len(shares) > 1:
        top = sum(n for _, n in shares.most_common(_TOP))
        index = sum((n / total) ** 2 for n in shares.values())
        first = ", ".join(f"{code} {n}" for code, n in shares.most_common(3))
        words = f"{len(shares)} counterparts ({first}); the first {min(_TOP, len(shares))} make up {top / total:.0%}"
        yield _figure("concentration", f"{words}; Herfindahl index {index:.3f}")


def gaps(table: Table) -> Iterator[Check]:
    """Stretches without a row, which may be quiet, or not watched."""
    found = sorted({row.event.date for row in table.rows if row.event.date and len(row.event.date) == 10})
    between = [(a, b, (date.fromisoformat(b) - date.fromisoformat(a)).days) for a, b in itertools.pairwise(found)]
    if long := [each for each in between if each[2] > _GAP_DAYS]:
        start, end, length = max(long, key=lambda each: each[2])
        yield _warn(
            "gaps",
            f"{len(long)} stretch(es) of more than {_GAP_DAYS} days without a row, the longest {start} to {end}, {length} days",
        )


def people(table: Table) -> Iterator[Check]:
    """Names of people outside office: kept in the record, and withheld in whatever is published."""
    outside = [
        row.row.number
        for row in table.rows
        if any(
            p.actor is None and p.party and labels.class_of(p.party) not in (None, "AUTH", "FMR") for p in row.event.participants
        )
    ]
    if outside:
        yield _warn("people", f"{_rows(len(outside))} with people outside office: their names stay in this record", outside)


CHECKS: tuple[Callable[[Table], Iterator[Check]], ...] = (
    duplicates, dates, actors, sides, sources, evidence, counting, concentration, gaps, people,
)  # fmt: skip
"""Every check, in the order in which they are told."""


def _warn(name: str, words: str, rows: Iterable[int] = ()) -> Check:
    return Check(name=name, warning=True, words=words, rows=tuple(sorted(rows)))


def _figure(name: str, words: str) -> Check:
    return Check(name=name, warning=False, words=words)


def _rows(number: int) -> str:
    return f"{number} row{'s' * (number != 1)}"


def _dyads(event: Event) -> int:
    """The pairs of parties in a meeting: of n parties that met, n less one with the first, or each source with each target."""
    sources_, targets = event.parties("source", "host"), event.parties("target")
    return max(1, len(sources_ - targets) * len(targets)) if targets else max(1, len(sources_) - 1)


def _stands(world: World, name: str) -> bool:
    return party(name, world, None) is not None
