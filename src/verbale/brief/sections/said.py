"""Said, not shown by an act: the general statements of the pages, each with its page."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

import msgspec

from verbale.brief.material import Material
from verbale.brief.notes import leading, published
from verbale.brief.page import Block, Items, Line, Quote, Section, text
from verbale.brief.quoting import Place, stretch
from verbale.brief.sections.needs import figured
from verbale.brief.telling import source
from verbale.brief.veil import Veil
from verbale.catalogue import tables
from verbale.model import Claim, Document, Participant
from verbale.pictures.words import capital, count, day

_LISTED = 8
"""Statements under each heading; the others are counted."""
_LEAST = 9
"""Words below which a statement tells too little."""
_ARMED = "-ARM"


class _Heading(msgspec.Struct, frozen=True):
    title: str
    words: str


class _Read(msgspec.Struct, frozen=True):
    """A statement as it stands in its page: nobody has a part in it."""

    document: Document
    participants: tuple[Participant, ...] = ()


def said(material: Material, veil: Veil, printed: set[Place]) -> Section | None:
    """The statements by what they are about, the latest pages first, each once; nothing where none may be told.

    Those that are ``printed`` elsewhere, and such as nobody understands without the sentence before, are left out.
    """
    found: dict[str, list[tuple[Document, Quote]]] = {}
    given = list(_claims(material))
    seen = set(printed)
    for document, claim in given:
        at = next((each.title for each in _headings() if tables.holds(each.words, claim.words)), None)
        of = stretch(material, veil, _Read(document), claim.words, claim.start, claim.end)
        if (
            at
            and of.whole
            and of.led is None
            and len(of.whole.words.split()) >= _LEAST
            and of.place not in seen
            and not figured(of.alone.words)
        ):
            seen.add(of.place)
            found.setdefault(at, []).append((document, of.whole))
    if not found:
        return None
    blocks: list[Block] = [text("What pages assert without telling of an act. It is in no figure above.")]
    for each in _headings():
        if each.title in found:
            blocks += [text(f"{each.title}:"), Items(tuple(_lines(found[each.title][:_LISTED])))]
    rest = len(given) - sum(min(len(lines), _LISTED) for lines in found.values())
    stand = "stands in the pages and is" if rest == 1 else "stand in the pages and are"
    blocks += (
        [text(f"{capital(count(rest, 'further statement'))} {stand} not told here; verbale read shows those of a page.")]
        if rest
        else []
    )
    return Section("said", "Said, not shown by an act", tuple(blocks))


def _claims(material: Material) -> Iterator[tuple[Document, Claim]]:
    """The statements that are about somebody, or stand in a page that tells an act of the case: others may be about anything."""
    for reading in reversed(material.read):
        if reading.claims and reading.document.id not in material.hushed:
            telling = any(event.complete and event.in_case for event in reading.events)
            for claim in reading.claims:
                if (telling or claim.about) and not any(party.endswith(_ARMED) for party in claim.about):
                    yield reading.document, claim


def _lines(given: list[tuple[Document, Quote]]) -> Iterator[Line]:
    """The statements, those of one page together with it."""
    for _, group in itertools.groupby(given, key=lambda one: one[0].id):
        said = list(group)
        document = said[0][0]
        # who says so stands in the words or in their page; of a text that several adopted a program names one
        page = f"{source(document.publisher)}, {day(published(document, hushed=False))}: "
        yield (*(part for _, quote in said for part in (quote, " ")), page, leading(document, hushed=False), ".")


@functools.cache
def _headings() -> tuple[_Heading, ...]:
    return msgspec.convert(tables.toml("common", "asserted")["said"], tuple[_Heading, ...])
