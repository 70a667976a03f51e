"""What the reports of an act say beside its values, as far as answers ask that of every act: they need not be read for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date as day

import msgspec

from verbale.model import Event
from verbale.record.dates import days

RARE = ("instruments", "needs", "tools", "naming")
"""Fields that few reports fill, and that an answer reads in the reports themselves."""
_TAKING_PART = ("source", "target")


Names = tuple[str, ...]
"""Each once, sorted."""


class Asking(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What one report asks: on which topics, who asks, and who hears it."""

    topics: Names = ()
    sources: Names = ()
    heard: Names = ()


class Facts(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """What any of the reports says.

    ``sources`` and ``hosting`` are parties by their roles, ``convening`` those who brought the others together, ``publicised``
    those who made it public and ``attributed`` those whose account is given (``accounted``: anybody's). ``also`` holds the codes
    that the words give of those who took part beside the one that counts, ``bodies`` the ids of organisations outside an
    authority, and ``rare`` those of :data:`RARE` that are filled. ``told`` is the ordinal of the first day on which a report came
    out, ``late`` says that its day is told otherwise than by the publication.
    """

    sources: Names = ()
    hosting: Names = ()
    convening: Names = ()
    publicised: Names = ()
    attributed: Names = ()
    accounted: bool = False
    disclaimed: bool = False
    conditions: bool = False
    topics: Names = ()
    asks: tuple[Asking, ...] = ()
    also: Names = ()
    bodies: Names = ()
    rare: Names = ()
    told: int | None = None
    late: bool = False


def facts(events: Sequence[Event], date: str) -> Facts:
    """The facts of the events of an act that has a date, or an empty one."""
    people = [who for event in events for who in event.participants if who.role in _TAKING_PART]
    return Facts(
        sources=_union(events, lambda event: event.parties("source")),
        hosting=_union(events, lambda event: event.parties("host", "mediator")),
        convening=_union(events, _convening),
        publicised=_union(events, lambda event: event.publicised_by),
        attributed=_sorted(event.attribution.party for event in events if event.attribution),
        accounted=any(event.attribution for event in events),
        disclaimed=any(event.disclaimer for event in events),
        conditions=any(said.kind == "condition" for event in events for said in event.said),
        topics=_union(events, lambda event: event.topics),
        asks=tuple(asked for event in events if (asked := _asking(event)).topics),
        also=_sorted(code for who in people for code in who.also),
        bodies=_sorted(who.actor for who in people if who.actor and who.actor.startswith("o.") and _other(who.party)),
        rare=tuple(field for field in RARE if any(getattr(event, field) for event in events)),
        told=min(filter(None, map(_published, events)), default=None),
        late=any(event.date_basis != "publication" for event in events if event.date == date),
    )


def _union(events: Iterable[Event], of: Callable[[Event], Iterable[str]]) -> Names:
    return _sorted(each for event in events for each in of(event))


def _sorted(names: Iterable[str | None]) -> Names:
    return tuple(sorted(set(filter(None, names))))


def _convening(event: Event) -> frozenset[str]:
    return event.parties("host", "mediator", *(("source",) if event.mode in ("host", "mediate") else ()))


def _asking(event: Event) -> Asking:
    """What a report asks, in words or as a request; of a request those hear it whom it goes to, and not who makes it together."""
    said = {s.topic for s in event.said if s.kind == "ask" and s.topic}
    topics = said or (set(event.topics) if event.type == "REQUEST" else set())
    asked = event.parties("target") if event.type == "REQUEST" else frozenset()
    heard = asked or event.parties(*_TAKING_PART)
    return Asking(*(_sorted(each) for each in (topics, event.parties("source"), heard))) if topics else Asking()


def _other(party: str | None) -> bool:
    return bool(party) and not (party or "").endswith("-AUTH")


def _published(event: Event) -> int | None:
    """The ordinal of the day on which a report came out, where that is told to the day."""
    found = days(event.document.published)
    return day.fromisoformat(found[0]).toordinal() if found and found[0] == found[1] else None
