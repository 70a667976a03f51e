"""What is withheld for the safety of people: dealings with a side in arms, and whatever else would give them away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verbale.catalogue import labels
from verbale.engagements.arms import PUBLIC
from verbale.model import Event
from verbale.record.dates import ordinals

_GENERIC = frozenset({"WORLD", "REGION", "WEST"})
_ABOUT = 3
"""Days by which the date of an act may be off where it is the day of publication."""


def hushed(events: Iterable[Event], hidden: Iterable[Event]) -> frozenset[str]:
    """The ids of the events that would give away one that is hidden: in its words, or of its occasion in the same document."""
    given: dict[str, list[Event]] = {}
    for event in hidden:
        given.setdefault(event.document.id, []).append(event)
    return frozenset(e.id for e in events if e.document.id in given and _tells(e, given[e.document.id]))


def _tells(event: Event, hidden: Sequence[Event]) -> bool:
    return any(_overlap(event, each) or (_contact(event) and _alike(event, each)) for each in hidden)


def _overlap(event: Event, other: Event) -> bool:
    return any(a.start < b.end and b.start < a.end for a in event.evidence for b in other.evidence)


def _contact(event: Event) -> bool:
    """Whether it may be the same occasion told of once more: contact, or any dealings with others than an authority."""
    return event.type == "CONSULT" or (event.type not in PUBLIC and any(_other(code) for code in event.parties()))


def _other(code: str) -> bool:
    return labels.country_of(code) is not None and labels.class_of(code) != "AUTH"


def _alike(event: Event, other: Event) -> bool:
    """Whether two events may be of one occasion: with a party from outside in common, at a time in common."""
    ours, theirs = _outside(event), _outside(other)
    vague = not ours or not theirs or bool((ours | theirs) & _GENERIC)
    return (vague or bool(ours & theirs)) and _together(event, other)


def _outside(event: Event) -> frozenset[str]:
    return frozenset(code for code in event.parties() if "-" not in code)


def _together(event: Event, other: Event) -> bool:
    ours, theirs = _window(event), _window(other)
    return ours is None or theirs is None or (ours[0] <= theirs[1] and theirs[0] <= ours[1])


def _window(event: Event) -> tuple[int, int] | None:
    found = ordinals(event.date, event.date_precision) if event.date else None
    if found is None:
        return None
    about = _ABOUT if event.date_basis == "publication" else 0
    return found[0] - about, found[1] + about
