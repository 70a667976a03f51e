"""What the pictures and the brief count: which engagements, on which side of the case, between whom."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterable
from typing import Literal

import msgspec

from verbale.analysis.entries import AUTHORITY, Entry, Rule, admits
from verbale.catalogue import labels, tables

Side = Literal["authority", "others"]
SIDES: tuple[Side, ...] = ("authority", "others")
OTHER_CONTACT = "other contact"
"""Contact among parties of one side, or with somebody whom nobody names."""
RULE = Rule()
"""The rule by which both count: an act in the world once, however many documents tell it."""


order: Callable[[Entry], tuple[str, str, int, str]] = operator.attrgetter("place")
"""By what entries are put in order."""
_id: Callable[[Entry], str] = operator.attrgetter("id")


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """The case as the counts need it: title, country (ISO alpha-3) or none, capital, when it began, what its people are called."""

    title: str = "all countries"
    country: str | None = None
    capital: str = ""
    since: str = ""
    people: str = "others of the country"


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """An external party and a class of the country, with the engagements in which they were in contact."""

    external: str
    kind: str
    entries: tuple[Entry, ...]


def case_of(name: str) -> Case:
    """The case pack ``name`` as the counts need it; ``none`` counts every country's sides together.

    Raises:
        DataError: There is no such pack.
    """
    pack = tables.pack_of(name)
    if not pack:
        return Case()
    people = next(iter(pack.get("people", ())), Case().people)
    country, capital, since = pack["country"], pack.get("capital", ""), str(pack.get("since", ""))
    return Case(title=pack["name"], country=country, capital=capital, since=since, people=people)


def counted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The acts that any count may use: some report of them is complete and within the case."""
    return tuple(filter(countable, entries))


def countable(entry: Entry) -> bool:
    """Whether some report of an act is complete and within the case."""
    # of a large record this is asked a million times: a loop takes a third of what any() does
    for event in entry.events:  # noqa: SIM110
        if event.complete and event.in_case:
            return True
    return False


def contacts(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The engagements: contact (type CONSULT) that took place or goes on, by ``RULE``."""
    return tuple(each for each in entries if each.type == "CONSULT" and admits(each, RULE))


def kind(entry: Entry) -> str:
    """What the type of an act is called where types are counted: contact that no count of contacts takes in is one of its own."""
    return labels.label("type", entry.type) if entry.across or entry.type != "CONSULT" else OTHER_CONTACT


def side(party: str, country: str | None) -> Side | None:
    """The side of the case that ``party`` is on; ``None`` for states, bodies and the parties of other countries."""
    home, kind = labels.country_of(party), labels.class_of(party)
    if home is None or (country is not None and home != country):
        return None
    return side_of(kind or "")


def side_of(kind: str) -> Side:
    """The side that a class of the country is on."""
    return "authority" if kind == AUTHORITY else "others"


def sides(entry: Entry) -> frozenset[Side]:
    """The sides of the case with which at least one external party is in contact in an engagement."""
    return _sides(entry.home) if entry.present else frozenset()


@functools.lru_cache(maxsize=1000)
def _sides(home: frozenset[str]) -> frozenset[Side]:
    return frozenset(map(side_of, home))


def ties(entries: Iterable[Entry]) -> tuple[Tie, ...]:
    """Who is in contact with whom: every external party with every class of the country, the most frequent first."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for each in contacts(entries):
        for external in sorted(each.present):
            for kind in sorted(each.home):
                found.setdefault((external, kind), []).append(each)
    made = (Tie(external=a, kind=b, entries=tuple(of)) for (a, b), of in found.items())
    return tuple(sorted(made, key=lambda tie: (-len(tie.entries), tie.external, tie.kind)))


def documents(entries: Iterable[Entry]) -> int:
    """How many documents report ``entries``."""
    return len({name for each in entries for name in each.documents})


def ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The ids of ``entries`` by date, then document, without repetition."""
    return tuple(dict.fromkeys(map(_id, sorted(entries, key=order))))
