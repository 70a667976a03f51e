"""Acts ascribed to somebody who may not do them: who refers to the court, who lists, who imposes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from verbale.checking import facts
from verbale.checking.finding import Finding
from verbale.checking.passage import Passage

_BESIDE = re.compile(r"\b(?:for|in|on|against|to|towards|from|at|with|over|by|into|about)\s+(?:the\s+)?$")
_NOT = re.compile(
    r"\b(?:not|never|cannot|can't|unable|no (?:power|right)|nor|neither"
    r"|propos\w+|ask\w*|request\w*|urg\w+|call\w*|press\w*|want\w*)\b"
)
_OF = re.compile(r"^\s+(?:member|foreign ministers|states|countries|governments)")
_MEMBERS = re.compile(r"\b(?:members?|states|countries|governments)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_AT = ("by", "before")
"""What an object begins with that is no object: "indicted by the court"."""
_BY = re.compile(r"^\s+by\s+(?:the\s+)?")


class _Actor(msgspec.Struct, frozen=True):
    """Whoever acts: competent, not competent, or a state of which that depends."""

    start: int
    end: int
    words: str
    competent: bool
    country: str | None = None


def findings(passage: Passage) -> Iterator[Finding]:
    """The acts of a passage that their actor is not competent for."""
    for power in facts.powers():
        for told in power.act.finditer(passage.words):
            actor = _actor(passage, power, told)
            if actor and not _may(actor, power) and not _NOT.search(passage.words[actor.end : told.start("object")]):
                yield passage.finding(
                    "not_competent",
                    min(actor.start, told.start()),
                    max(actor.end, told.end()),
                    by=power,
                    fact=f"{actor.words} cannot {power.what}: {power.rule}",
                    suggestion=power.suggestion,
                )
                break


def _may(actor: _Actor, power: facts.Power) -> bool:
    """Whether somebody may; what is not known for certain is left alone."""
    if actor.country is None or power.states in ("any", "listed"):
        return actor.competent or actor.country is not None
    standing = facts.standings().get((power.instrument, actor.country))
    return power.states == "parties" and (standing is None or standing.status == "party" or not standing.confirmed)


def _actor(passage: Passage, power: facts.Power, told: re.Match[str]) -> _Actor | None:
    """Whoever is named behind "by", else nearest before the verb and not beside another noun."""
    actors = _actors(passage, power)
    if told["object"].split()[0] in _AT:
        return next((a for a in actors if told.end() <= a.start <= told.end() + len(" the ")), None)
    by = _BY.match(passage.words[told.end() :])
    if by:
        return next((a for a in actors if a.start == told.end() + by.end()), None)
    ahead = [a for a in actors if a.end <= told.start() and not _BESIDE.search(passage.words[: a.start])]
    return max(ahead, key=lambda a: (a.end, a.end - a.start, a.competent), default=None)


def _actors(passage: Passage, power: facts.Power) -> list[_Actor]:
    words = passage.words
    found = [_Actor(m.start(), m.end(), m[0], True) for m in power.competent.finditer(words)]
    found += [_Actor(m.start(), m.end(), m[0], False) for m in power.others.finditer(words)]
    for name in passage.names:
        if power.states == "listed" and any(a.start < name.end and name.start < a.end for a in found):
            continue
        members = power.states == "listed" or bool(_OF.match(words[name.end :]) or _MEMBERS.search(words[: name.start]))
        found.append(_Actor(name.start, name.end, name.words, members, name.country))
    return found
