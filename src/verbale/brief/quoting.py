"""The words that an account quotes: the whole sentence of the report, where that names nobody whom its own words do not."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Protocol

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Quote
from verbale.brief.telling import INNER, cut, public_people, speaking
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.engagements.sentences import FIRST_PRONOUN, OPENING_PRONOUN, PRONOUN, STANDING, adrift, around, before, leans, unnamed
from verbale.model import Document, DocumentRef, Event, Participant
from verbale.pictures.words import capital

_LENGTH = 300
"""Code points of a quotation before it is cut."""
_LEAST = 120
"""Code points that what a sentence leans on has at least."""
_SAYING = 4
"""Words below which what stands before a sentence is a heading of its own: what came before that is of something else."""
_BACK = 3
"""Sentences before it that are looked at for whom a sentence means."""

_ITEM = re.compile(r"(?:^|\n)\s*[-•*–]\s+")
_ANNOUNCES = re.compile(
    r"\b(?:two|three|four|five|several) (?:\w+ )?"
    r"(?:demands|points|conditions|requests|appeals|reasons|things|topics)(?: \w+ \w+)?\.$"
)
"""How a sentence ends that only says how much is told after it."""


class Said(Protocol):
    """What was read in a page: the page, and who has a part in it."""

    @property
    def document(self) -> Document | DocumentRef:
        """The page."""
        ...

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who has a part in it."""
        ...


Place = tuple[str, int]
"""A document's id, and where in its text a sentence begins."""


class Words(msgspec.Struct, frozen=True):
    """A sentence of a document as it may be shown: by itself, and with what it leans on, which begins at ``led``.

    ``further`` is where a sentence begins that it announces, and that is shown with it. ``named`` is the sentence with the party
    that it means in brackets, where a program takes it to be known. Of what cannot be understood by itself and leans on nothing
    that may be shown, or is the heading of its page, there is no ``whole``: it is not quoted.
    """

    place: Place
    alone: Quote
    whole: Quote | None
    led: int | None = None
    named: Quote | None = None
    further: int | None = None

    @property
    def places(self) -> set[Place]:
        """Where the sentences begin that are shown: the one itself, and one that it announces."""
        return {self.place} | (set() if self.further is None else {(self.place[0], self.further)})

    def beside(self, printed: Container[Place]) -> Quote | None:
        """The words where others are ``printed`` already: what they lean on is not printed twice."""
        return self.whole if self.led is None or (self.place[0], self.led) not in printed else self.named or self.whole


def words(material: Material, veil: Veil, entry: Entry) -> Words:
    """What is quoted of an act: the sentence of its surest report that says what was said, or tells of it."""
    known: dict[str, Words] = material.quoted
    if entry.id not in known:
        known[entry.id] = reported(material, veil, speaking(entry))
    return known[entry.id]


def reported(material: Material, veil: Veil, event: Event) -> Words:
    """The same of one report of it."""
    found = (passage(material, veil, event, start, end) for start, end in _telling(event, material.prudence.text(event)))
    first = next(found)
    return first if first.whole is not None else next((each for each in found if each.whole is not None), first)


def passage(material: Material, veil: Veil, event: Event, start: int, end: int) -> Words:
    """The sentences of an event's page that hold ``[start, end)``, in code points of its text, as they may be quoted."""
    return stretch(material, veil, event, " ".join(part.text for part in event.evidence), start, end)


def stretch(material: Material, veil: Veil, event: Said, own: str, start: int, end: int) -> Words:
    """The same of anything read in a page, of which ``own`` are the words that the record has."""
    text = material.prudence.text(event)
    if text is None or event.document.id in material.hushed:
        # the words beside it may tell what is not told
        return _plain((event.document.id, start), own)
    first, last = around(text, start, end)
    place, sentence = (event.document.id, first), text[first:last].lstrip("-•* ")
    if heading(sentence, event.document.title):
        return Words(place, _quote(sentence), None)
    if veil.ventures(sentence, own):
        torn = _known(event, own, start, material.case, material.about.country)
        if torn is not None and torn.person and unnamed(f"{torn.before}{PRONOUN}", text, veil.ordinary):
            return _plain(place, torn.sentence)
        return _plain(place, own) if not adrift(own, text, veil.ordinary) else Words(place, _quote(own), None)
    whole = _completed(sentence, text, last, veil)
    further = None if whole == sentence else last + len(text[last:]) - len(text[last:].lstrip())
    found = _understood(material, veil, event, own, place, whole)
    return found if further is None else msgspec.structs.replace(found, further=further)


def _understood(material: Material, veil: Veil, event: Said, own: str, place: Place, sentence: str) -> Words:
    """A sentence of a page with whom it means, or with what it leans on."""
    text, first = material.prudence.text(event) or "", place[1]
    known = _known(event, sentence, text.index(sentence[:1], first), material.case, material.about.country)
    meant = known if known is not None and unnamed(f"{known.before}{PRONOUN}", text, veil.ordinary) else None
    if meant is not None and meant.person:
        sentence = meant.sentence
    leaning = leans(sentence, text, veil.ordinary)
    if not leaning and (meant is None or meant.person):
        return _plain(place, sentence)
    # a program takes an "it" for one party or another: what the page says of it before is surer
    named = meant.sentence if meant is not None else _opened(event, sentence, first, material.about.country)
    head = _opening(text, event.document.title) if not unnamed(sentence, text, veil.ordinary) else None
    led = _led(text, first, veil, head)
    context = "" if led is None else text[led:first].lstrip("-•* ")
    if led is None or veil.ventures(f"{context}{sentence}", own) or _begins(context, text, veil):
        # where the page says of whom it speaks and may not be shown, a party is not put in its place
        words = named if led is None else None
        if words is not None or not adrift(sentence, text, veil.ordinary):
            return _plain(place, words or sentence)
        return Words(place, _quote(sentence), None)
    context = cut(context, max(_LEAST, _LENGTH + _LEAST - len(sentence)))
    return Words(
        place, _quote(sentence), _quote(f"{context} {sentence}", 2 * _LENGTH), led, None if named is None else _quote(named)
    )


def _completed(sentence: str, text: str, last: int, veil: Veil) -> str:
    """A sentence that only announces what follows it, with that: a list under its lead-in, what two demands were."""
    if not sentence.endswith(":") and not _ANNOUNCES.search(sentence):
        return sentence
    end = text.find("\n\n", last)
    rest = text[last : len(text) if end < 0 else end].strip()
    parts = _ITEM.split(rest) if sentence.endswith(":") else [rest[slice(*around(rest, 0, 1))]]
    for part in filter(str.strip, parts):
        more = " ".join(part.split())
        if veil.ventures(f"{sentence} {more}", sentence) or _begins(more, text, veil):
            break
        sentence = f"{sentence} {more}"
    return sentence


def after(material: Material, veil: Veil, event: Event, place: Place) -> Quote | None:
    """The sentence after the one that begins at ``place``, in the same paragraph, where it may be shown beside it."""
    text = material.prudence.text(event)
    if text is None or event.document.id in material.hushed:
        return None
    end = around(text, place[1], place[1] + 1)[1]
    first = end + len(text[end:]) - len(text[end:].lstrip())
    if first >= len(text) or "\n\n" in text[end:first]:
        return None
    sentence = text[slice(*around(text, first, first + 1))]
    return None if veil.ventures(sentence, text[place[1] : end]) else _quote(sentence)


def _plain(place: Place, sentence: str) -> Words:
    return Words(place, _quote(sentence), _quote(sentence))


def _quote(sentence: str, length: int = _LENGTH) -> Quote:
    return Quote(cut(sentence.translate(INNER), length))


class _Meant(msgspec.Struct, frozen=True):
    """Whom, or which party, a pronoun in a sentence means, with what stands before it and after it."""

    before: str
    words: str
    after: str
    person: bool

    @property
    def sentence(self) -> str:
        """The sentence with them in brackets."""
        return f"{self.before}[{self.words if self.before else capital(self.words)}]{self.after}"


def _known(event: Said, sentence: str, first: int, case: str, home: str | None) -> _Meant | None:
    """Whom the first pronoun of a sentence means, where that is known."""
    pronoun = FIRST_PRONOUN.search(sentence) or STANDING.search(sentence)
    if pronoun is None:
        return None
    at = [
        who for who in event.participants if who.start == first + pronoun.start() and who.name.casefold() == pronoun[0].casefold()
    ]
    people, parties = public_people(case), {who.party for who in at if who.party}
    person = STANDING.fullmatch(pronoun[0]) is None
    if person:
        words = next((people[who.actor] for who in at if who.actor in people), None)
    else:
        # what is done to an "it" is often done to nobody
        words = labels.party(min(parties), home) if len(parties) == 1 and all(who.role == "source" for who in at) else None
    return _Meant(sentence[: pronoun.start()], words, sentence[pronoun.end() :], person) if words else None


def _opened(event: Said, sentence: str, first: int, home: str | None) -> str | None:
    """The sentence with the party that the pronoun at its beginning means, where that is known."""
    pronoun = OPENING_PRONOUN.match(sentence)
    meant = {who.party for who in event.participants if who.start == first and who.party}
    if pronoun is None or len(meant) != 1:
        return None
    return f"[{capital(labels.party(min(meant), home))}]{sentence[pronoun.end() :]}"


def heading(words: str, title: str | None) -> bool:
    """Whether words are a page's heading or a part of it."""
    bare = " ".join(words.split()).rstrip(".").casefold()
    return bool(bare) and bare in " ".join((title or "").split()).casefold()


def _opening(text: str, title: str | None) -> int:
    """Where the first paragraph of a text ends, after its heading."""
    head = len(title) if title and text.startswith(title) else 0
    at = text.find("\n\n", head + len(text[head:]) - len(text[head:].lstrip()))
    return len(text) if at < 0 else at


def _led(text: str, first: int, veil: Veil, opening: int | None) -> int | None:
    """Where the nearest sentence begins that says of whom, or of what, the one after it speaks, if there is one near.

    Of what a few words are about, another paragraph tells nothing, but the first of the page, which ends at ``opening``.
    """
    at = first
    for _ in range(_BACK):
        led = before(text, at)
        if led is None or len(text[led:at].split()) < _SAYING:
            break
        if opening is not None and led > opening and "\n\n" in text[led:at]:
            break
        at = led
        if not unnamed(text[at:first], text, veil.ordinary):
            return at
    return None


def _begins(context: str, text: str, veil: Veil) -> bool:
    """Whether what a sentence leans on may begin with the name of somebody unknown, whose capital there tells nothing."""
    word = context.split()[0].strip("\"“‘'(,:;")
    return word.casefold() not in text.split() and veil.ventures(f", {word}", "")


def _telling(event: Event, text: str | None) -> list[tuple[int, int]]:
    """The passages that tell of an event: what was said, else of what is no contact the first; then those that name the most."""
    told = (each for each in event.said if each.kind in ("ask", "disclaimer", "condition") and any(map(str.isalpha, each.words)))
    said = [(each.start, each.end) for each in told]
    parts = [part for part in event.evidence if part.text not in (event.document.title or "")] or event.evidence
    spans = [(part.start, part.end) for part in parts]
    first = said[:1] or ([] if event.type == "CONSULT" else _joined(spans, text))
    return first + sorted(spans, key=lambda span: -_names(event, *(around(text, *span) if text else span)))


def _joined(spans: list[tuple[int, int]], text: str | None) -> list[tuple[int, int]]:
    """The first of the passages of an act, with the one that follows it at once."""
    (start, end), *more = spans
    if more and text is not None:
        last = around(text, start, end)[1]
        first, beyond = around(text, *more[0])
        if first > start and text[last:first].strip() == "" and "\n\n" not in text[last:first] and beyond - start <= _LENGTH:
            end = more[0][1]
    return [(start, end)]


def _names(event: Event, first: int, last: int) -> int:
    there = (who for who in event.participants if first <= who.start < last and not FIRST_PRONOUN.fullmatch(who.name))
    return len({who.party for who in there})
