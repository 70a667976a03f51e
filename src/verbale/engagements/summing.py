"""Working out what an engagement comes to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as day

from verbale.engagements.arms import untold
from verbale.engagements.counting import Rule, admitted
from verbale.engagements.engaged import Engaged
from verbale.engagements.facts import facts
from verbale.engagements.gist import Gist
from verbale.engagements.prudence import Prudence
from verbale.engagements.reports import confirmed, order
from verbale.model import Event
from verbale.record.dates import days


def summed(each: Engaged, prudence: Prudence | None = None) -> Gist:
    """What an engagement comes to; with ``prudence``, only as far as its reports are taken at their word."""
    engagement = each.engagement
    date = engagement.values.get("date", "")
    first, last = _bounds(each, date)
    made = Gist(
        id=engagement.id,
        type=engagement.type,
        mode=engagement.mode,
        status=engagement.status,
        order=order(each.events[0]),
        reports=engagement.events,
        documents=each.documents,
        parties=tuple(sorted(each.parties)),
        at=_at(each.events),
        values=engagement.values,
        facts=facts(each.events, date),
        told=_told(each.held),
        strict=_strict(each),
        publishers=each.publishers,
        accounts=each.accounts,
        date=date,
        first=first,
        last=last,
        parent=engagement.parent,
        untold=any(map(untold, each.events)),
    )
    return made if prudence is None else prudence.judged(made, each.events)


def _bounds(each: Engaged, date: str) -> tuple[int | None, int | None]:
    precision = next((e.date_precision for e in each.events if e.date == date), None)
    found = days(date, precision) if date else None
    return (day.fromisoformat(found[0]).toordinal(), day.fromisoformat(found[1]).toordinal()) if found else (None, None)


def _at(events: Iterable[Event]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, set[str]] = {}
    for event in events:
        for who in event.participants:
            if who.party and who.role in ("source", "target"):
                found.setdefault(who.party, set()).add(who.location)
    return tuple((party, tuple(sorted(places))) for party, places in sorted(found.items()))


def _strict(each: Engaged) -> tuple[bool, bool]:
    # one report of one side can have no second voice: asking costs more than all the rest
    if len(each.events) < 2 and len(each.accounts) < 2:
        return False, False
    return admitted(each, Rule(view="strict")), admitted(each, Rule(view="strict", reading="reviewed"))


def _told(held: Iterable[Event]) -> tuple[int, int, int, int]:
    told = [event for event in held if event.in_case]
    whole = [event for event in told if event.complete]
    checked = [event for event in told if confirmed(event)]
    return _documents(whole), _documents(told), _documents([event for event in checked if event.complete]), _documents(checked)


def _documents(events: Sequence[Event]) -> int:
    # a document tells an act once, whatever was read twice in its words
    return len(events) if len(events) < 2 else len({event.document.id for event in events})
