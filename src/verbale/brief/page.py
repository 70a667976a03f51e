"""What a brief consists of before it is written out in any format: sections of paragraphs, lists, tables and pictures."""

from __future__ import annotations

import msgspec

from verbale.pictures.picture import Picture


class Rows(msgspec.Struct, frozen=True, tag=True):
    """Words that rest on acts, in their order: a figure with its unit, or a sentence's end. A writer links them to the notes."""

    words: str
    acts: tuple[str, ...]


class Quote(msgspec.Struct, frozen=True, tag=True):
    """Somebody's own words, to be set in quotation marks."""

    words: str
    language: str = "en"


class Link(msgspec.Struct, frozen=True, tag=True):
    """Words that open an address. An empty address is one that may not be shown."""

    words: str
    url: str


Inline = str | Rows | Quote | Link
Line = tuple[Inline, ...]


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """Sentences."""

    line: Line


class Items(msgspec.Struct, frozen=True, tag=True):
    """A list."""

    lines: tuple[Line, ...]


class Answers(msgspec.Struct, frozen=True, tag=True):
    """What a reader asks first, each question in a few words with its answer."""

    pairs: tuple[tuple[str, Line], ...]


class Table(msgspec.Struct, frozen=True, tag=True):
    """A table; ``numeric`` holds the positions of columns of figures."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numeric: tuple[int, ...] = ()


class Drawn(msgspec.Struct, frozen=True, tag=True):
    """A picture with the table that says the same; ``repeats`` where another table of the brief has said it already."""

    picture: Picture
    table: Table
    repeats: bool = False


Block = Paragraph | Items | Answers | Table | Drawn


class Section(msgspec.Struct, frozen=True):
    """A part of the brief under a heading; ``name`` is its anchor."""

    name: str
    title: str
    blocks: tuple[Block, ...]


class Report(msgspec.Struct, frozen=True):
    """One report of an act: its words, and whose account it is, with the page's address."""

    quote: Quote
    publisher: str
    published: str
    link: Link


class Note(msgspec.Struct, frozen=True):
    """One act, or several that the same words tell, as a note: what it is, and every report of it.

    There is none where it may not be told closely. ``acts`` are their ids.
    """

    number: int
    acts: tuple[str, ...]
    act: str
    reports: tuple[Report, ...]


class RowSet(msgspec.Struct, frozen=True):
    """The numbers of the notes behind a figure that rests on too many acts to name in passing; ``size`` is how many acts it has."""

    name: str
    words: str
    notes: tuple[int, ...]
    size: int


class Brief(msgspec.Struct, frozen=True):
    """A whole brief, ready to be written: every act that a ``Rows`` in it names has its note."""

    title: str
    subtitle: str
    warnings: tuple[str, ...]
    sections: tuple[Section, ...]
    row_sets: tuple[RowSet, ...]
    notes: tuple[Note, ...]
    colophon: str


def text(*parts: Inline) -> Paragraph:
    """A paragraph of ``parts``, leaving out empty ones."""
    return Paragraph(tuple(part for part in parts if part != ""))


def kind(block: Block) -> str:
    """What a block is, by the word that the templates know: ``paragraph``, ``items``, ``answers``, ``table``, ``drawn``."""
    return type(block).__name__.lower()
