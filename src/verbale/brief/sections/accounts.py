"""One occasion as either side tells it: the sentences of each account as the pages have them, and what only one speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from verbale.analysis.entries import AUTHORITY
from verbale.brief.accounts.quoting import Place, Words, passage, stretch
from verbale.brief.accounts.short import dated
from verbale.brief.material import Material
from verbale.brief.notes import leading, published
from verbale.brief.occasions import Occasion, Pages, occasions
from verbale.brief.page import Inline, Items, Line, Rows, Section, text
from verbale.brief.sentences import OPENING_PRONOUN
from verbale.brief.speakers import named, spoken
from verbale.brief.telling import source
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.coding import themes
from verbale.engagements.reports import accounts as voices
from verbale.model import ENGAGING, Coded, Document, DocumentRef, Event, Participant
from verbale.pictures.counting import ids
from verbale.pictures.words import capital, day, listed

_LISTED, _QUOTED = 8, 4
_LOOKED = 100
"""Occasions, the latest first, of which two accounts are looked for."""
_COMPARED = 2
"""Sentences that an account has at least where it is said what it does not speak of."""
_LEAST = 0.3
"""The probability from which a machine's reading that somebody spoke is enough to quote a sentence that names the speaker first."""
_SPEECH = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "THREATEN", "REJECT", "AGREE"})
"""Types of act that somebody does by saying something."""

_DONE_TO = re.compile(r" (?:was|were|has been|have been|had been) \w+(?:ed|en|ld)\b")
"""What follows whoever had something done to them, and did not speak."""
_AUTHORITIES = "the authorities"


class _Said(msgspec.Struct, frozen=True):
    """A sentence of an account: whose, its words, its page, and the report that it stands in, if any."""

    side: str
    words: Words
    document: Document | DocumentRef
    event: Event | None = None

    @property
    def topics(self) -> tuple[str, ...]:
        """What it is about, by its words: those of the rest of the page are not its own."""
        return themes.topics((self.words.whole or self.words.alone).words)


def accounts(material: Material, veil: Veil) -> Section | None:
    """Occasions of which both sides have an account, the latest first; nothing where there is none that may be told."""
    writer = _Writer(material, veil)
    lines: list[Line] = []
    for each in occasions(material)[:_LOOKED]:
        if len(lines) == _LISTED:
            break
        line = writer.line(each)
        lines += [line] if line else []
    if not lines:
        return None
    note = text("What either side says of the same days, as the pages have it. It is no measure of who is right.")
    return Section("accounts", "Two accounts of one occasion", (note, Items(tuple(lines))))


class _Writer:
    """Writes occasions, knowing which page names whom and which act has which report."""

    def __init__(self, material: Material, veil: Veil) -> None:
        self._material, self._veil = material, veil
        self._pages = Pages(material)
        self._named: dict[str, tuple[Participant, ...]] = {}
        self._owners = {event.id: each.id for each in material.told if not each.silent for event in each.events}

    def line(self, occasion: Occasion) -> Line | None:
        """An occasion with both accounts; nothing where only one is told."""
        said = self._said(occasion)
        sides = (occasion.outside, *sorted({one.side for one in said} - {occasion.outside}))
        if len(sides) == 1 or not any(one.side == occasion.outside for one in said):
            return None
        parts: list[Inline] = [
            f"{capital(listed([self._name(side) for side in sides]))}, {dated(self._material, occasion.entries[0])}",
            Rows("", ids(occasion.entries)),
            ".",
        ]
        told = [[one for one in said if one.side == side] for side in sides]
        for side, own in zip(sides, told, strict=True):
            parts += self._account(side, own[:_QUOTED])
        quoted = [one for own in told for one in own[:_QUOTED]]
        return (*parts, *self._topics(sides, told), *self._sources(quoted))

    def _said(self, occasion: Occasion) -> list[_Said]:
        """The sentences of either account, each once; none that two readings give to different sides."""
        found: dict[Place, dict[str, _Said]] = {}
        for reading in self._pages.of(occasion, self._people):
            if reading.document.id not in self._material.hushed:
                for one in (*self._by_acts(reading, occasion), *self._by_words(reading, occasion)):
                    found.setdefault(one.words.place, {}).setdefault(one.side, one)
        return [next(iter(sides.values())) for _, sides in sorted(found.items()) if len(sides) == 1]

    def _people(self, reading: Coded) -> tuple[Participant, ...]:
        page = reading.document
        if page.id not in self._named:
            self._named[page.id] = named(page, self._material.case)
        return self._named[page.id]

    def _by_acts(self, reading: Coded, occasion: Occasion) -> Iterator[_Said]:
        """The sentences of the acts by which one of the two says something, of those days or of no other; the likeliest first."""
        for event in sorted(reading.events, key=lambda one: -one.confidence):
            side = _side(event, occasion)
            if not side or event.confidence < _LEAST or event.status not in (*ENGAGING, "denied", "proposed"):
                continue
            if event.date_basis != "publication" and not occasion.near(event.date, event.date_precision):
                continue
            for part in event.evidence:
                of = passage(self._material, self._veil, event, part.start, part.end)
                start = of.place[1]
                # whoever is named first speaks; a sentence in which that is somebody else is nobody's account
                if of.whole and _first(reading, start, part.end) == side and not _of_another(reading, start, part.end, side):
                    yield _Said(side, of, event.document, event)

    def _by_words(self, reading: Coded, occasion: Occasion) -> Iterator[_Said]:
        """The sentences of a page in which a person of either side speaks."""
        for each in spoken(reading.document, self._people(reading), self._veil.ordinary):
            side = each.speaker.party
            if side is None or side not in occasion.sides:
                continue
            of = stretch(self._material, self._veil, each, "", each.start, each.end)
            if of.whole and of.whole.words:
                yield _Said(side, of, each.document)

    def _account(self, side: str, said: list[_Said]) -> list[Inline]:
        name = self._name(side)
        parts: list[Inline] = [f" As {name} {'tell' if name == _AUTHORITIES else 'tells'} it: "]
        for n, one in enumerate(said):
            led = n and (one.words.place[0], one.words.led) in [each.words.place for each in said[:n]]
            quoted = one.words.alone if led else one.words.whole
            acts = self._acts(one)
            parts += [*([" "] if n else []), *([quoted] if quoted else []), *([Rows("", acts)] if acts else [])]
        return parts

    def _acts(self, one: _Said) -> tuple[str, ...]:
        return (self._owners[one.event.id],) if one.event and one.event.id in self._owners else ()

    def _sources(self, quoted: list[_Said]) -> list[Inline]:
        """The pages to which no note of a sentence leads."""
        noted = {one.document.id for one in quoted if self._acts(one)}
        pages = {one.document.id: one.document for one in quoted if one.document.id not in noted}
        parts: list[Inline] = []
        for page in pages.values():
            lead = f"{source(page.publisher)}, {day(published(page, hushed=False))}: "
            parts += ["; " if parts else " Also quoted: ", lead, leading(page, hushed=False)]
        return [*parts, "."] if parts else []

    def _topics(self, sides: Iterable[str], told: list[list[_Said]]) -> list[Inline]:
        topics = [list(dict.fromkeys(topic for one in said for topic in one.topics)) for said in told]
        parts: list[Inline] = []
        if min(map(len, told)) < _COMPARED:
            return []
        for n, (side, own) in enumerate(zip(sides, topics, strict=True)):
            others = {topic for m, other in enumerate(topics) if m != n for topic in other}
            only = [labels.label("topic", topic) for topic in own if topic not in others]
            name = self._name(side)
            parts += [f" Of {listed(only)} only {name} {'speak' if name == _AUTHORITIES else 'speaks'}."] if only else []
        return parts

    def _name(self, party: str) -> str:
        return _AUTHORITIES if labels.class_of(party) == AUTHORITY else labels.party(party, self._material.about.country)


def _side(event: Event, occasion: Occasion) -> str | None:
    """Whose words an event gives: theirs to whom it is attributed, else who says something by it; nobody's where the two differ."""
    both = occasion.sides
    given, saying = voices(event) & both, event.parties("source") & both if event.type in _SPEECH else frozenset()
    own = given | saying
    return min(own) if len(own) == 1 else None


def _first(reading: Coded, start: int, end: int) -> str | None:
    """The party of whom the sentence speaks first; nobody where it tells what was done to them, or begins with a pronoun."""
    there = (who for event in reading.events for who in event.participants if who.party and start <= who.start < end)
    first = min(there, key=lambda who: who.start, default=None)
    if first is None or _DONE_TO.match(reading.document.text, first.end):
        return None
    return first.party if first.start == start or not OPENING_PRONOUN.match(reading.document.text, start) else None


def _of_another(reading: Coded, start: int, end: int, side: str) -> bool:
    """Whether what a sentence reports is attributed to somebody else."""
    there = (event for event in reading.events if any(part.start < end and start < part.end for part in event.evidence))
    given = frozenset().union(*map(voices, there))
    return bool(given) and side not in given
