"""Humanitarian needs: every figure of them in its sentence, with its page; needs that are only named, in one sentence."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import msgspec

from verbale.brief.material import Material
from verbale.brief.notes import leading, published
from verbale.brief.page import Block, Line, Section, Table, text
from verbale.brief.quoting import Place, stretch
from verbale.brief.telling import source
from verbale.brief.veil import Veil
from verbale.catalogue import labels, tables
from verbale.engagements.sentences import every
from verbale.model import Document, Participant
from verbale.pictures.words import capital, count, day, listed

_LISTED = 12


class _Need(msgspec.Struct, frozen=True):
    """A need and the words that speak of it."""

    code: str
    words: str
    name: str = ""


class _Page(msgspec.Struct, frozen=True):
    """A page of which a sentence is read: nobody has a part in it."""

    document: Document
    participants: tuple[Participant, ...] = ()


def needs(material: Material, veil: Veil, printed: set[Place]) -> Section | None:
    """The figures, the latest page first, then needs without any; nothing where no document names one.

    What is quoted is added to ``printed``.
    """
    found = list(_figures(material, veil))
    rows = [row for _, row in found]
    printed.update(place for place, _ in found[:_LISTED])
    blocks: list[Block] = []
    if rows:
        caption = "Figures of need, each in the words of its page"
        blocks.append(Table(caption, ("Need", "Figure", "Page"), tuple(rows[:_LISTED])))
    if len(rows) > _LISTED:
        blocks.append(text(f"{capital(count(len(rows) - _LISTED, 'further sentence'))} with a figure of need stand in the pages."))
    named = _named(material)
    blocks += [text(f"Named without a figure: {listed(named)}.")] if named else []
    return Section("needs", "Needs", tuple(blocks)) if blocks else None


def figured(sentence: str) -> bool:
    """Whether a sentence has a figure of need, and so stands in that table."""
    figure, kinds = _rules()
    return tables.holds(figure, sentence) and any(tables.holds(each.words, sentence) for each in kinds)


def _figures(material: Material, veil: Veil) -> Iterator[tuple[Place, tuple[Line, ...]]]:
    figure, kinds = _rules()
    for document in reversed(material.documents):
        if document.id in material.hushed or not tables.holds(figure, document.text):
            continue
        for start, end in every(document.text):
            sentence = document.text[start:end]
            need = next((each for each in kinds if tables.holds(each.words, sentence)), None)
            if need is None or not tables.holds(figure, sentence):
                continue
            of = stretch(material, veil, _Page(document), "", start, end)
            if of.whole is not None and of.whole.words:
                page = f"{source(document.publisher)}, {day(published(document, hushed=False))}: "
                yield of.place, ((capital(_name(need)),), (of.whole,), (page, leading(document, hushed=False)))


def _named(material: Material) -> list[str]:
    """The needs that acts or documents name, each with the number of its documents."""
    told: dict[str, set[str]] = {}
    for event, _ in material.filling("needs"):
        for need in event.needs:
            told.setdefault(need, set()).add(event.document.id)
    for document, mention in material.mentions("need"):
        told.setdefault(mention.value, set()).add(document.id)
    order = sorted(told, key=lambda need: (-len(told[need]), need))
    return [f"{labels.label('need', need)} ({count(len(told[need]), 'document')})" for need in order]


def _name(need: _Need) -> str:
    return need.name or labels.label("need", need.code)


@functools.cache
def _rules() -> tuple[str, tuple[_Need, ...]]:
    found = tables.toml("common", "needs")
    return found["figure"], msgspec.convert(found["need"], tuple[_Need, ...])
