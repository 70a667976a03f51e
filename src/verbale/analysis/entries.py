"""Engagements as the answers count them: the one place at which analysis takes from the room before it.

An *entry* is an engagement seen from a case: which parties from outside were in contact with which parties of the country, when, in
what setting, who told it, and under which counting rules it counts.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import force_setattr

from verbale.analysis.hushing import hushed
from verbale.catalogue import labels
from verbale.engagements.counting import Rule as Rule
from verbale.engagements.counting import rule as rule
from verbale.engagements.engaged import Engaged
from verbale.engagements.gist import Gist, Reported
from verbale.engagements.merging import within
from verbale.engagements.prudence import Prudence
from verbale.engagements.reports import order as reported
from verbale.engagements.summing import summed
from verbale.errors import UsageError
from verbale.model import Event
from verbale.record import Kept

AUTHORITY = "AUTH"
"""The class of the authority; every other class of the country is on the side of the others."""
_MONTH = len("2023-05")
OTHERS = ("FMR", "OPP", "ARM", "CSO", "WOM", "DIA", "REF", "MIN", "REL", "MED", "BUS", "PPL")
_ELSEWHERE = {"DIA": "diaspora", "REF": "refuge"}
"""Where a class is by its very name, unless the words say otherwise."""


class Entry(Reported, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One engagement seen from a case.

    ``outside`` are the parties from outside, ``home`` the classes of the country (``AUTH``, ``WOM``, ...) that took part,
    ``places`` the classes with their location. Of what is ``silent`` neither words nor place, day or name may be told, as it is
    untold or would give away what is. ``place`` is by what entries are put in order, the undated last; never by an id that chance
    gave, nor by a day that is not told.
    """

    outside: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    places: frozenset[tuple[str, str]] = frozenset()
    silent: bool = False
    place: tuple[str, str, int, str] = ("", "", 0, "")

    def __post_init__(self) -> None:
        # every count sorts by it: it is worked out once
        force_setattr(self, "place", (self.when or "9999", *self.order[1:]))

    @property
    def when(self) -> str:
        """The date as it may be told: of what is silent the month."""
        return self.date[:_MONTH] if self.silent else self.date

    @property
    def present(self) -> frozenset[str]:
        """The outside parties that were in contact: who only brought others together is none of them."""
        return _present(self, self.outside)

    @property
    def across(self) -> bool:
        """Whether it is contact between both sides: parties from outside that were present, and some of the country."""
        return self.type == "CONSULT" and bool(self.present and self.home)

    @property
    def by_authority(self) -> bool:
        """Whether the authority did it, as any report tells."""
        return any(labels.class_of(party) == AUTHORITY for party in self.facts.sources)

    def telling(self, field: str) -> Sequence[Event]:
        """Its reports, where any of them fills one of the fields that few do."""
        return self.events if field in self.facts.rare else ()

    @property
    def reviewed(self) -> bool:
        """Whether a person confirmed, corrected or entered any of its events."""
        return self.told[3] > 0

    @property
    def middle(self) -> int | None:
        """The day in the middle of those between which it lies."""
        return None if self.first is None or self.last is None else (self.first + self.last) // 2


class _Body(msgspec.Struct):
    """What is read of an engagement that is kept."""

    gist: Entry


_body = msgspec.json.Decoder(_Body)


def entries(engaged: Iterable[Engaged] | Kept, country: str | None, prudence: Prudence | None = None) -> tuple[Entry, ...]:
    """The engagements as entries, seen from a country (ISO alpha-3; ``None``: every country's classes together).

    Those that a record keeps come in their order, and of their reports only what is asked for is read.

    Args:
        engaged: The engagements.
        country: The country.
        prudence: Says what of reports is taken at its word, where nobody worked that out as yet.
    """
    if not isinstance(engaged, Kept):
        return _hushing(entry(each, country, prudence) for each in engaged)
    found = sorted((_body.decode(body).gist for body in engaged.bodies), key=lambda each: each.order)
    return _hushing(_seen(each, engaged.reports(each.reports), country) for each in found)


def merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries, in their order, with the reports of vague contact added to the contact that it is counted as."""
    given = tuple(entries)
    to = within(given)
    added: dict[str, list[Entry]] = {}
    for each in given:
        if each.id in to:
            added.setdefault(to[each.id], []).append(each)
    return tuple(_with(each, added[each.id]) if each.id in added else each for each in given if each.id not in to)


def _with(entry: Entry, others: Iterable[Entry]) -> Entry:
    every = (entry, *others)
    events = sorted((event for each in every for event in each.events), key=reported)
    return msgspec.structs.replace(
        entry,
        events=tuple(events),
        reports=tuple(event.id for event in events),
        documents=tuple(dict.fromkeys(name for each in every for name in each.documents)),
        publishers=tuple(sorted({name for each in every for name in each.publishers})),
    )


def plain(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """What a count takes in: entries that are told plainly, what is one with another counted once."""
    return merged(each for each in entries if each.sure)


def _hushing(given: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries, of which those are silent that would give away what is untold."""
    made = tuple(given)
    closed = [event for each in made if each.untold for event in each.events]
    if not closed:
        return made
    pages = {event.document.id for event in closed}
    found = hushed((event for each in made if not pages.isdisjoint(each.documents) for event in each.events), closed)
    return tuple(msgspec.structs.replace(x, silent=True) if not found.isdisjoint(x.reports) else x for x in made)


def met(each: Gist, country: str | None) -> frozenset[str]:
    """The parties from outside and of the country that were in contact with each other; none where only one side is told."""
    outside, home = _sides(each.parties, country)
    present = _present(each, outside)
    return present | (frozenset(each.parties) - outside) if each.type == "CONSULT" and present and home else frozenset()


def _present(each: Gist, outside: frozenset[str]) -> frozenset[str]:
    return outside.difference(each.facts.convening) if each.mode == "mediate" else outside


def kept_from(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids of the documents that report what is silent: their titles, addresses and days may tell it, and are not shown."""
    return frozenset(name for each in entries if each.silent for name in each.documents)


def entry(each: Engaged, country: str | None, prudence: Prudence | None = None) -> Entry:
    """One engagement seen from a country."""
    told = each.gist or summed(each, prudence)
    return _seen(Entry(**msgspec.structs.asdict(told)), each.events, country)


def _seen(each: Entry, events: Sequence[Event], country: str | None) -> Entry:
    """An entry that was just made, with its events, from a country; nobody else has it as yet, so that it need not be copied."""
    outside, home = _sides(each.parties, country)
    force_setattr(each, "outside", outside)
    force_setattr(each, "home", home)
    force_setattr(each, "places", _places(each.at, country))
    force_setattr(each, "events", events)
    if each.untold:
        force_setattr(each, "silent", True)
        each.__post_init__()
    return each


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
def _sides(parties: tuple[str, ...], country: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The parties from outside, and the classes of those of the country."""
    home = frozenset(party for party in parties if _home(party, country))
    return frozenset(parties) - home, frozenset(filter(None, map(labels.class_of, home)))


@functools.lru_cache(maxsize=20_000)
def _places(at: tuple[tuple[str, tuple[str, ...]], ...], country: str | None) -> frozenset[tuple[str, str]]:
    found: dict[str, set[str]] = {}
    for party, places in at:
        if _home(party, country):
            kind = labels.class_of(party) or ""
            found.setdefault(kind, set()).update(_ELSEWHERE.get(kind, place) if place == "unknown" else place for place in places)
    # one report's silence is no other place
    return frozenset((kind, place) for kind, places in found.items() for place in (places - {"unknown"} or places))
