"""What either side of an occasion says of it: sentences in which a side speaks, or that are its own account, and none else.

A sentence of the writer, or of an account as such, is nobody's version; nor is what a side said at another time: before the
occasion, or in general.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from verbale.brief.material import Material
from verbale.brief.occasions import Occasion, Pages
from verbale.brief.page import Quote
from verbale.brief.quoting import Place, Words, passage, stretch
from verbale.brief.speakers import elsewhen, named, narrower, spoken, tells
from verbale.brief.veil import Veil
from verbale.coding import themes
from verbale.engagements.reports import accounts as voices
from verbale.engagements.sentences import OPENING_PRONOUN, around
from verbale.model import ENGAGING, Coded, Document, DocumentRef, Event, Participant

_LEAST = 0.3
"""The probability from which a machine's reading that somebody spoke is enough to quote a sentence that names the speaker first."""
_SPEECH = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "THREATEN", "AGREE"})
"""Types of act that somebody does by saying something."""
_DONE_TO = re.compile(r" (?:was|were|has been|have been|had been) \w+(?:ed|en|ld)\b")
"""What follows whoever had something done to them, and did not speak."""
_PARAGRAPH = "\n\n"


class Said(msgspec.Struct, frozen=True):
    """A sentence of a side: its words, its page, the report that it stands in, if any, and whether it is told as the side's own."""

    side: str
    words: Words
    document: Document | DocumentRef
    event: Event | None = None
    own: bool = True
    following: bool = False

    @property
    def quote(self) -> Quote:
        """The words as they are quoted: without those that they lean on where these stand before them (``following``)."""
        return self.words.alone if self.following or self.words.whole is None else self.words.whole

    @property
    def topics(self) -> tuple[str, ...]:
        """What it is about, by its words: those of the rest of the page are not its own."""
        return themes.topics(self.quote.words)


def versions(material: Material, veil: Veil) -> Versions:
    """What finds them, made once for a material: several sections ask for the same occasions."""
    known: Versions | None = material.found.get("versions")
    if known is None:
        known = material.found["versions"] = Versions(material, veil)
    return known


class Versions:
    """Finds what the sides of occasions say, knowing which page names whom."""

    def __init__(self, material: Material, veil: Veil) -> None:
        """Take the material, and what of it may be shown."""
        self._material, self._veil = material, veil
        self._pages = Pages(material)
        self._named: dict[str, tuple[Participant, ...]] = {}
        self._known: dict[tuple[str, str], dict[str, list[Said]]] = {}

    def of(self, occasion: Occasion) -> dict[str, list[Said]]:
        """The sentences of each side that says anything, in their order, each once; none that two readings give to both."""
        key = occasion.outside, occasion.entries[0].id
        if key not in self._known:
            self._known[key] = self._of(occasion)
        return self._known[key]

    def _of(self, occasion: Occasion) -> dict[str, list[Said]]:
        found: dict[Place, dict[str, Said]] = {}
        for reading in self._pages.of(occasion, self._people):
            if reading.document.id not in self._material.hushed:
                for one in (*self._by_acts(reading, occasion), *self._by_words(reading, occasion)):
                    found.setdefault(one.words.place, {}).setdefault(one.side, one)
        sure = [next(iter(sides.values())) for _, sides in sorted(found.items()) if len(sides) == 1]
        sides: dict[str, list[Said]] = {}
        for one in sure:
            mine = sides.setdefault(one.side, [])
            follows = any(each.words.place == (one.words.place[0], one.words.led) for each in mine)
            if follows or self._of_side(one):
                mine.append(msgspec.structs.replace(one, following=follows))
        return {side: said for side, said in sides.items() if said}

    def _of_side(self, one: Said) -> bool:
        """Whether nothing that a sentence leans on speaks of anybody but its side: it would be put in that side's mouth."""
        page, at = one.words.place
        if one.words.led is None:
            return True
        there = (who for event in self._material.coded(page).events for who in event.participants)
        return all(who.party in (None, one.side) for who in there if (one.words.led or 0) <= who.start < at)

    def unspoken(self, side: str, versions: dict[str, list[Said]]) -> list[str]:
        """The topics that a side speaks of and no other does, in its page or, of a page of both, in its paragraphs."""
        heard = {topic for other in versions if other != side for topic in self._heard(other, versions)}
        own = dict.fromkeys(topic for one in versions[side] for topic in one.topics)
        return [topic for topic in own if heard.isdisjoint((topic, *narrower(topic)))]

    def _heard(self, side: str, versions: dict[str, list[Said]]) -> Iterator[str]:
        others = [one for other, said in versions.items() if other != side for one in said]
        for page in dict.fromkeys(one.document.id for one in versions[side]):
            text = self._material.coded(page).document.text
            cut = [around(text, one.words.place[1], one.words.place[1] + 1) for one in others if one.document.id == page]
            mine = [one.words.place[1] for one in versions[side] if one.document.id == page]
            yield from themes.topics(text if not cut else " ".join(_without(text, mine, cut)))

    def _people(self, reading: Coded) -> tuple[Participant, ...]:
        page = reading.document
        if page.id not in self._named:
            self._named[page.id] = named(page, self._material.case)
        return self._named[page.id]

    def _by_acts(self, reading: Coded, occasion: Occasion) -> Iterator[Said]:
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
                its = _first(reading, start, part.end) == side and not _of_another(reading, start, part.end, side)
                if of.whole and its and not elsewhen(of.alone.words):
                    yield Said(side, of, event.document, event, side in voices(event) or tells(of.alone.words))

    def _by_words(self, reading: Coded, occasion: Occasion) -> Iterator[Said]:
        """The sentences of a page in which a person of either side speaks."""
        for each in spoken(reading.document, self._people(reading), self._veil.ordinary):
            side = each.speaker.party
            if side is None or side not in occasion.sides or elsewhen(reading.document.text[each.start : each.end]):
                continue
            of = stretch(self._material, self._veil, each, "", each.start, each.end)
            if of.whole and of.whole.words:
                yield Said(side, of, each.document)


def _without(text: str, mine: Iterable[int], cut: Iterable[tuple[int, int]]) -> Iterator[str]:
    """The paragraphs of a text in which sentences begin, without those of others."""
    for start in dict.fromkeys(text.rfind(_PARAGRAPH, 0, at) + 1 for at in mine):
        end = text.find(_PARAGRAPH, start + len(_PARAGRAPH))
        words = text[start : len(text) if end < 0 else end]
        for first, last in cut:
            words = words.replace(text[first:last], " ")
        yield words


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
