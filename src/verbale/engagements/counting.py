"""How to count: rules with names, so that a figure can say by which one it came about.

A rule is a unit and three switches, written as words in any order: ``dyads,pairs,strict,reviewed``. What is left out is
``engagements,one,standard,all``.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from verbale.catalogue import labels
from verbale.engagements.engaged import Engaged
from verbale.engagements.reports import confirmed, voices
from verbale.errors import UsageError
from verbale.model import Event

Unit = Literal["reports", "events", "engagements", "dyads"]
Conference = Literal["one", "pairs"]
View = Literal["strict", "standard", "inclusive"]
Reading = Literal["reviewed", "all"]

UNITS: dict[Unit, str] = {
    "reports": "documents",
    "events": "acts, each as one document tells it",
    "engagements": "acts in the world, whatever number of documents tell them",
    "dyads": "pairs of a party from outside and a party of the country in one engagement",
}
CONFERENCES: dict[Conference, str] = {
    "one": "an occasion of many counts once",
    "pairs": "an occasion of many counts once for each pair of an outside party and a party of the country",
}
VIEWS: dict[View, str] = {
    "strict": "told by two independent voices: both sides, or publishers that pass on neither the same side nor each other",
    "standard": "told by anybody, and with all parties that the act needs",
    "inclusive": "with what is told incompletely, or disputed",
}
READINGS: dict[Reading, str] = {
    "reviewed": "only what a person has confirmed, corrected or entered",
    "all": "with what a program read and nobody has checked",
}


class Rule(msgspec.Struct, frozen=True):
    """A counting rule."""

    unit: Unit = "engagements"
    conference: Conference = "one"
    view: View = "standard"
    reading: Reading = "all"

    def __str__(self) -> str:
        return ",".join((self.unit, self.conference, self.view, self.reading))

    @property
    def parts(self) -> tuple[str, ...]:
        """What each part of the rule means."""
        return UNITS[self.unit], CONFERENCES[self.conference], VIEWS[self.view], READINGS[self.reading]

    @property
    def words(self) -> str:
        """The rule in words."""
        return "; ".join(self.parts)


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A count with the rule that made it and what it rests on."""

    rule: str
    words: str
    count: int
    reports: int
    events: int
    engagements: int
    parties: dict[str, int]


def rule(written: str) -> Rule:
    """The rule that words name.

    Raises:
        UsageError: A word names no part of a rule, or two contradict each other.
    """
    found: dict[str, str] = {}
    for word in (each.strip() for each in written.split(",") if each.strip()):
        part = _PARTS.get(word)
        if part is None:
            near = difflib.get_close_matches(word, _PARTS, 1)
            hint = f"did you mean {near[0]}?" if near else f"one of: {', '.join(_PARTS)}"
            raise UsageError(f"{word} is no part of a counting rule", hint)
        if found.setdefault(part, word) != word:
            raise UsageError(f"{found[part]} and {word} exclude each other", "write one of them")
    return msgspec.convert(found, Rule)


_PARTS: dict[str, str] = {
    word: part
    for part, words in (("unit", UNITS), ("conference", CONFERENCES), ("view", VIEWS), ("reading", READINGS))
    for word in words
}


def counted(engagements: Iterable[Engaged], by: Rule, kind: str | None = "CONSULT") -> tuple[Engaged, ...]:
    """The engagements that a rule counts: those of a type that took place, as far as the rule's events tell.

    Args:
        engagements: Any engagements.
        by: The rule.
        kind: The type of act; ``None`` for all.
    """
    return tuple(each for each in engagements if (kind is None or each.engagement.type == kind) and admitted(each, by))


def admitted(each: Engaged, by: Rule) -> bool:
    """Whether a rule counts an engagement at all."""
    told = evidence(each, by)
    if not told or not (each.took_place or by.view == "inclusive"):
        return False
    return by.view != "strict" or len(voices(told, each.copies)) > 1


def evidence(each: Engaged, by: Rule) -> tuple[Event, ...]:
    """The events of an engagement that a rule goes by."""
    told = (e for e in each.held if e.in_case and (e.complete or by.view == "inclusive"))
    return tuple(e for e in told if by.reading == "all" or confirmed(e))


def dyads(each: Engaged, country: str | None) -> tuple[tuple[str, str], ...]:
    """The pairs of an outside party with a party of the case's country (of any country, where there is no case)."""
    home = sorted(party for party in each.parties if _home(party, country))
    return tuple((other, party) for other in sorted(each.parties) if not _home(other, country) for party in home)


def count(engagements: Iterable[Engaged], by: Rule, country: str | None = None, kind: str | None = "CONSULT") -> Count:
    """How many there are by a rule, and how many for each outside party.

    Args:
        engagements: Any engagements.
        by: The rule.
        country: The case's country.
        kind: The type of act; ``None`` for all.
    """
    found = counted(engagements, by, kind)
    told = [(each, evidence(each, by)) for each in found]
    return Count(
        rule=str(by),
        words=by.words,
        count=_total(told, by, country),
        reports=len({event.document.id for _, events in told for event in events}),
        events=sum(_tellings(events) for _, events in told),
        engagements=len(found),
        parties=_parties(told, by, country),
    )


Told = Sequence[tuple[Engaged, tuple[Event, ...]]]


def _total(told: Told, by: Rule, country: str | None) -> int:
    if by.unit == "reports":
        return len({event.document.id for _, events in told for event in events})
    if by.unit == "events":
        return sum(_tellings(events) for _, events in told)
    return sum(_times(each, by, country) for each, _ in told)


def _tellings(events: Sequence[Event]) -> int:
    """How often an act is told: once by each document, whatever was read twice in its words."""
    return len({event.document.id for event in events})


def _times(each: Engaged, by: Rule, country: str | None) -> int:
    pairs = len(dyads(each, country))
    if by.unit == "dyads":
        return pairs if by.conference == "pairs" or not each.large else min(pairs, 1)
    return max(pairs, 1) if by.conference == "pairs" and each.large else 1


def _parties(told: Told, by: Rule, country: str | None) -> dict[str, int]:
    """The count for each outside party; they add up to more than the whole where several take part in one engagement."""
    found: Counter[str] = Counter()
    for each, events in told:
        pairs = Counter(other for other, _ in dyads(each, country))
        if by.unit in ("events", "reports"):
            pairs = Counter(dict.fromkeys(pairs, _tellings(events)))
        elif by.conference == "one" and (each.large or by.unit == "engagements"):
            pairs = Counter(dict.fromkeys(pairs, 1))
        found.update(pairs)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _home(party: str, country: str | None) -> bool:
    at = labels.country_of(party)
    return at is not None and (country is None or at == country)
