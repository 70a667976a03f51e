"""What the words of an act say: another act beside one just told, still to come, somebody named who was not there then."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import pairwise

from verbale.catalogue import tables
from verbale.catalogue.fold import fold
from verbale.engagements.reports import confirmed
from verbale.model import Event, Evidence, Participant

GENERIC = frozenset({"WORLD", "REGION", "WEST"})
"""Parties that name nobody: sharing one says nothing."""
_BESIDE = re.compile(
    r"\b(?:separately|likewise|in turn|on the (?:sidelines|margins))\b|\balso (?:met|saw|received|held|spoke)\b", re.IGNORECASE
)
_ELSEWHEN = re.compile(
    r"(?:\b(?:days?|weeks?|months?|years?)\s+(?:after|before)|\bunlike|\b(?:succeed|replac)(?:ing|ed|es|s))\s+(?:[\w'’]+\s+){0,3}$",
    re.IGNORECASE,
)
_HINTS = ("after ", "before ", "nlike ", "ucceed", "eplac")
"""What the words of one who came at another time cannot do without: most events need no closer look."""
_TO_COME = re.compile(r"\b(?:not yet (?:been )?held|yet to (?:be held|take place))\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"\b(?:met|meets|saw|received|visited|spoke|talked|travelled|returned)\b[^.;:]*\b(?:again|once more)\b"
    r"|\bagain (?:met|meets|saw|received|visited|spoke|travelled)\b"
    r"|\b(?:second|third|fourth|fifth|sixth) (?:such|time)\b",
    re.IGNORECASE,
)
_PHONED = re.compile(
    r"\bcall(?:s|ed|ing)?\b(?! (?:for|on|upon|it|off)\b)|\b(?:tele)?phon(?:e|es|ed|ing)\b|\brang\b|\bvideo\b", re.IGNORECASE
)
_JOINED = re.compile(
    r"\bjoin(?:s|ed|ing)\s+(?:them|both|(?:in )?the\s+(?:talks|discussions?|meeting|conversations?|round|session|table))\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:the|this|that|these|those|his|her|its|their|our)\b|(?:[\w.-]+ ){0,3}[\w.-]+(?:['’]s|s['’])(?!\w)", re.IGNORECASE
)
_NAME = re.compile(r"\b[A-Z][\w'’-]+")
_BY_PLACE = re.compile(r"\s+(?:visit|trip|tour|journey|stay|stop)\b", re.IGNORECASE)


def beside(event: Event) -> bool:
    """Whether the words set an act off from one told before: "likewise met", "saw him separately"."""
    return any(_BESIDE.search(part.text) for part in event.evidence)


def again(event: Event) -> bool:
    """Whether the words say that there was one before: "met again", "for a third time"."""
    return any(_AGAIN.search(part.text) for part in event.evidence)


def joined(event: Event) -> bool:
    """Whether the words say that somebody joined those who were just told of: "joined them", "joined the talks"."""
    return any(_JOINED.search(part.text) for part in event.evidence)


def noun(event: Event) -> bool:
    """Whether the words take an act for known: "the truce of Monday", "their talks"."""
    return bool(_NOUN.match(event.evidence[0].text))


def phoned(event: Event) -> bool:
    """Whether the words tell of a call by themselves."""
    return any(_PHONED.search(part.text) for part in event.evidence)


def there(event: Event) -> tuple[Participant, ...]:
    """The participants but those of whom the words say that they came at another time: "the week after his colleague had come"."""
    if not any(word in part.text for part in event.evidence for word in _HINTS):
        return event.participants
    kept = tuple(who for who in event.participants if not _ELSEWHEN.search(_before(event.evidence, who)))
    return kept if len(kept) < len(event.participants) else event.participants


def destination(event: Event) -> Participant | None:
    """The participant of a visit who is only its place: "the Oslo visit"."""
    if event.mode != "visit":
        return None
    for who in event.participants:
        part = _holding(event.evidence, who)
        if (
            part
            and who.actor is None
            and fold(who.name).casefold() in _places()
            and _BY_PLACE.match(part.text, who.end - part.start)
        ):
            return who
    return None


def took_part(event: Event) -> frozenset[str]:
    """The parties that did something or had it done to them, without one that is named for the place only."""
    only = destination(event)
    return frozenset(p.party for p in event.participants if p.party and p.role in ("source", "target") and p is not only)


def to_come(event: Event) -> bool:
    """Whether the words say that it is still to come, whatever was read of its status."""
    return event.type == "CONSULT" and any(_TO_COME.search(part.text) for part in event.evidence if " yet " in part.text)


@functools.lru_cache(maxsize=20_000)
def headline(title: str | None) -> dict[str, str]:
    """The cities that a title names, folded, with their countries."""
    words = _NAME.findall(fold(title or ""))
    runs = {run.casefold() for run in (*words, *(f"{a} {b}" for a, b in pairwise(words)))}
    return {run: _cities()[run] for run in sorted(runs & _cities().keys())}


@functools.cache
def _cities() -> dict[str, str]:
    rows = (row for row in tables.rows("common", "places") if row["kind"] == "city")
    return {fold(row["name"]).casefold(): row["country"] for row in rows}


@functools.cache
def _places() -> frozenset[str]:
    """The names of places and countries, folded."""
    names = [row["name"] for row in tables.rows("common", "places")]
    names += [name for row in tables.rows("common", "states") for name in (row["name"], *tables.cells(row["capital"]))]
    return frozenset(fold(name).casefold() for name in names)


def by_program(event: Event) -> bool:
    """Whether a program read an event, whoever has looked at it since."""
    return "@" in event.coder and (event.review is None or event.review.verdict != "added")


def by_machine(event: Event) -> bool:
    """Whether a program read an event and no person has looked at it."""
    return "@" in event.coder and not confirmed(event)


def _before(evidence: Sequence[Evidence], who: Participant) -> str:
    part = _holding(evidence, who)
    return part.text[: who.start - part.start] if part else ""


def _holding(evidence: Sequence[Evidence], who: Participant) -> Evidence | None:
    return next((part for part in evidence if part.start <= who.start < who.end <= part.end), None)
