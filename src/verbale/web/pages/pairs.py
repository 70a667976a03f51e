"""Occasions of which two sides give an account: whose, how far apart, and where both stand side by side."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import msgspec

from verbale.brief.telling import source
from verbale.catalogue import labels
from verbale.engagements import Engaged
from verbale.engagements.accounts import Account
from verbale.engagements.pairing import PARTS, Paired, pairable
from verbale.model import Coded
from verbale.record import Record
from verbale.web.page import Asked, MissingError, Page
from verbale.web.site import Site
from verbale.web.telling import sentence

_MOST = 500
"""Contacts, the latest first, whose accounts are compared: each takes its documents to be read."""


class Pair(msgspec.Struct, frozen=True):
    """An occasion with two accounts, as a row shows it."""

    id: str
    act: str
    sides: tuple[str, str]
    days: int | None
    score: float
    parts: tuple[str, ...]


class _Read:
    """The readings of a record, each read once: a page that tells of many occasions is asked for with each."""

    def __init__(self, record: Record) -> None:
        self._coded = functools.cache(record.coded)

    def coded(self, document: str) -> Coded:
        return self._coded(document)


def pairs(site: Site, _asked: Asked) -> Page:
    """The occasions with two accounts, those that are widest apart first.

    Raises:
        MissingError: The site is a published one.
    """
    if site.record is None:
        raise MissingError("accounts are not compared here")
    contacts = _contacts(site)
    looked = contacts[:_MOST]
    compared = pairable(_around(site, looked), _Read(site.record), {each.id for each in looked})
    found = tuple(_row(each, site) for each in compared)
    told = {"pairs": found, "looked": min(len(contacts), _MOST), "all": len(contacts)}
    return Page(name="pairs", title="Two accounts", told=told)


def _contacts(site: Site) -> tuple[Engaged, ...]:
    """The contacts that took place; also less sure readings, as one account may be sure of what the other tells in passing."""
    index = site.snapshot.index
    return site.snapshot.among(index.chosen({"type": "CONSULT", "counts": "yes,beside,double,unsure"}, index.everything()))


def _around(site: Site, contacts: Iterable[Engaged]) -> list[Engaged]:
    """Contacts, with whatever else their documents tell."""
    snap = site.snapshot
    pages = {document for each in contacts for document in each.documents}
    places = {snap.places[event] for page in pages for event in snap.documents.get(page, ())}
    return [snap.engaged[n] for n in sorted(places)]


def _row(pair: Paired, site: Site) -> Pair:
    each = site.snapshot.of(pair.engagement or "")
    return Pair(
        id=pair.engagement or "",
        act=sentence(each, site) if each else pair.about,
        sides=(_side(pair.a, site), _side(pair.b, site)),
        days=pair.days,
        score=pair.score,
        parts=tuple(PARTS[name] for name, share in pair.parts.items() if share),
    )


def _side(account: Account, site: Site) -> str:
    known = account.side in labels.codes("party") or labels.country_of(account.side) or labels.is_state(account.side)
    return labels.heading(account.side, site.home) if known else source(account.side)
