"""For each party and quarter: what was counted, and the probability of each approach."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

import msgspec

from verbale.analysis.balance.weighing import quarter
from verbale.analysis.entries import AUTHORITY, Entry, Rule, admits
from verbale.analysis.minutes import Minutes
from verbale.analysis.recognition.acts import acts
from verbale.catalogue import tables

_HIGH = frozenset({"deputy", "minister", "head"})
_ARMED_OR_OPPOSED = frozenset({"ARM", "OPP", "FMR"})
_PRESSURE = frozenset({"SANCTION", "THREATEN"})


class Approach(msgspec.Struct, frozen=True, kw_only=True):
    """An approach with its thresholds: a share or rate of at least or at most so much, topics, classes or occasions."""

    id: str
    label: str
    at_least: float = 0.0
    at_most: float = 0.0
    topics: tuple[str, ...] = ()
    classes: int = 0
    occasions: int = 0


class Approaches(msgspec.Struct, frozen=True, kw_only=True):
    """The table of approaches: fewest engagements for a label, and how sure a label must be."""

    fewest: int
    sure: float
    approach: tuple[Approach, ...]

    def of(self, name: str) -> Approach:
        """The approach of that id."""
        return next(each for each in self.approach if each.id == name)


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What was counted of a party in a quarter."""

    entries: tuple[Entry, ...]
    authority: int
    others: int
    classes: int
    refused: int
    pressure: int
    requests: int
    topics: tuple[frozenset[str], ...]
    conditions: int
    disclaimed: bool
    convened: int
    opposed: bool
    step: int

    @property
    def contact(self) -> int:
        """Contact with anybody of the country."""
        return self.authority + self.others


class Quarter(msgspec.Struct, frozen=True, kw_only=True):
    """A party's quarter: probabilities by approach, and the labels that are sure in it and were in the quarter before.

    ``single`` is the share of its engagements known from one publisher. ``labels`` is empty where evidence is insufficient.
    """

    party: str
    quarter: str
    tally: Tally
    probabilities: dict[str, float]
    labels: tuple[str, ...]
    single: float


@functools.cache
def table() -> Approaches:
    """The approaches that ship."""
    return msgspec.convert(tables.toml("common", "approaches"), Approaches)


def quarters(given: Minutes) -> tuple[Quarter, ...]:
    """Every party's quarters in which anything of it is on record, by party and time."""
    steps, by = _steps(given), Rule()
    groups: dict[tuple[str, str], list[Entry]] = {}
    for each in given.entries:
        day = each.middle
        if day is not None and each.outside and each.home and (each.status == "refused" or admits(each, by)):
            for party in each.outside | _conveners(each):
                groups.setdefault((party, quarter(day)), []).append(each)
    found: list[Quarter] = []
    for party, when in sorted(groups):
        tally = _tally(party, groups[party, when], steps.get((party, when), 0))
        chances = {each.id: _CHANCES[each.id](each, tally) for each in table().approach}
        before = found[-1] if found and found[-1].party == party and _follows(found[-1].quarter, when) else None
        found.append(_quarter(party, when, tally, chances, before))
    return tuple(found)


def _quarter(party: str, when: str, tally: Tally, chances: dict[str, float], before: Quarter | None) -> Quarter:
    sure = table().sure
    enough = len(tally.entries) >= table().fewest
    twice = (name for name, p in chances.items() if p >= sure and before is not None and before.probabilities[name] >= sure)
    single = sum(len(each.publishers) == 1 for each in tally.entries) / len(tally.entries)
    return Quarter(
        party=party, quarter=when, tally=tally, probabilities=chances, labels=tuple(twice) if enough else (), single=single
    )


def _tally(party: str, mine: Iterable[Entry], step: int) -> Tally:
    every = tuple(mine)
    met = [each for each in every if each.type == "CONSULT" and each.took_place and party in each.outside]
    others = [each for each in met if each.home - {AUTHORITY}]
    aimed = [each for each in every if AUTHORITY in each.home and party in each.facts.sources]
    with_authority = [each for each in met if AUTHORITY in each.home]
    spoken = [*with_authority, *(each for each in aimed if each.type in ("REQUEST", "ACCUSE"))]
    return Tally(
        entries=every,
        authority=len(with_authority),
        others=len(others),
        classes=len(frozenset().union(*(each.home for each in others)) - {AUTHORITY}),
        refused=sum(each.status == "refused" or each.type == "REJECT" for each in aimed),
        pressure=sum(each.type in _PRESSURE for each in aimed),
        requests=sum(each.type == "REQUEST" for each in aimed) + len(with_authority),
        topics=tuple(frozenset(each.facts.topics) for each in with_authority if each.facts.topics),
        conditions=sum(each.facts.conditions for each in spoken),
        disclaimed=any(each.facts.disclaimed for each in every),
        convened=sum(party in _conveners(each) for each in every if each.took_place),
        opposed=any(each.home & _ARMED_OR_OPPOSED and each.values.get(f"level.{party}") in _HIGH for each in met),
        step=step,
    )


def _beyond(hits: int, of: int, threshold: float) -> float:
    """The probability that a share exceeds a threshold, given so many of so many (Jeffreys prior)."""
    from scipy.special import betainc

    return 1 - float(betainc(hits + 0.5, of - hits + 0.5, threshold)) if of else 0.0


def _silent(rule: Approach, tally: Tally) -> float:
    from scipy.special import gammainc

    return float(gammainc(0.5, rule.at_most)) if tally.contact == 0 and tally.refused else 0.0


def _about(rule: Approach, tally: Tally) -> float:
    hits = sum(topics <= set(rule.topics) for topics in tally.topics)
    return _beyond(hits, len(tally.topics), rule.at_least)


def _conditional(rule: Approach, tally: Tally) -> float:
    return _beyond(tally.conditions, tally.requests, rule.at_least) if tally.disclaimed and tally.step < 6 else 0.0


def _outreach(rule: Approach, tally: Tally) -> float:
    return _beyond(tally.others, tally.contact, rule.at_least) if tally.classes >= rule.classes else 0.0


def _accommodating(rule: Approach, tally: Tally) -> float:
    return 1 - _beyond(tally.conditions, tally.requests, rule.at_most) if tally.requests and 4 <= tally.step <= 6 else 0.0


_CHANCES: dict[str, Callable[[Approach, Tally], float]] = {
    "A0": _silent,
    "A1": lambda rule, tally: _beyond(tally.pressure, tally.pressure + tally.requests, rule.at_least),
    "A2": _about,
    "A3": _about,
    "A4": _conditional,
    "A5": _outreach,
    "A6": lambda rule, tally: float(tally.convened >= rule.occasions),
    "A7": _accommodating,
    "A8": lambda _rule, tally: float(tally.step >= 7),
    "A9": lambda _rule, tally: float(tally.opposed),
}


def _steps(given: Minutes) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for act in acts(given):
        if act.day is not None:
            key = act.party, quarter(act.day)
            found[key] = max(found.get(key, 0), act.step.number)
    return found


def _conveners(each: Entry) -> frozenset[str]:
    return frozenset(party for party in each.facts.hosting if "-" not in party)


def _follows(earlier: str, later: str) -> bool:
    """Whether one quarter comes right after another."""
    (y0, q0), (y1, q1) = ((int(name[:4]), int(name[-1])) for name in (earlier, later))
    return 4 * y1 + q1 == 4 * y0 + q0 + 1
