"""What was announced against what became of it: held, late, elsewhere, cancelled, refused, or never confirmed.

No clock is asked: what is overdue is so on a day that the caller names, by default the last on which anything in the record was
published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from verbale.engagements.act import Act
from verbale.engagements.engaged import Engaged
from verbale.engagements.people import NOBODY
from verbale.errors import UsageError
from verbale.model import ENGAGING, Event
from verbale.record.dates import days

Outcome = Literal["held", "held late", "held elsewhere", "cancelled", "refused", "denied", "unconfirmed", "awaited"]

OUTCOMES: dict[Outcome, str] = {
    "held": "a report says that it took place, when and where it was announced for",
    "held late": "it took place after the time for which it was announced",
    "held elsewhere": "it took place in another place than the one announced",
    "cancelled": "a report says that it was called off",
    "refused": "a report says that somebody refused it",
    "denied": "a report says that it did not take place",
    "unconfirmed": "no report tells of it, and more than 14 days have gone by",
    "awaited": "no report tells of it as yet",
}
HELD: frozenset[Outcome] = frozenset({"held", "held late", "held elsewhere"})
_TOLD = ENGAGING | {"cancelled", "refused", "denied"}
GRACE = 14
"""Days after its time for which an announced occasion is awaited."""
LATE = 60
"""Days after its time within which an occasion of the same people is taken to be the announced one."""
_SPAN = 30
"""Days by which what tells of an outcome is looked up."""

_Later = dict[tuple[str, int], list[Engaged]]
"""Engagements by a party to them and a span of days that they touch."""


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """An announced occasion.

    ``first`` and ``last`` are the ISO days of the time it was announced for, ``announced`` when it was first made known, ``by`` the
    engagement that tells what became of it (its own where that is told of the very occasion), ``late`` by how many days it was.
    """

    engagement: Engaged
    announced: str | None
    first: str
    last: str
    place: str | None
    outcome: Outcome
    by: str | None = None
    late: int = 0


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """How many occasions that a party announced or was announced for came to what; ``share`` is of those no longer awaited."""

    party: str
    announced: int
    held: int
    outcomes: dict[str, int]
    share: float | None


def calendar(engagements: Sequence[Engaged], on: str | None = None) -> tuple[Planned, ...]:
    """Every announced occasion with its outcome, in the order of their times.

    Args:
        engagements: All engagements of a record.
        on: The ISO day on which it is asked; by default the last day of publication.

    Raises:
        UsageError: ``on`` is no day.
    """
    if on and _ordinal(on) is None:
        raise UsageError(f"{on} is no day", "write it like 2025-12-31")
    today = on or max((_known(event) for each in engagements for event in each.events), default="")
    later = _by_time(engagements)
    made = (_planned(each, later, _ordinal(today)) for each in engagements if _announcing(each))
    return tuple(sorted(filter(None, made), key=lambda each: (each.first, each.engagement.id)))


def shares(found: Iterable[Planned]) -> tuple[Share, ...]:
    """What came of announcements, for each party to them, those with the most first."""
    by_party: dict[str, list[Planned]] = defaultdict(list)
    for each in found:
        for party in each.engagement.parties:
            by_party[party].append(each)
    return tuple(sorted((_share(party, of) for party, of in by_party.items()), key=lambda share: (-share.announced, share.party)))


def _share(party: str, of: Sequence[Planned]) -> Share:
    outcomes = {name: sum(each.outcome == name for each in of) for name in OUTCOMES}
    held = sum(outcomes[name] for name in HELD)
    told = len(of) - outcomes["awaited"]
    return Share(
        party=party,
        announced=len(of),
        held=held,
        outcomes={name: number for name, number in outcomes.items() if number},
        share=held / told if told else None,
    )


def _announcing(each: Engaged) -> list[Event]:
    """The events that announce an occasion: not those of a document that tells of it as held."""
    announced = (event for event in each.events if event.type == "CONSULT" and event.status == "planned" and event.complete)
    return [event for event in announced if event not in each.held]


def _planned(each: Engaged, later: _Later, today: int | None) -> Planned | None:
    acts = [act for act in each.acts if act.event in _announcing(each)]
    dated = [act for act in acts if act.first is not None and act.last is not None]
    if not dated:
        return None
    # the announcement that is the most exact speaks for all
    time = min(dated, key=lambda act: ((act.last or 0) - (act.first or 0), act.order))
    first, last = time.first or 0, time.last or 0
    place = next((act.event.place for act in acts if act.event.place), None)
    outcome, by, late = _outcome(each, acts, (first, last), later, today)
    published = [event.document.published for event in _announcing(each) if event.document.published]
    return Planned(
        engagement=each,
        announced=min(published, default=None),
        first=date.fromordinal(first).isoformat(),
        last=date.fromordinal(last).isoformat(),
        place=place,
        outcome=outcome,
        by=by,
        late=late,
    )


def _outcome(
    each: Engaged, acts: Sequence[Act], time: tuple[int, int], later: _Later, today: int | None
) -> tuple[Outcome, str | None, int]:
    told = each if each.engagement.status in _TOLD else _report(each, acts, time, later)
    if told is None:
        overdue = today is not None and today > time[1] + GRACE
        return ("unconfirmed" if overdue else "awaited"), None, 0
    status = told.engagement.status
    if status in ("cancelled", "refused", "denied"):
        return status, told.id, 0
    late = max(0, (told.day or 0) - time[1] - 1)
    if late:
        return "held late", told.id, late
    return ("held elsewhere" if _elsewhere(acts, told) else "held"), told.id, 0


def _report(each: Engaged, acts: Sequence[Act], time: tuple[int, int], later: _Later) -> Engaged | None:
    """The engagement that tells what became of an occasion: of the same sides and people, within its time or not long after."""
    near = {other.id: other for key in _keys(each.parties, time[0], time[1] + LATE) for other in later.get(key, ())}
    fitting = [(fit, other.id) for other in near.values() if (fit := _fits(acts, time, other)) is not None]
    return near[min(fitting)[1]] if fitting else None


def _fits(acts: Sequence[Act], time: tuple[int, int], other: Engaged) -> int | None:
    """Days between the announced time and an engagement that can be the occasion; ``None`` where it cannot."""
    best: int | None = None
    for mine in acts:
        for act in other.acts:
            apart = _apart(mine, act, time)
            if apart is not None and (best is None or apart < best):
                best = apart
    return best


def _apart(mine: Act, act: Act, time: tuple[int, int]) -> int | None:
    if act.family != mine.family or act.first is None or act.last is None or act.last < time[0] or act.first > time[1] + LATE:
        return None
    if len(mine.parties) > 1 and len(mine.parties & act.parties) < 2:
        return None
    # of the same sides alone there are too many meetings: somebody must be the same, and nobody another
    both = [(mine.people[party], act.people.get(party, NOBODY)) for party in mine.people]
    if not any(a.common(b) for a, b in both) or any(a and b and not a.common(b) for a, b in both):
        return None
    return max(0, act.first - time[1])


def _elsewhere(acts: Sequence[Act], told: Engaged) -> bool:
    held = [act for act in told.acts if act.event.status in ENGAGING and act.place]
    announced = [act for act in acts if act.place]
    return bool(held and announced) and not any(a.place == b.place for a in announced for b in held)


def _by_time(engagements: Iterable[Engaged]) -> _Later:
    """What tells of an outcome, by the parties to it and its time: with all of a long record each would be compared with each."""
    found: _Later = defaultdict(list)
    for each in engagements:
        if each.engagement.type == "CONSULT" and each.engagement.status in _TOLD:
            dated = [(act.first, act.last) for act in each.acts if act.first is not None and act.last is not None]
            for key in {key for first, last in dated for key in _keys(each.parties, first, last)}:
                found[key].append(each)
    return found


def _keys(parties: Iterable[str], first: int, last: int) -> Iterator[tuple[str, int]]:
    for party in parties:
        for span in range(first // _SPAN, last // _SPAN + 1):
            yield party, span


def _known(event: Event) -> str:
    """The day by which an event's document had been published, as far as that is told; of a month its first, to be overdue late."""
    found = days(event.document.published)
    return found[0] if found else ""


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None
