"""Engagements as the answers count them: the one place at which analysis takes from the room before it.

An *entry* is an engagement seen from a case: which parties from outside were in contact with which parties of the country, when, in
what setting, who told it, and under which counting rules it counts.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

import msgspec

from verbale.analysis.hushing import hushed, untold
from verbale.analysis.sampling import ordinals
from verbale.catalogue import labels
from verbale.engagements.counting import Rule as Rule
from verbale.engagements.counting import admitted
from verbale.engagements.counting import rule as rule
from verbale.engagements.engaged import Engaged
from verbale.errors import UsageError
from verbale.model import Event, Participant

AUTHORITY = "AUTH"
"""The class of the authority; every other class of the country is on the side of the others."""
_MONTH = len("2023-05")
OTHERS = ("FMR", "OPP", "ARM", "CSO", "WOM", "DIA", "REF", "MIN", "REL", "MED", "BUS", "PPL")
_CONFIRMED = frozenset({"accepted", "corrected", "added"})
_ELSEWHERE = {"DIA": "diaspora", "REF": "refuge"}
"""Where a class is by its very name, unless the words say otherwise."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One engagement seen from a case.

    ``first`` and ``last`` are the ordinals of the days between which it lies, ``None`` where nothing dates it. ``outside`` are the
    parties from outside, ``home`` the classes of the country (``AUTH``, ``WOM``, ...) that took part, ``places`` the classes with
    their location. ``told`` counts the documents that tell of it as held and touch the case: completely, all, the same of those
    reviewed; ``strict`` says whether the strict view admits it, by all and by the reviewed. ``untold`` are dealings with an
    armed side, which are counted and not told further, as that could harm somebody; of what is ``silent`` neither words nor place,
    day or name may be told, as it is untold or would give away what is.
    """

    id: str
    type: str
    mode: str
    status: str
    took_place: bool
    first: int | None
    last: int | None
    date: str
    outside: frozenset[str]
    home: frozenset[str]
    places: frozenset[tuple[str, str]]
    large: bool
    parent: str | None
    values: dict[str, str]
    publishers: tuple[str, ...]
    accounts: tuple[str, ...]
    told: tuple[int, int, int, int]
    strict: tuple[bool, bool]
    events: tuple[Event, ...]
    untold: bool = False
    silent: bool = False

    @property
    def when(self) -> str:
        """The date as it may be told: of what is silent the month."""
        return self.date[:_MONTH] if self.silent else self.date

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that report it."""
        return tuple(dict.fromkeys(event.document.id for event in self.events))

    @property
    def reviewed(self) -> bool:
        """Whether a person confirmed, corrected or entered any of its events."""
        return self.told[3] > 0

    @property
    def middle(self) -> int | None:
        """The day in the middle of those between which it lies."""
        return None if self.first is None or self.last is None else (self.first + self.last) // 2

    @property
    def people(self) -> tuple[Participant, ...]:
        """Everybody who took part, as each report names them."""
        return tuple(p for event in self.events for p in event.participants if p.role in ("source", "target"))


def entries(engaged: Iterable[Engaged], country: str | None) -> tuple[Entry, ...]:
    """The engagements as entries, seen from a country (ISO alpha-3; ``None``: every country's classes together)."""
    made = tuple(entry(each, country) for each in engaged)
    closed = [event for each in made if each.untold for event in each.events]
    if not closed:
        return made
    found = hushed((event for each in made for event in each.events), closed)
    return tuple(msgspec.structs.replace(x, silent=True) if any(e.id in found for e in x.events) else x for x in made)


def kept_from(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids of the documents that report what is silent: their titles, addresses and days may tell it, and are not shown."""
    return frozenset(name for each in entries if each.silent for name in each.documents)


def entry(each: Engaged, country: str | None) -> Entry:
    """One engagement seen from a country."""
    engagement = each.engagement
    outside, home = _sides(each.parties, country)
    first, last = _bounds(each)
    closed = any(map(untold, each.events))
    return Entry(
        id=engagement.id,
        type=engagement.type,
        mode=engagement.mode,
        status=engagement.status,
        took_place=each.took_place,
        first=first,
        last=last,
        date=engagement.values.get("date", ""),
        outside=outside,
        home=home,
        places=_places(each.events, country),
        large=each.large,
        parent=engagement.parent,
        values=engagement.values,
        publishers=each.publishers,
        accounts=each.accounts,
        told=_told(each.held),
        strict=_strict(each),
        events=each.events,
        untold=closed,
        silent=closed,
    )


def admits(each: Entry, by: Rule) -> bool:
    """Whether a counting rule counts an entry at all."""
    told = each.told[(2 if by.reading == "reviewed" else 0) + (by.view == "inclusive")]
    if not told or not (each.took_place or by.view == "inclusive"):
        return False
    return by.view != "strict" or each.strict[by.reading == "reviewed"]


def weight(each: Entry, by: Rule, outside: int, home: int) -> int:
    """How many an entry counts for under a rule, with so many parties from outside and of the country that are asked for."""
    pairs = outside * home
    if by.unit == "reports":
        return len(each.documents)
    if by.unit == "events":
        return each.told[(2 if by.reading == "reviewed" else 0) + (by.view == "inclusive")]
    if by.unit == "dyads":
        return pairs if by.conference == "pairs" or not each.large else min(pairs, 1)
    return max(pairs, 1) if by.conference == "pairs" and each.large else 1


def classes_of(words: str) -> frozenset[str]:
    """The classes that a word or codes name: ``others``, ``authority``, ``WOM``, ``WOM,CSO``.

    Raises:
        UsageError: One of them is none; a count of it would be nought and tell nothing.
    """
    sides = {"others": OTHERS, "authority": (AUTHORITY,), "authorities": (AUTHORITY,), "all": (AUTHORITY, *OTHERS)}
    parts = [part.strip() for part in words.split(",") if part.strip()]
    found = [code for part in parts for code in sides.get(part, (part.upper(),))]
    for code in found:
        if code not in sides["all"]:
            raise UsageError(f"there is no class named {code}", f"one of: others, authority, all, {', '.join(sides['all'])}")
    return frozenset(found)


@functools.cache
def _home(party: str, country: str | None) -> bool:
    at = labels.country_of(party)
    return at is not None and (country is None or at == country)


@functools.lru_cache(maxsize=20_000)
def _sides(parties: frozenset[str], country: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The parties from outside, and the classes of those of the country."""
    home = frozenset(party for party in parties if _home(party, country))
    return parties - home, frozenset(filter(None, map(labels.class_of, home)))


def _bounds(each: Engaged) -> tuple[int | None, int | None]:
    value = each.engagement.values.get("date")
    precision = next((e.date_precision for e in each.events if e.date == value), None)
    return ordinals(value, precision) or (None, None)


def _places(events: Iterable[Event], country: str | None) -> frozenset[tuple[str, str]]:
    found: dict[str, set[str]] = {}
    for event in events:
        for each in event.participants:
            if each.party and each.role in ("source", "target") and _home(each.party, country):
                kind = labels.class_of(each.party) or ""
                found.setdefault(kind, set()).add(each.location if each.location != "unknown" else _ELSEWHERE.get(kind, "unknown"))
    # one report's silence is no other place
    return frozenset((kind, place) for kind, places in found.items() for place in (places - {"unknown"} or places))


def _strict(each: Engaged) -> tuple[bool, bool]:
    # one report of one side can have no second voice: asking costs more than all the rest
    if len(each.events) < 2 and len(each.accounts) < 2:
        return False, False
    return admitted(each, Rule(view="strict")), admitted(each, Rule(view="strict", reading="reviewed"))


def _told(held: Iterable[Event]) -> tuple[int, int, int, int]:
    told = [event for event in held if event.in_case]
    whole = [event for event in told if event.complete]
    return _documents(whole), _documents(told), _documents(_checked(whole)), _documents(_checked(told))


def _checked(told: Iterable[Event]) -> list[Event]:
    return [event for event in told if event.review is not None and event.review.verdict in _CONFIRMED]


def _documents(events: Sequence[Event]) -> int:
    # a document tells an act once, whatever was read twice in its words
    return len(events) if len(events) < 2 else len({event.document.id for event in events})
