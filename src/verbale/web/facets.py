"""Choosing and counting engagements by their facets: arrays of small numbers, so that a hundred thousand are counted at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from verbale.catalogue import labels, places
from verbale.engagements import Engaged, Rule
from verbale.engagements.counting import admitted
from verbale.engagements.reports import confirmed
from verbale.errors import UsageError
from verbale.model import ENGAGING
from verbale.pictures.words import capital
from verbale.record.dates import days
from verbale.web.sureness import Standing

Mask = NDArray[np.bool_]
_INTENDED = frozenset({"planned", "proposed"})
REVIEWED, PARTLY, UNREVIEWED = "reviewed", "partly", "unreviewed"
_STANDARD = Rule()
NOWHERE = "none"
"""The place of an engagement of which no report tells where."""


class Facet(NamedTuple):
    """One way of telling engagements apart: its name in addresses, its title, its values, and what a value is called."""

    name: str
    title: str
    values: Callable[[Engaged], Iterable[str]]
    words: Callable[[str], str]


class Choice(msgspec.Struct, frozen=True):
    """A value of a facet, with how many of the chosen engagements have it."""

    value: str
    words: str
    number: int
    chosen: bool


def reviewed(each: Engaged) -> str:
    """How far people have looked at an engagement."""
    seen = sum(map(confirmed, each.events))
    return UNREVIEWED if not seen else REVIEWED if seen == len(each.events) else PARTLY


def _fate(each: Engaged) -> tuple[str]:
    status = each.engagement.status
    return ("done" if status in ENGAGING else "intended" if status in _INTENDED else "undone",)


def present(each: Engaged) -> frozenset[str]:
    """The parties that took part as any report of it tells, with those that name nobody ("Western countries")."""
    return frozenset().union(*(event.parties("source", "target") for event in each.held or each.events))


def _outside(each: Engaged) -> list[str]:
    return [party for party in present(each) if labels.country_of(party) is None]


def _classes(each: Engaged) -> list[str]:
    return [party for party in present(each) if labels.country_of(party)]


def where(each: Engaged) -> frozenset[tuple[str, str]]:
    """The countries and cities that reports tell, and may be told: without a guess that their sentences do not bear."""
    given = {(event.place_country, event.place or "") for event in each.events if event.place_country}
    held, told = each.engagement.values.get("place"), (each.gist or each.engagement).values.get("place")
    if told != held:
        given = {(country, city) for country, city in given if city != held}
        given |= {(min(known), told) for known in [places.countries().get(told or "", ())] if told and len(known) == 1}
    return frozenset(given)


def _place(each: Engaged) -> set[str]:
    return {country for country, _ in where(each)}


def _cities(each: Engaged) -> set[str]:
    """The cities that any report tells, as ``AFG.Kabul``; of a country without one that is known the country; else ``none``."""
    told = where(each)
    found = {f"{country}.{city}" for country, city in told if (city, country) in places.cities()}
    near = {value.partition(".")[0] for value in found}
    return found | {country for country, _ in told if country not in near} or {NOWHERE}


def _said(each: Engaged) -> set[str]:
    told = {str(said.kind) for event in each.events for said in event.said}
    return told | {"disclaimer" for event in each.events if event.disclaimer}


def _counting(standing: Standing) -> Callable[[Engaged], tuple[str]]:
    """How engagements count by the standard rule, where some are less sure readings."""

    def counted(each: Engaged) -> tuple[str]:
        if not admitted(each, _STANDARD):
            return ("no",)
        if each.id in standing.unsure or each.id in standing.double:
            return ("unsure" if each.id in standing.unsure else "double",)
        return ("beside" if each.engagement.type == "CONSULT" and each.id not in standing.met else "yes",)

    return counted


def _meeting(standing: Standing) -> Callable[[Engaged], Iterable[str]]:
    """The parties of contact between both sides that a rule admits, less sure or not."""
    return lambda each: standing.met.get(each.id, ()) if admitted(each, _STANDARD) else ()


def city(value: str) -> str:
    """What a place is called, of which it is known whether it is a city or a country alone."""
    country, _, name = value.partition(".")
    if country == NOWHERE:
        return "Place not told"
    return f"{name}, {labels.heading(country)}" if name else f"{labels.heading(country)}, no city known"


def _plain(kind: str) -> Callable[[str], str]:
    return lambda value: capital(labels.label(kind, value))


_TOLD = {"done": "Took place or goes on", "intended": "Planned or proposed", "undone": "Refused, denied or called off"}
_SEEN = {REVIEWED: "Reviewed by a person", PARTLY: "Reviewed in part", UNREVIEWED: "Machine-read, not reviewed"}
_BY = {"1": "One publisher", "2": "Two or more publishers"}
_IN = {"yes": "In this case", "no": "Outside the case"}
_WHOLE = {"yes": "All parties told", "no": "A party is missing"}
_COUNTS = {
    "yes": "In the counts",
    "beside": "Contact within one side, or with somebody not named",
    "unsure": "Less sure: set apart",
    "double": "Counted as one with another",
    "no": "Outside every count",
}
_DIFFER = {"yes": "Reports differ", "no": "Reports do not differ"}
SAID = {
    "ask": "Asked or demanded",
    "condition": "Set as a condition",
    "offer": "Offered",
    "consequence": "Threatened as a consequence",
    "commitment": "Promised",
    "disclaimer": "Recognition disclaimed",
}
CLOSED = (SAID, _TOLD, _SEEN, _BY, _IN, _WHOLE, _COUNTS, _DIFFER)
"""What the values of facets are called of which there are few: the messages of these facets."""

FACETS: tuple[Facet, ...] = (
    Facet("type", "Type of act", lambda e: (e.engagement.type,), _plain("type")),
    Facet("fate", "What became of it", _fate, _TOLD.__getitem__),
    Facet("outside", "Party from outside", _outside, lambda v: labels.heading(v)),
    Facet("home", "Party of a country", _classes, lambda v: labels.heading(v)),
    Facet("met", "In contact", _meeting(Standing()), lambda v: labels.heading(v)),
    Facet("counts", "Counting", _counting(Standing()), _COUNTS.__getitem__),
    Facet("review", "Review", lambda e: (reviewed(e),), _SEEN.__getitem__),
    Facet("place", "Country of the place", _place, lambda v: labels.heading(v)),
    Facet("city", "Place, to the city", _cities, city),
    Facet("topic", "Topic", lambda e: {t for event in e.events for t in event.topics}, _plain("topic")),
    Facet("tool", "Pressure or inducement", lambda e: {t for event in e.events for t in event.tools}, _plain("tool")),
    Facet("said", "What was said", _said, SAID.__getitem__),
    Facet("publishers", "Publishers", lambda e: ("2" if len(e.publishers) > 1 else "1",), _BY.__getitem__),
    Facet("publisher", "Publisher", lambda e: {event.document.publisher or "unknown" for event in e.events}, str),
    Facet("conflict", "Accounts", lambda e: ("yes" if e.engagement.conflicts else "no",), _DIFFER.__getitem__),
    Facet("complete", "Parties", lambda e: ("yes" if any(event.complete for event in e.events) else "no",), _WHOLE.__getitem__),
    Facet("case", "Case", lambda e: ("yes" if any(event.in_case for event in e.events) else "no",), _IN.__getitem__),
)
"""The facets, in the order in which they are shown."""
UNLISTED = frozenset({"met"})
"""Facets that lists offer only where they are asked for."""

BY_NAME = {facet.name: facet for facet in FACETS}


class _Column:
    """One facet of all engagements: which of them has which values, as codes one after the other, and where each one's begin."""

    def __init__(self, valued: Callable[[Engaged], Iterable[str]], engaged: Sequence[Engaged]) -> None:
        self.known: dict[str, int] = {}
        codes: list[int] = []
        starts = [0]
        for each in engaged:
            codes += [self.known.setdefault(value, len(self.known)) for value in valued(each)]
            starts.append(len(codes))
        self.codes = np.asarray(codes, dtype=np.intp)
        self.starts = np.asarray(starts, dtype=np.intp)
        self.single = bool((np.diff(self.starts) == 1).all())

    def having(self, values: Iterable[str]) -> Mask:
        wanted = np.zeros(len(self.known) + 1, dtype=bool)
        wanted[[self.known.get(value, len(self.known)) for value in values]] = True
        if self.single:
            return wanted[self.codes]
        before = np.concatenate(([0], np.cumsum(wanted[self.codes])))[self.starts]
        found: Mask = before[1:] > before[:-1]
        return found

    def counts(self, within: Mask) -> list[tuple[str, int]]:
        sizes = np.bincount(self._of(np.flatnonzero(within)), minlength=len(self.known))
        return list(zip(self.known, sizes.tolist(), strict=True))

    def _of(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """The codes of some engagements."""
        if self.single:
            return self.codes[rows]
        first, last = self.starts[rows], self.starts[rows + 1]
        ends = np.cumsum(last - first)
        found: NDArray[np.intp] = self.codes[np.arange(ends[-1] if len(ends) else 0) + np.repeat(last - ends, last - first)]
        return found


class Index:
    """Engagements as columns. Questions are maps from a facet's name to its values, parted by commas."""

    def __init__(self, engaged: Sequence[Engaged], standing: Standing) -> None:
        """Read every facet of every engagement once; ``standing`` says how they stand in the counts."""
        self.size = len(engaged)
        valued = {facet.name: facet.values for facet in FACETS} | {
            "counts": _counting(standing),
            "met": _meeting(standing),
        }
        self._columns = {name: _Column(values, engaged) for name, values in valued.items()}
        spans = [days(each.engagement.values.get("date")) or ("", "") for each in engaged]
        self.firsts, self.lasts = (np.asarray([_day(span[end]) for span in spans], dtype=np.int32) for end in (0, 1))
        single = {each.id: (first[:_MONTH],) for each, (first, last) in zip(engaged, spans, strict=True) if _alike(first, last)}
        self._months = _Column(lambda each: single.get(each.id, ()), engaged)
        self.reports = np.asarray([len(each.documents) for each in engaged], dtype=np.int32)

    def everything(self) -> Mask:
        """All of them."""
        return np.ones(self.size, dtype=bool)

    def having(self, facet: str, value: str) -> Mask:
        """Those that have a value of a facet."""
        return self._columns[facet].having((value,))

    def chosen(self, asked: Mapping[str, str], within: Mask, but: str = "") -> Mask:
        """Those within ``within`` that have, of every facet asked for but one, one of the values."""
        found = within.copy()
        for name, column in self._columns.items():
            if asked.get(name) and name != but:
                found &= column.having(asked[name].split(","))
        return found

    def between(self, since: str, until: str) -> Mask:
        """Those whose date, as exact as it is told, may fall into a time; both bounds are days, months or years.

        Raises:
            UsageError: A bound is no date.
        """
        found = self.everything()
        if since:
            found &= self.lasts >= _day(_bound(since)[0])
        if until:
            found &= (self.firsts <= _day(_bound(until)[1])) & (self.firsts > 0)
        return found

    def choices(self, facet: str, asked: Mapping[str, str], among: Mask) -> list[Choice]:
        """The values of a facet with their numbers, the most frequent first; those that are asked for stand among them always."""
        picked = set(filter(None, asked.get(facet, "").split(",")))
        words = BY_NAME[facet].words
        known = [(value, n) for value, n in self._columns[facet].counts(among) if n or value in picked]
        made = [Choice(value, words(value), n, value in picked) for value, n in known]
        return sorted(made, key=lambda each: (-each.number, each.words))

    def counts(self, facet: str, within: Mask) -> dict[str, int]:
        """How many of those within have each value of a facet, the most frequent first."""
        found = (each for each in self._columns[facet].counts(within) if each[1])
        return dict(sorted(found, key=lambda each: (-each[1], each[0])))

    def months(self, within: Mask) -> dict[str, int]:
        """How many there are of every month (``2023-07``) that has any; what spans several months is left out."""
        return dict(sorted((month, n) for month, n in self._months.counts(within) if n))


_MONTH = len("2023-07")


def _alike(first: str, last: str) -> bool:
    """Whether two days are of one month."""
    return bool(first) and first[:_MONTH] == last[:_MONTH]


def _day(iso: str) -> int:
    """A day as a number that is compared at once: ``20230712``; nought where there is none."""
    return int(iso.replace("-", "") or 0)


def _bound(value: str) -> tuple[str, str]:
    found = days(value)
    if found is None:
        raise UsageError(f"{value} is no date", "write a day, a month or a year: 2023-07-12, 2023-07, 2023")
    return found
