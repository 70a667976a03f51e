"""Parties: whom they met, what they said and did, how they were named; and who is named at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from verbale.catalogue import labels
from verbale.engagements import Engaged
from verbale.identities.unknown import Unknown, found_in
from verbale.pictures.counting import Side, side
from verbale.web.page import Asked, MissingError, Page
from verbale.web.rows import apart, apart_contact, sides
from verbale.web.site import Site
from verbale.web.telling import party as called
from verbale.web.telling import row

_SHOWN = 40
ON: dict[Side | None, str] = {"authority": "the authority", "others": "of the country", None: "from outside"}
"""On which side of the case a party is."""


class Line(msgspec.Struct, frozen=True):
    """A party in the list: how many engagements, how many of them contact between both sides, and how much is less sure."""

    code: str
    words: str
    engagements: int
    contacts: int
    unsure: int
    on: str
    key: str


def actors(site: Site, _asked: Asked) -> Page:
    """Every party with its figures, and everybody whom the catalogue or the record knows by name."""
    index = site.snapshot.index
    engaged = {party: n for facet in ("outside", "home") for party, n in index.counts(facet, index.everything()).items()}
    contacts, unsure = (index.counts("met", index.having("counts", how)) for how in ("yes", "unsure"))
    lines = [
        Line(code, called(code, site.home), n, contacts.get(code, 0), unsure.get(code, 0), _side(code, site), _key(code))
        for code, n in engaged.items()
    ]
    told = {
        "lines": sorted(lines, key=lambda line: (-line.engagements, line.words)),
        "people": _people(site),
        "unknown": _unknown(site) if site.record else (),
        "apart": apart_contact(site),
        "sides": sides(site),
    }
    return Page(name="actors", title="Actors", told=told)


def party(site: Site, asked: Asked) -> Page:
    """One party.

    Raises:
        MissingError: No engagement has it.
    """
    code = asked["id"]
    snap = site.snapshot
    part = snap.index.having(_key(code), code)
    mine = snap.among(part)
    aside = [] if mine else [each for each in site.snapshot.engaged if any(code in event.parties() for event in each.events)]
    if not mine and not aside:
        raise MissingError(f"no engagement has the party {code}")
    contact = snap.contact & snap.index.having("met", code)
    met = {other: n for other, n in snap.index.counts("met", contact).items() if _key(other) != _key(code)}
    told = {
        "code": code,
        "words": called(code, site.home),
        "rows": [row(each, site) for each in (mine or aside)[:_SHOWN]],
        "total": len(mine),
        "aside": len(aside),
        "contacts": int(contact.sum()),
        "beside": int((part & snap.index.having("type", "CONSULT") & snap.index.having("counts", "beside")).sum()),
        "types": [(kind, labels.label("type", kind), n) for kind, n in Counter(e.engagement.type for e in mine).most_common()],
        "met": [(other, called(other, site.home), n, _both(site, code, other)) for other, n in met.items()],
        "said": _said(mine, code),
        "namings": _namings(site, code),
        "key": _key(code),
        "apart": apart(site, type="CONSULT", met=code),
    }
    return Page(name="party", title=called(code, site.home), told=told)


def _side(code: str, site: Site) -> str:
    return ON[side(code, site.home)]


def _key(code: str) -> str:
    """The facet that a party belongs to."""
    return "home" if labels.country_of(code) else "outside"


def _both(site: Site, one: str, other: str) -> str:
    """The address of the contacts of two parties."""
    return site.to("engagements", **{"type": "CONSULT", "counts": "yes", "met": one, "with": other})


def _people(site: Site) -> list[tuple[str, str, str, int]]:
    """Those of the catalogue whom documents name: id, name, party, how often."""
    named = site.snapshot.named.items()
    found = [(name, site.people.get(name, name), called(code, site.home), n) for (name, code), n in named]
    return sorted(found, key=lambda each: (-each[3], each[1]))


def _unknown(site: Site) -> tuple[Unknown, ...]:
    known: tuple[Unknown, ...] | None = site.snapshot.__dict__.get("unknown")
    if known is None and site.record:
        known = site.snapshot.__dict__["unknown"] = found_in(site.record, site.case)[:200]
    return known or ()


def _said(mine: Iterable[Engaged], code: str) -> list[tuple[str, str, str, str]]:
    """What the party asked, offered, threatened or promised: kind, words, event, date."""
    events = (event for each in mine for event in each.events if code in event.parties("source"))
    found = [(str(said.kind), said.words, event.id, event.date or "") for event in events for said in event.said]
    return found[:_SHOWN]


def _namings(site: Site, code: str) -> list[tuple[str, int, str]]:
    """The words by which the party was named, how often, and an event that has them."""
    times = site.snapshot.namings.get(code, Counter())
    return [(words, n, where) for (words, where), n in times.most_common(_SHOWN)]
