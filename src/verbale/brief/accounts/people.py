"""Who did something, in words: the party, and those of its people who act in public, each in the office of that day."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.telling import WITHHELD_CLASSES, public_people
from verbale.catalogue import labels
from verbale.catalogue.dates import within
from verbale.identities.offices import catalogued
from verbale.model import Event, Participant
from verbale.pictures.words import listed

_RANKS = frozenset({"head", "minister", "deputy", "envoy", "ambassador"})
"""The levels that are told where nobody is named: that somebody was an official says nothing."""


def parties(event: Event, roles: tuple[str, ...], case: str, home: str | None, entry: Entry | None, quoted: str = "") -> str:
    """The parties in some roles: "the United States (Thomas West, Special Representative) and Qatar".

    Args:
        event: Who took part.
        roles: Their roles.
        case: The case pack.
        home: The country of the case.
        entry: Gives their people, offices and ranks; without it the parties alone are named, by their shorter names.
        quoted: The words that follow: whom they name is not named beside them.
    """
    found: dict[str, list[Participant]] = {}
    for who in event.participants:
        if who.role in roles:
            found.setdefault(who.party or "", []).append(who)
    return listed([_party(code, people, case, home, entry, quoted) for code, people in found.items()])


def _party(code: str, people: list[Participant], case: str, home: str | None, entry: Entry | None, quoted: str) -> str:
    words = labels.party(code, home) if code else "a party not told"
    if entry is None:
        return words.replace("the de facto authorities", "the authorities")
    if labels.class_of(code) in WITHHELD_CLASSES:
        return words
    named = dict.fromkeys(filter(None, (_person(who, code, case, entry.date, quoted) for who in people)))
    level = entry.values.get(f"level.{code}", "")
    rank = f"at the rank of {labels.label('level', level)}" if level in _RANKS and not quoted else ""
    inside = "; ".join(named) or rank
    return f"{words} ({inside})" if inside else words


def _person(who: Participant, party: str, case: str, day: str, quoted: str) -> str:
    name = public_people(case).get(who.actor or "")
    if name is None or name.split()[-1] in quoted:
        return ""
    held = [each for each in catalogued(who.actor or "", case) if each.party == party and within(day, each.since, each.until)]
    return f"{name}, {held[-1].title}" if held else name
