"""From material to a whole brief: the sections, with every event they rest on numbered and told in a note."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.brief.contents import sections
from verbale.brief.material import Material
from verbale.brief.page import Block, Brief, Drawn, Items, Line, Link, Note, Paragraph, Rows, RowSet, Section, Table
from verbale.brief.telling import act, quote, source
from verbale.brief.veil import Veil
from verbale.model import Event
from verbale.pictures.counting import ids
from verbale.pictures.words import count, day, span

INLINE = 3
"""Notes that are named where the figure stands; a figure that rests on more leads to its list."""

MACHINE_READ = "Machine-read, not reviewed. A program read the documents and nobody has checked what it found."
ALL_REVIEWED = "Reviewed. People accepted, corrected or entered every event that is counted here."
HAND_PICKED = (
    "Demonstration: documents chosen by hand, no sampling frame. "
    "Only counts are given, and they say nothing of how often things happen."
)


def compose(material: Material) -> Brief:
    """The brief of ``material`` with the names of people outside office covered in every text of it."""
    veil = Veil(material.readings, material.case)
    made = sections(material, veil)
    by_id = {event.id: event for event in material.every_event}
    numbers = {
        event: n for n, event in enumerate(ids(by_id[e] for line in lines(made) for r in rows(line) for e in r.events), start=1)
    }
    return veil.covered(
        Brief(
            title=f"Who engages whom: {material.about.title}",
            subtitle=_subtitle(material),
            warnings=(reviewed(material.events),) if material.sampled else (reviewed(material.events), HAND_PICKED),
            sections=made,
            row_sets=_row_sets(made, numbers),
            notes=tuple(_note(by_id[event], number, material) for event, number in numbers.items()),
            colophon=_colophon(material),
        )
    )


def reviewed(events: tuple[Event, ...]) -> str:
    """How much of what is counted a person has looked at."""
    seen = sum(1 for e in events if e.review and e.review.verdict != "unsure")
    if not seen:
        return MACHINE_READ
    if seen == len(events):
        return ALL_REVIEWED
    part = f"People reviewed {seen} of {count(len(events), 'event')}; nobody has checked the others."
    return f"Machine-read, reviewed in part. {part}"


def lines(made: tuple[Section, ...]) -> Iterator[Line]:
    """Every line of text in ``made``, in order."""
    for section in made:
        for block in section.blocks:
            yield from _lines(block)


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(line):
            yield line
        case Items(many):
            yield from many
        case Table():
            yield from (cell for row in block.rows for cell in row)
        case Drawn():
            yield from _lines(block.table)


def rows(line: Line) -> Iterator[Rows]:
    """The figures of a line that rest on events."""
    return (part for part in line if isinstance(part, Rows))


def _row_sets(made: tuple[Section, ...], numbers: dict[str, int]) -> tuple[RowSet, ...]:
    found: dict[tuple[str, ...], str] = {}
    for line in lines(made):
        for each in rows(line):
            if len(each.events) > INLINE:
                found.setdefault(each.events, each.words)
    return tuple(
        RowSet(f"R{n}", _words(words, events), tuple(sorted(numbers[e] for e in events)))
        for n, (events, words) in enumerate(found.items(), start=1)
    )


def _words(words: str, events: tuple[str, ...]) -> str:
    return count(len(events), "event") if words.isdigit() or not words else words


def _note(event: Event, number: int, material: Material) -> Note:
    document = event.document
    return Note(
        number=number,
        event=event.id,
        act=act(event, material.case, material.about.country),
        quote=quote(event),
        publisher=source(document.publisher),
        published=day(document.published),
        link=Link(document.title or document.key or "the page", address(document.url)),
    )


def address(url: str | None) -> str:
    """``url`` where it is one that a page may open, else nothing: no script, no file, no data."""
    return url if url and url.startswith(("http://", "https://")) else ""


def _subtitle(material: Material) -> str:
    dates = sorted(d.published for d in material.documents if d.published)
    return f"Public reporting {span(dates[0], dates[-1])}" if dates else "Public reporting, undated"


def _colophon(material: Material) -> str:
    coders = sorted({reading.coder for reading in material.readings if reading.coder})
    newest = max((d.published for d in material.documents if d.published), default=None)
    by = f"Coded by {', '.join(coders)}. " if coders else ""
    return f"{by}The newest document is {'undated' if newest is None else f'of {day(newest)}'}. Made with Verbale."
