"""The acts on the ladder: for each engagement and each party from outside, the step on which it stands, and what modifies it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator

import msgspec

from verbale.analysis.entries import AUTHORITY, Entry, Rule, admits
from verbale.analysis.minutes import Minutes
from verbale.analysis.recognition.ladder import Modifier, Placing, Step, ladder, placings
from verbale.catalogue import labels, tables
from verbale.catalogue.tables import holds

_PLAIN = frozenset({("SUPPORT", "recognise"), ("COOPERATE", "mission")})
"""Acts that stand on a step only where their words say plainly that they were done."""
_UNDONE = frozenset({"refused", "cancelled"})
_STANDARD = Rule()


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """An act of a party from outside towards the authority, on its step. ``modifiers`` are ids of the ladder's."""

    party: str
    step: Step
    entry: Entry
    modifiers: tuple[str, ...]

    @property
    def date(self) -> str:
        """When it was, as precisely as is told."""
        return self.entry.when

    @property
    def day(self) -> int | None:
        """The day in the middle of those on which it can have been."""
        return self.entry.middle


def acts(given: Minutes) -> tuple[Act, ...]:
    """Every act on the ladder, by date, then party; refused contact stands on the lowest step."""
    paired = _paired(given.entries)
    found = [act for each in given.entries if AUTHORITY in each.home for act in _of(each, paired)]
    return tuple(sorted(found, key=lambda a: (a.date or "9999", a.party, a.step.number, a.entry.id)))


def doubtful(given: Minutes, found: Iterable[Act]) -> tuple[Entry, ...]:
    """Reports of recognition and of missions that stand on no step: their words do not plainly say that a state did it."""
    placed = {act.entry.id for act in found}
    return tuple(
        each
        for each in given.entries
        if (each.type, each.mode) in _PLAIN
        and AUTHORITY in each.home
        and each.outside
        and each.id not in placed
        and admits(each, _STANDARD)
    )


def acknowledged(each: Entry) -> bool:
    """Whether any party to an occasion acknowledges it: in public, or by an account of its own."""
    return each.values.get("visibility") == "public" or bool(each.accounts) or bool(each.facts.publicised)


def _of(each: Entry, paired: frozenset[str]) -> Iterator[Act]:
    rules, possible = ladder(), placings(each.type)
    if each.type == "CONSULT" and each.status in _UNDONE:
        yield from (Act(party=party, step=rules.at("L0"), entry=each, modifiers=()) for party in sorted(each.outside))
        return
    if not possible or not admits(each, _STANDARD):
        return
    modifiers: tuple[str, ...] | None = None
    for party in sorted(each.outside):
        placing = next((rule for rule in possible if _fits(rule, each, party)), None)
        if placing is not None:
            if modifiers is None:
                modifiers = tuple(m.id for m in rules.modifier if _modified(m, each, paired))
            yield Act(party=party, step=rules.at(placing.step), entry=each, modifiers=modifiers)


def _fits(rule: Placing, each: Entry, party: str) -> bool:
    if (rule.mode and rule.mode != each.mode) or (rule.modes and each.mode not in rule.modes):
        return False
    if rule.parties and party not in rule.parties:
        return False
    if rule.channels and each.values.get("channel") not in rule.channels:
        return False
    if rule.venues and each.values.get("venue") not in rule.venues:
        return False
    if rule.levels and each.values.get(f"level.{party}") not in rule.levels:
        return False
    if rule.acknowledged and not acknowledged(each):
        return False
    if rule.states and party not in _states():
        return False
    if rule.unless and all(holds(rule.unless, event.evidence[0].text) for event in each.events):
        return False
    return (not rule.by or _acting(rule.by, each, party)) and (not rule.words or _said(rule.words, each))


@functools.cache
def _states() -> frozenset[str]:
    return frozenset(row["code"] for row in tables.rows("common", "states"))


def _acting(by: str, each: Entry, party: str) -> bool:
    return party in each.facts.sources if by == "outside" else each.by_authority


def _said(words: str, each: Entry) -> bool:
    return any(holds(words, part.text) for event in each.events for part in event.evidence)


def _modified(modifier: Modifier, each: Entry, paired: frozenset[str]) -> bool:
    if modifier.words:
        return _said(modifier.words, each)
    return _MODIFIED[modifier.id](each, paired)


def _alone(each: Entry, _paired: frozenset[str]) -> bool:
    told = each.facts.attributed + each.facts.publicised
    return bool(told) and all(labels.class_of(p) == AUTHORITY for p in told)


def _paired(entries: Iterable[Entry]) -> frozenset[str]:
    """The visits and occasions on which others of the country were met."""
    return frozenset(each.parent for each in entries if each.parent and each.home - {AUTHORITY})


_MODIFIED: dict[str, Callable[[Entry, frozenset[str]], bool]] = {
    "disclaimer": lambda each, _paired: each.facts.disclaimed,
    "conditions": lambda each, _paired: each.facts.conditions,
    "authority_alone": _alone,
    "women_excluded": lambda each, _paired: each.values.get("women_present") == "excluded",
    "others_met": lambda each, paired: len(each.home) > 1 or each.parent in paired or each.id in paired,
    "unacknowledged": lambda each, _paired: each.type == "CONSULT" and not acknowledged(each),
}
