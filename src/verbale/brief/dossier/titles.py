"""The titles used for somebody, those that their own side uses for others, and its words for the authority."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verbale.analysis.entries import Entry
from verbale.brief.dossier.known import LISTED, Known
from verbale.brief.page import Line, Quote, Rows, Section, Table
from verbale.brief.telling import cut
from verbale.catalogue import labels
from verbale.engagements.reports import accounts
from verbale.model import Event, Participant
from verbale.pictures.counting import ids

_LENGTH = 80
"""Code points of a title before it is cut."""
_Words = Iterable[tuple[str, Entry]]


def titles(known: Known) -> Section | None:
    """Titles and names by who uses them for whom; nothing where none is reported."""
    parts = (
        (f"For {known.subject.inside}", _own(known)),
        ("For others, in its own account", _others(known)),
        ("For the authorities, by it", _named(known)),
    )
    rows = tuple(row for lead, words in parts for row in _rows(lead, words))
    table = Table("Titles and names, as the reports have them", ("Used", "Words", "Acts", "Notes"), rows, (2,))
    return Section("titles", "Titles and names used", (table,)) if rows else None


def _rows(lead: str, words: _Words) -> Iterator[tuple[Line, ...]]:
    found: dict[str, tuple[str, list[Entry]]] = {}
    for told, entry in words:
        plain = " ".join(told.split())
        found.setdefault(plain.casefold().removeprefix("the "), (plain, []))[1].append(entry)
    for told, entries in sorted(found.values(), key=lambda pair: (-len(ids(pair[1])), pair[0]))[:LISTED]:
        acts = ids(entries)
        yield (lead,), (Quote(cut(told, _LENGTH)),), (str(len(acts)),), (Rows("", acts),)


def _own(known: Known) -> Iterator[tuple[str, Entry]]:
    for event, entry, who in _people(known):
        if who.title and known.subject.has(who, event) and not known.veil.withholds(who):
            yield who.title, entry


def _others(known: Known) -> Iterator[tuple[str, Entry]]:
    """Titles of others in office, in reports that are the account of the actor's own side."""
    for event, entry, who in _people(known):
        others = who.title and who.rank and not known.subject.has(who, event) and not known.veil.withholds(who)
        if who.title and others and accounts(event) & known.parties(event):
            yield who.title, entry


def _named(known: Known) -> Iterator[tuple[str, Entry]]:
    for event, entry in known.material.quotable:
        for each in event.naming:
            if each.by and each.by in known.parties(event) and labels.class_of(each.party) == "AUTH":
                yield each.words, entry


def _people(known: Known) -> Iterator[tuple[Event, Entry, Participant]]:
    for event, entry in known.material.quotable:
        for who in event.participants:
            yield event, entry, who
