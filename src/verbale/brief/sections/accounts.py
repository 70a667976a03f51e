"""One occasion as either side tells it: the sentences of each account as the pages have them, and what only one speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from verbale.analysis.entries import AUTHORITY, Entry
from verbale.analysis.sampling import ordinals
from verbale.brief.accounts.compose import tellable
from verbale.brief.accounts.quoting import Place, Words, passage
from verbale.brief.accounts.short import dated
from verbale.brief.material import Material
from verbale.brief.page import Inline, Items, Line, Rows, Section, text
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.engagements.reports import accounts as voices
from verbale.model import ENGAGING, Coded, Event
from verbale.pictures.counting import ids
from verbale.pictures.words import capital, listed

_LISTED, _QUOTED = 8, 4
_DAYS = 3
"""Days within which contact of the same two is taken for one occasion, and a page for one that tells of it."""
_FEW = 2
"""Outside parties up to which an occasion is one of two sides."""
_LEAST = 0.3
"""The probability from which a machine's reading that somebody spoke is enough to quote a sentence that names the speaker first."""
_SPEECH = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "THREATEN", "REJECT", "AGREE"})
"""Types of act that somebody does by saying something."""


class _Occasion(msgspec.Struct, frozen=True):
    """Contact of an outside party with the authorities within a few days."""

    outside: str
    entries: tuple[Entry, ...]

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day, as ordinals."""
        told = [day for each in self.entries for day in (each.first, each.last) if day is not None]
        return (min(told), max(told)) if told else (0, 0)

    @property
    def people(self) -> frozenset[str]:
        """Who of the outside party took part, by id."""
        told = (who for each in self.entries for event in each.events for who in event.participants)
        return frozenset(who.actor for who in told if who.party == self.outside and who.actor)


class _Said(msgspec.Struct, frozen=True):
    """A sentence of an account, with the report that it stands in."""

    side: str
    words: Words
    event: Event


def accounts(material: Material, veil: Veil) -> Section | None:
    """Occasions of which both sides have an account, the latest first; nothing where there is none that may be told."""
    owners = {event.id: each.id for each in material.told if not each.silent for event in each.events}
    lines: list[Line] = []
    for each in _occasions(material):
        said = _told(each, material, veil)
        sides = (each.outside, *sorted({one.side for one in said} - {each.outside}))
        if len(sides) > 1 and any(one.side == each.outside for one in said):
            lines.append(_line(each, [[one for one in said if one.side == side] for side in sides], material, owners))
    if not lines:
        return None
    note = text("What either side says of the same days, as the pages have it. It is no measure of who is right.")
    return Section("accounts", "Two accounts of one occasion", (note, Items(tuple(lines[:_LISTED]))))


def _occasions(material: Material) -> list[_Occasion]:
    """Contact with the authorities by outside party and days, the latest first."""
    found: list[_Occasion] = []
    given = (e for e in material.contacts if tellable(e) and AUTHORITY in e.home and 0 < len(e.outside) <= _FEW and e.middle)
    for each in sorted(given, key=lambda one: (min(one.outside), one.middle or 0, one.id)):
        for outside in sorted(each.outside):
            at = next((n for n, of in enumerate(found) if of.outside == outside and _one(of, each)), None)
            if at is None:
                found.append(_Occasion(outside, (each,)))
            else:
                found[at] = _Occasion(outside, (*found[at].entries, each))
    return sorted(found, key=lambda of: (-of.days[1], of.outside))


def _one(occasion: _Occasion, entry: Entry) -> bool:
    """Whether contact is of an occasion: told by the same page, or of the same days where these are known."""
    pages = {page for each in occasion.entries for page in each.documents}
    return bool(pages.intersection(entry.documents)) or _near(occasion.days, entry)


def _near(days: tuple[int, int], entry: Entry) -> bool:
    if entry.first is None or entry.last is None:
        return False
    close = entry.first <= days[1] + _DAYS and entry.last >= days[0] - _DAYS
    return close and max(days[1] - days[0], entry.last - entry.first) <= _DAYS


def _told(occasion: _Occasion, material: Material, veil: Veil) -> list[_Said]:
    """The sentences of either account, each once and on the side of the likeliest reading."""
    found: dict[Place, _Said] = {}
    for reading in material.read:
        if reading.document.id in material.hushed or not _belongs(reading, occasion):
            continue
        for event in sorted(_spoken(reading, occasion), key=lambda one: -one.confidence):
            for one in _sentences(event, reading, occasion, material, veil):
                found.setdefault(one.words.place, one)
    return [found[place] for place in sorted(found)]


def _belongs(reading: Coded, occasion: _Occasion) -> bool:
    """Whether a page tells of an occasion: it reports it, or is of those days, or of that month and of the same people."""
    page = reading.document
    if any(page.id in each.documents for each in occasion.entries):
        return True
    first, last = occasion.days
    day = ordinals(page.published)
    if day is None or day[0] > last + _DAYS or day[1] < first:
        return False
    there = [who for event in reading.events for who in event.participants if who.party == occasion.outside]
    known = max(day[1] - day[0], last - first) <= _DAYS
    return (known and bool(there)) or bool(occasion.people & {who.actor for who in there})


def _spoken(reading: Coded, occasion: _Occasion) -> Iterator[Event]:
    """The events of a page by which one of the two says something, of those days or of no other."""
    first, last = occasion.days
    for event in reading.events:
        day = ordinals(event.date, event.date_precision)
        at_once = day is None or (day[0] <= last + _DAYS and day[1] >= first - _DAYS)
        near = event.date_basis == "publication" or at_once
        if near and event.confidence >= _LEAST and _side(event, occasion) and event.status in (*ENGAGING, "denied", "proposed"):
            yield event


def _side(event: Event, occasion: _Occasion) -> str | None:
    """Whose words an event gives: theirs to whom it is attributed, else who says something by it; nobody's where the two differ."""
    both = {occasion.outside, *(party for party in event.parties() if labels.class_of(party) == AUTHORITY)}
    given, saying = voices(event) & both, event.parties("source") & both if event.type in _SPEECH else frozenset()
    own = given | saying
    return min(own) if len(own) == 1 else None


def _sentences(event: Event, reading: Coded, occasion: _Occasion, material: Material, veil: Veil) -> Iterator[_Said]:
    side = _side(event, occasion)
    for part in event.evidence:
        of = passage(material, veil, event, part.start, part.end)
        start = of.place[1] if of.led is None else of.led
        # whoever is named first speaks; a sentence in which that is somebody else is nobody's account
        if side and of.whole and _first(reading, start, part.end) == side and not _of_another(reading, start, part.end, side):
            yield _Said(side, of, event)


def _first(reading: Coded, start: int, end: int) -> str | None:
    """The party of whom the sentence speaks first."""
    there = (who for event in reading.events for who in event.participants if who.party and start <= who.start < end)
    first = min(there, key=lambda who: who.start, default=None)
    return first.party if first else None


def _of_another(reading: Coded, start: int, end: int, side: str) -> bool:
    """Whether what a sentence reports is attributed to somebody else."""
    there = (event for event in reading.events if any(part.start < end and start < part.end for part in event.evidence))
    given = frozenset().union(*map(voices, there))
    return bool(given) and side not in given


def _line(occasion: _Occasion, sides: list[list[_Said]], material: Material, owners: dict[str, str]) -> Line:
    names = [_name(each[0].side, material) for each in sides]
    when = dated(material, occasion.entries[0])
    parts: list[Inline] = [f"{capital(listed(names))}, {when}", Rows("", ids(occasion.entries)), "."]
    for name, said in zip(names, sides, strict=True):
        parts.append(f" {capital(name)} alone: ")
        for n, one in enumerate(said[:_QUOTED]):
            led = n and (one.words.place[0], one.words.led) in [each.words.place for each in said[:n]]
            quoted = one.words.alone if led else one.words.whole
            parts += [*([" "] if n else []), *([quoted] if quoted else []), *_notes([one], owners)]
    return (*parts, *_topics(names, sides))


def _notes(said: Iterable[_Said], owners: dict[str, str]) -> list[Inline]:
    behind = tuple(dict.fromkeys(owners[one.event.id] for one in said if one.event.id in owners))
    return [Rows("", behind)] if behind else []


def _topics(names: list[str], sides: list[list[_Said]]) -> list[Inline]:
    topics = [list(dict.fromkeys(topic for one in said for topic in one.event.topics)) for said in sides]
    parts: list[Inline] = []
    for n, (name, own) in enumerate(zip(names, topics, strict=True)):
        others = {topic for m, other in enumerate(topics) if m != n for topic in other}
        only = [labels.label("topic", topic) for topic in own if topic not in others]
        speak = "speak of" if name == "the authorities" else "speaks of"
        parts += [f" Only {name} {speak} {listed(only)}."] if only else []
    return parts


def _name(party: str, material: Material) -> str:
    return "the authorities" if labels.class_of(party) == AUTHORITY else labels.party(party, material.about.country)
