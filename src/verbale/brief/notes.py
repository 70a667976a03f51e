"""The notes of a brief: every act that it rests on, numbered, with the words that report it and their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import (
    Answers,
    Block,
    Drawn,
    Items,
    Line,
    Link,
    Note,
    Paragraph,
    Quote,
    Report,
    Rows,
    RowSet,
    Section,
    Table,
)
from verbale.brief.quoting import reported
from verbale.brief.telling import INNER, UNWORDED, cut, quote, source, speaking, told
from verbale.brief.veil import Veil
from verbale.engagements.wording import by_machine
from verbale.model import Document, DocumentRef, Event
from verbale.pictures.counting import contacts, ids
from verbale.pictures.words import count, day

_FEW = 9
"""Words of a report below which the whole sentence is given."""
MOST = 60
"""Acts of one figure that have notes, the latest; of a large record more would be read by nobody."""
INLINE = 3
"""Notes that are named where the figure stands; a figure that rests on more leads to its list."""


def noted(made: tuple[Section, ...], material: Material, veil: Veil) -> tuple[tuple[Note, ...], tuple[RowSet, ...]]:
    """The notes of every act that the sections name, in the order of the acts, and the lists behind larger figures.

    Args:
        made: The sections.
        material: What they are made from.
        veil: Tells whether a sentence may be shown whole.
    """
    of = material.by_id
    figures = {each.acts for line in lines(made) for each in rows(line)}
    kept = {act for acts in figures for act in acts[-MOST:]}
    notes = _shared((of[act], _note(of[act], material, veil)) for act in ids(map(of.__getitem__, kept)))
    numbers = {act: note.number for note in notes for act in note.acts}
    return notes, _row_sets(made, numbers, frozenset(each.id for each in (*material.contacts, *contacts(material.before))))


def lines(made: tuple[Section, ...]) -> Iterator[Line]:
    """Every line of text in ``made``, in order."""
    for section in made:
        for block in section.blocks:
            yield from _lines(block)


def rows(line: Line) -> Iterator[Rows]:
    """The figures of a line that rest on acts."""
    return (part for part in line if isinstance(part, Rows))


def address(url: str | None) -> str:
    """``url`` where it is one that a page may open, else nothing: no script, no file, no data."""
    return url if url and url.startswith(("http://", "https://")) else ""


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(line):
            yield line
        case Items(many):
            yield from many
        case Answers(pairs):
            yield from (line for _, line in pairs)
        case Table():
            yield from (cell for row in block.rows for cell in row)
        case Drawn():
            yield from _lines(block.table)


def _row_sets(made: tuple[Section, ...], numbers: dict[str, int], met: frozenset[str]) -> tuple[RowSet, ...]:
    found: dict[tuple[tuple[int, ...], int], str] = {}
    for line in lines(made):
        for each in rows(line):
            if len(each.acts) > INLINE:
                known = numbers.keys() & each.acts
                found.setdefault((tuple(sorted({numbers[act] for act in known})), len(each.acts)), _words(each, met, len(known)))
    return tuple(RowSet(f"R{n}", words, notes, size) for n, ((notes, size), words) in enumerate(found.items(), start=1))


def _words(of: Rows, met: frozenset[str], notes: int) -> str:
    """What a figure counts: contacts where all are, else acts; in its own words where it has any."""
    more = "" if notes == len(of.acts) else f"; notes of the latest {notes}, and all of them in the record"
    if of.words and not of.words.isdigit():
        return of.words[:1].lower() + of.words[1:] + more
    return count(len(of.acts), "contact" if met.issuperset(of.acts) else "act") + more


def _shared(given: Iterable[tuple[Entry, Note]]) -> tuple[Note, ...]:
    """Notes, numbered in their order; acts that a program read in the same words of the same pages share one."""
    found: dict[tuple[Report, ...] | str, Note] = {}
    for entry, note in given:
        key = note.reports if note.reports and all(map(by_machine, entry.events)) else entry.id
        before = found.get(key)
        if before is None:
            found[key] = msgspec.structs.replace(note, number=len(found) + 1)
        else:
            told = (
                before.act
                if note.act in (before.act, UNWORDED)
                else note.act
                if before.act == UNWORDED
                else f"{before.act}; {note.act}"
            )
            found[key] = msgspec.structs.replace(before, acts=(*before.acts, *note.acts), act=told)
    return tuple(found.values())


def _note(entry: Entry, material: Material, veil: Veil) -> Note:
    telling = [event for event in entry.events if not material.prudence.headed(event)] or entry.events
    shown = () if entry.silent else tuple(dict.fromkeys(_report(event, material, veil) for event in telling))
    known = entry.silent or not material.doubts(entry)
    return Note(0, (entry.id,), heading(entry, material) if known else UNWORDED, shown)


def heading(entry: Entry, material: Material) -> str:
    """The act in a sentence, with its page's day where it has none of its own; of what is silent, why its words are not given."""
    words = told(entry, material.case, material.about.country)
    if entry.silent:
        return words if entry.untold else f"{words}; its words are left out, as they would tell of contact with a side in arms"
    page = speaking(entry).document
    known = None if entry.date else published(page, page.id in material.hushed)
    return f"{words}, on a page of {day(known)}" if known else words


def _report(event: Event, material: Material, veil: Veil) -> Report:
    page, hushed = event.document, event.document.id in material.hushed
    if by_machine(event):
        # a program's evidence begins and ends where its grammar does
        of = reported(material, veil, event)
        own = of.whole or of.alone
        return Report(own, source(page.publisher), day(published(page, hushed)), leading(page, hushed))
    own, whole = quote(event), " ".join(material.prudence.sentences(event).split())
    # a few words torn from their sentence tell little; they stand alone where it may say more than is told
    torn = len(own.words.split()) < _FEW and own.words in whole and not hushed and not veil.ventures(whole, own.words)
    return Report(
        quote=Quote(cut(whole.translate(INNER))) if torn else own,
        publisher=source(page.publisher),
        published=day(published(page, hushed)),
        link=leading(page, hushed),
    )


def published(page: Document | DocumentRef, hushed: bool) -> str | None:
    """The day of publication as it may be told: of a page that is not to be led to the month."""
    return (page.published or "")[: len("2023-05")] or None if hushed else page.published


def leading(page: Document | DocumentRef, hushed: bool) -> Link:
    """The link to a page; without address and title where they may tell what is not told."""
    return (
        Link("page not named, as it may tell what is not told", "")
        if hushed
        else Link(page.title or page.key or "the page", address(page.url))
    )
