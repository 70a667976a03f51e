"""One person, before a meeting: offices with sources, whom they met, what was asked, what is announced, where they are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from verbale.catalogue import labels
from verbale.engagements import Engaged
from verbale.errors import UsageError
from verbale.identities.actor import actor
from verbale.model import Event
from verbale.web.page import Asked, MissingError, Page
from verbale.web.rows import leading
from verbale.web.site import Site
from verbale.web.telling import party as called
from verbale.web.telling import row, sentence

_SHOWN = 40
Line = tuple[str, str, str, str]
"""Something that was said: its kind, the words, the event, the date."""


def person(site: Site, asked: Asked) -> Page:
    """One person, as one would read up on them before a meeting.

    Raises:
        MissingError: Nobody goes by that id, or the site is a published one.
    """
    name = asked["id"]
    if site.record is None:
        raise MissingError("people have no pages here")
    try:
        found = actor(site.record, name, site.case)
    except UsageError:
        raise MissingError(f"nobody goes by {name}") from None
    events = site.snapshot.acting.get(name, [])
    places = sorted({site.snapshot.places[event.id] for event in events})
    mine = [site.snapshot.engaged[n] for n in places]
    met = [site.snapshot.engaged[n] for n in places if site.snapshot.contact[n]]
    ids = {each.id for each in mine}
    told = {
        "actor": found,
        "name": found.names[0] if found.names else name,
        "rows": [row(each, site) for each in mine[:_SHOWN]],
        "total": len(mine),
        "contacts": len(met),
        "contacts_at": leading(site, f"person-{name}", 0, [[each.id for each in met]]),
        "last": (met[0].id, sentence(met[0], site)) if met else None,
        "met": _met(met, events, name, site),
        "said": _said(events, name, "source"),
        "heard": _said(events, name, "target"),
        "planned": [(each, sentence(each.engagement, site)) for each in site.snapshot.planned if each.engagement.id in ids],
    }
    return Page(name="person", title=str(told["name"]), told=told)


def _met(met: Sequence[Engaged], events: Iterable[Event], name: str, site: Site) -> list[tuple[str, str, int, str]]:
    """Parties that they met, whoever they acted for themselves: code, words, in how many contacts, and the address of these."""
    own = {who.party for event in events for who in event.participants if who.actor == name}
    facing = {party for each in met for party in site.snapshot.standing.met[each.id] - own if _across(party, own)}
    times = Counter(party for each in met for party in facing & site.snapshot.standing.met[each.id])
    most = sorted(times, key=lambda party: (-times[party], called(party, site.home)))
    lists = [[each.id for each in met if party in site.snapshot.standing.met[each.id]] for party in most]
    return [
        (party, called(party, site.home), times[party], leading(site, f"person-met-{name}", at, lists))
        for at, party in enumerate(most)
    ]


def _across(party: str, own: Iterable[str | None]) -> bool:
    """Whether a party is on the other side of the case than those for whom somebody acted."""
    return any(bool(labels.country_of(party)) != bool(labels.country_of(each)) for each in own if each)


def _said(events: Iterable[Event], name: str, role: str) -> list[Line]:
    """What they asked, offered or threatened, or what others did towards them; of an event what was said in it."""
    mine = [event for event in events if any(who.actor == name and who.role == role for who in event.participants)]
    found = [(str(said.kind), said.words, event.id, event.date or "") for event in mine for said in event.said]
    return sorted(found, key=lambda each: each[3], reverse=True)[:_SHOWN]
