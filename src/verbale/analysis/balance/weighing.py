"""The balance: whom each party from outside meets, the authority or everyone else, by class and by place."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable

import msgspec

from verbale.analysis.balance.contacts import contacts
from verbale.analysis.entries import AUTHORITY, OTHERS, Entry, Rule, weight
from verbale.analysis.minutes import Minutes
from verbale.analysis.parties import MEMBERS, coded, parties
from verbale.analysis.sampling import Span
from verbale.analysis.scorecard import audit_for
from verbale.analysis.stats.pooling import pooled
from verbale.analysis.stats.rates import Estimate, share
from verbale.analysis.stats.reading import true_share

DETECTION = (1.0, 1.5, 2.0, 4.0)
"""How many times as likely a meeting of the authority may be to become known as one of anybody else."""
SILENCE = 90
"""Days without a known meeting after which a party is named."""
WATCHED = ("WOM", "CSO")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One party from outside, or a group: how often it met the authority, everyone else, and both at once.

    ``others`` counts meetings with anybody but the authority, ``both`` those where the authority sat too. ``share`` is that of
    the others in all, ``corrected`` the same with the coder's error, ``tipping`` the detection ratio at which the share is a half,
    with those of its interval's bounds; ``None`` where no sampling frame allows a share. ``classes`` and ``places``
    have their engagements. ``effective`` is the effective number of classes met. ``pooled`` is the share as it is drawn towards
    those of all parties, the more so the fewer engagements there are.
    """

    party: str
    authority: int
    others: int
    both: int
    classes: dict[str, tuple[Entry, ...]]
    places: dict[str, tuple[Entry, ...]]
    entries: tuple[Entry, ...]
    share: Estimate | None = None
    corrected: Estimate | None = None
    tipping: Estimate | None = None
    by_detection: tuple[Estimate, ...] = ()
    effective: float | None = None
    pooled: Estimate | None = None


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """The balance of a span: a row for all, one for each party or group, who is silent, and who was first met when.

    ``silent`` are parties in contact with the authority within the span that are not known to have met women or civil society for
    90 days at its end, with the last day on which they did. ``bodies`` are interlocutors of the country first seen in each quarter.
    All of it is of the parties and the time that were asked for: ``of`` (empty: every party) and ``within`` (``None``: all time).
    """

    rows: tuple[Row, ...]
    silent: tuple[tuple[str, str, int | None], ...]
    bodies: dict[str, tuple[str, ...]]
    first: int | None
    last: int | None
    rule: Rule
    entries: tuple[Entry, ...]
    of: tuple[str, ...] = ()
    within: Span | None = None


def balance(given: Minutes, of: Iterable[str] = (), by: Rule | None = None, within: Span | None = None) -> Balance:
    """Whom parties from outside meet.

    Args:
        given: The minutes.
        of: Parties or groups (``NATO+``), a row each, also where there was no contact; every party where left out.
        by: The counting rule.
        within: First and last day; all where left out.

    Raises:
        UsageError: A party or a group is none.
    """
    how, asked = by or Rule(), coded(of)
    known = contacts(given)
    counted = known.counted(how, within)
    last = within[1] if within else known.last(counted)
    wanted = parties(asked, last or 1) if asked else known.parties(counted)
    found = known.among(counted, wanted if asked else None)
    groups = _groups(wanted, asked, last or 1)
    of_party = _by_party(found)
    rows = [_row(name, of_party.get(name, found), given, how, meant) for name, meant in groups]
    whole = _row("all", found, given, how, wanted.intersection)
    ordered = sorted(_leaning([row for row in rows if row.entries]), key=lambda row: (-(row.authority + row.others), row.party))
    return Balance(
        rows=(whole, *ordered, *(row for row in rows if asked and not row.entries)),
        silent=tuple(each for each in _silent(found, last) if each[0] in wanted) if last else (),
        bodies=_bodies(found),
        first=within[0] if within else min((e.first for e in found if e.first is not None), default=None),
        last=last,
        rule=how,
        entries=found,
        of=asked,
        within=within,
    )


_Meant = Callable[[frozenset[str]], frozenset[str]]


def _by_party(found: Iterable[Entry]) -> dict[str, list[Entry]]:
    made: dict[str, list[Entry]] = {}
    for each in found:
        for party in each.present:
            made.setdefault(party, []).append(each)
    return made


def _groups(every: Iterable[str], of: tuple[str, ...], on: int) -> list[tuple[str, _Meant]]:
    if not of:
        return [(party, frozenset((party,)).intersection) for party in sorted(every)]
    return [(code, parties((code,), on).intersection) for code in of]


def _row(name: str, found: Iterable[Entry], given: Minutes, by: Rule, meant: _Meant) -> Row:
    mine = [(each, len(outside)) for each in found if (outside := meant(each.present))]
    authority = sum(weight(each, by, n, 1) for each, n in mine if AUTHORITY in each.home)
    others = sum(weight(each, by, n, len(each.home - {AUTHORITY})) for each, n in mine if each.home - {AUTHORITY})
    classes: dict[str, list[Entry]] = {kind: [] for kind in (AUTHORITY, *OTHERS)}
    for each, _ in mine:
        for kind in each.home & classes.keys():
            classes[kind].append(each)
    places = _places([each for each, _ in mine])
    told = Row(
        party=name,
        authority=authority,
        others=others,
        both=sum(AUTHORITY in each.home and len(each.home) > 1 for each, _ in mine),
        classes={kind: tuple(entries) for kind, entries in classes.items() if entries},
        places=places,
        entries=tuple(each for each, _ in mine),
    )
    return told if given.frame is None else _with_share(told, given)


def _with_share(row: Row, given: Minutes) -> Row:
    whole = row.authority + row.others
    found = share(row.others, whole)
    sides = audit_for(given.audits, "others"), audit_for(given.audits, "authority")
    audited = true_share(row.others, row.authority, sides[0], sides[1]) if sides[0] and sides[1] and whole else None
    sure = audited or found
    return msgspec.structs.replace(
        row,
        share=found,
        corrected=audited,
        tipping=Estimate(*map(_turning, (found.value, sure.high, sure.low))),
        by_detection=tuple(Estimate(*(_detected(value, times) for value in found)) for times in DETECTION),
        effective=effective([len(entries) for kind, entries in row.classes.items() if kind != AUTHORITY]),
    )


def _leaning(rows: list[Row]) -> list[Row]:
    """The rows with their pooled shares; a group is none of its members' equals, and leaves all as they are."""
    if any(row.share is None or row.party.endswith(MEMBERS) for row in rows):
        return rows
    found = pooled([row.others for row in rows], [row.others + row.authority for row in rows])
    return [msgspec.structs.replace(row, pooled=each) for row, each in zip(rows, found, strict=True)] if found else rows


def effective(counts: Iterable[int]) -> float:
    """The effective number of classes: the exponential of Shannon's entropy (Hill's number of order one), with Miller's correction.

    Miller and Madow add (classes - 1) / 2n to the entropy, which small counts make too low; it is kept within the classes seen.
    """
    import math

    seen = [n for n in counts if n]
    whole = sum(seen)
    if not whole:
        return 0.0
    entropy = -sum(n / whole * math.log(n / whole) for n in seen) + (len(seen) - 1) / (2 * whole)
    return min(math.exp(entropy), float(len(seen)))


def _detected(value: float, times: float) -> float:
    """The share of the others were the authority's meetings so many times as likely to become known."""
    return value * times / (value * times + 1 - value) if value == value else value


def _turning(value: float) -> float:
    """The detection ratio at which the share of the others is a half."""
    return (1 - value) / value if value else float("inf")


def _places(found: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    made: dict[str, list[Entry]] = {}
    for each in found:
        for place in {place for kind, place in each.places if kind != AUTHORITY}:
            made.setdefault(place, []).append(each)
    return {place: tuple(made[place]) for place in ("inside", "refuge", "diaspora", "unknown") if place in made}


def _silent(found: Iterable[Entry], last: int) -> tuple[tuple[str, str, int | None], ...]:
    """Parties in contact with the authority, with the last day on which each met those watched for, where that is long ago."""
    latest: dict[tuple[str, str], int] = {}
    for each in found:
        for party in each.present:
            for kind in each.home | _also(each):
                latest[party, kind] = max(latest.get((party, kind), 0), each.last or 0)
    engaged = sorted({party for party, kind in latest if kind == AUTHORITY and latest[party, kind] > last - SILENCE})
    return tuple(
        (party, kind, latest.get((party, kind)))
        for party in engaged
        for kind in WATCHED
        if latest.get((party, kind), 0) <= last - SILENCE
    )


def _also(each: Entry) -> set[str]:
    """The classes that the words give beside the one that counts, and women where they were in the room."""
    more = {code.partition("-")[2] for code in each.facts.also if "-" in code}
    return more | ({"WOM"} if each.values.get("women_present") == "yes" else set())


def _bodies(found: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """The bodies of the country outside the authority, by the quarter in which each was first met. People are not listed."""
    first: dict[str, int] = {}
    for each in found:
        if each.middle is None:
            continue
        for body in each.facts.bodies:
            first[body] = min(first.get(body, each.middle), each.middle)
    made: dict[str, list[str]] = {}
    for actor, day in sorted(first.items(), key=lambda item: (item[1], item[0])):
        made.setdefault(quarter(day), []).append(actor)
    return {name: tuple(actors) for name, actors in made.items()}


@functools.lru_cache(maxsize=20_000)
def quarter(day: int) -> str:
    """The quarter of a day: ``2022-Q4``."""
    date = datetime.date.fromordinal(day)
    return f"{date.year}-Q{(date.month + 2) // 3}"
