"""Occasions at which others of the country were met, the authority's reactions, and what else could have provoked them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from verbale.analysis.entries import AUTHORITY, Entry, Rule, admits
from verbale.analysis.minutes import Minutes

WINDOW = 14
"""Days after an occasion within which a reaction may be one to it."""
OUTCOME = 90
"""Days after an occasion within which an easing by the authority is looked for."""
_NEAR = 3
_ANGRY = frozenset({"ACCUSE", "REJECT", "THREATEN"})
_PROVOKING = frozenset({"SANCTION", "ASSAULT", "THREATEN"})


class Occasion(msgspec.Struct, frozen=True, kw_only=True):
    """An occasion on its day.

    ``linked`` are the reactions within 14 days that are aimed at somebody who took part, ``eased`` what the authority eased within
    90 days; ``provoked`` says that a penalty, an attack or a threat fell within three days of it.
    """

    entry: Entry
    day: int
    linked: tuple[Entry, ...]
    eased: tuple[Entry, ...]
    provoked: bool


def occasions(given: Minutes) -> tuple[tuple[Occasion, ...], tuple[tuple[Entry, int], ...]]:
    """The occasions, and every reaction with its day, both by date. What has no day is in neither."""
    dated = [(each, each.middle) for each in given.entries if each.middle is not None and each.first == each.last]
    angry = sorted(((e, d) for e, d in dated if _reacts(e)), key=_when)
    eased = sorted(((e, d) for e, d in dated if e.type == "CONCEDE" and e.by_authority and admits(e, Rule())), key=_when)
    triggers = sorted(d for e, d in dated if e.type in _PROVOKING and e.outside and not e.by_authority)
    met = sorted(((e, d) for e, d in dated if _pluralist(e)), key=_when)
    return tuple(_occasion(e, d, angry, eased, triggers) for e, d in met), tuple(angry)


_Dated = Sequence[tuple[Entry, int]]


def _occasion(each: Entry, day: int, angry: _Dated, eased: _Dated, triggers: Sequence[int]) -> Occasion:
    """An occasion; all that may have come of it, or provoked what did, is given by day."""
    near = bisect_left(triggers, day - _NEAR)
    return Occasion(
        entry=each,
        day=day,
        linked=tuple(e for e in _within(angry, day, WINDOW) if _aimed(e, each)),
        eased=tuple(_within(eased, day, OUTCOME)),
        provoked=near < len(triggers) and triggers[near] <= day + _NEAR,
    )


def _within(given: _Dated, day: int, days: int) -> Iterator[Entry]:
    """What lies on a day or so many days after it."""
    for at in range(bisect_left(given, day, key=_day), len(given)):
        if given[at][1] > day + days:
            return
        yield given[at][0]


def _day(item: tuple[Entry, int]) -> int:
    return item[1]


def _pluralist(each: Entry) -> bool:
    return each.type == "CONSULT" and bool(each.outside) and bool(each.home - {AUTHORITY}) and admits(each, Rule())


def _reacts(each: Entry) -> bool:
    return each.type in _ANGRY and each.by_authority and bool(each.outside or each.home - {AUTHORITY}) and admits(each, Rule())


def _aimed(reaction: Entry, at: Entry) -> bool:
    return bool(reaction.outside & at.outside or (reaction.home - {AUTHORITY}) & at.home)


def _when(item: tuple[Entry, int]) -> tuple[int, str]:
    return item[1], item[0].id
