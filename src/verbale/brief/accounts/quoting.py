"""The words that an account quotes: the whole sentence of the report, where that names nobody whom its own words do not."""

from __future__ import annotations

from typing import Protocol

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Quote
from verbale.brief.sentences import FIRST_PRONOUN, OPENING_PRONOUN, adrift, around, before, leans, unnamed
from verbale.brief.telling import INNER, cut, public_people, speaking
from verbale.brief.veil import Veil
from verbale.catalogue import labels
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

    Of what cannot be understood by itself and leans on nothing that may be shown, or is the heading of its page, there is no
    ``whole``: it is not quoted.
    """

    place: Place
    alone: Quote
    whole: Quote | None
    led: int | None = None


def words(material: Material, veil: Veil, entry: Entry) -> Words:
    """What is quoted of an act: the sentence of its surest report that says what was said, or tells of it."""
    event = speaking(entry)
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
        return _plain(place, own) if not adrift(own, text, veil.ordinary) else Words(place, _quote(own), None)
    if not leans(sentence, text, veil.ordinary):
        return _plain(place, sentence)
    named = _named(event, text[first:last], first, material.case)
    if named is not None and not OPENING_PRONOUN.match(named):
        return _plain(place, named)
    led = _led(text, first, veil)
    context = "" if led is None else text[led:first].lstrip("-•* ")
    if led is None or veil.ventures(f"{context}{sentence}", own) or _begins(context, text, veil):
        party = _opened(event, sentence, first, material.about.country)
        if party is not None:
            return _plain(place, party)
        return _plain(place, sentence) if not adrift(sentence, text, veil.ordinary) else Words(place, _quote(sentence), None)
    context = cut(context, max(_LEAST, _LENGTH + _LEAST - len(sentence)))
    return Words(place, _quote(sentence), _quote(f"{context} {sentence}", 2 * _LENGTH), led)


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


def _named(event: Said, sentence: str, first: int, case: str) -> str | None:
    """The sentence with the name of whom its first pronoun means, where that is known."""
    pronoun = FIRST_PRONOUN.search(sentence)
    if pronoun is None:
        return None
    at = [
        who for who in event.participants if who.start == first + pronoun.start() and who.name.casefold() == pronoun[0].casefold()
    ]
    name = next((people[who.actor] for who in at for people in (public_people(case),) if who.actor in people), None)
    return name and f"{sentence[: pronoun.start()]}[{name}]{sentence[pronoun.end() :]}"


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


def _led(text: str, first: int, veil: Veil) -> int | None:
    """Where the nearest sentence begins that says of whom the one after it speaks, if there is one near."""
    at = first
    for _ in range(_BACK):
        led = before(text, at)
        if led is None or len(text[led:at].split()) < _SAYING:
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
    said = [(each.start, each.end) for each in event.said if each.kind in ("ask", "disclaimer", "condition")]
    parts = [part for part in event.evidence if part.text not in (event.document.title or "")] or event.evidence
    spans = [(part.start, part.end) for part in parts]
    first = said[:1] or ([] if event.type == "CONSULT" else spans[:1])
    return first + sorted(spans, key=lambda span: -_names(event, *(around(text, *span) if text else span)))


def _names(event: Event, first: int, last: int) -> int:
    there = (who for who in event.participants if first <= who.start < last and not FIRST_PRONOUN.fullmatch(who.name))
    return len({who.party for who in there})
