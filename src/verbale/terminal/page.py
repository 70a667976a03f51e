"""The brief as a terminal shows it: words, lists and tables; pictures as their findings.

The notes stay in the files, and so do the tables of the pictures. A quotation therefore has its page behind it, and a table of long
texts is a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from verbale.brief.page import Answers, Block, Brief, Drawn, Inline, Items, Line, Link, Note, Paragraph, Quote, Rows, Section, Table
from verbale.terminal.words import line

_LONG = 60
"""Code points of a cell from which its table is written as a list: columns would be too narrow to read."""
_PLAIN = ("Notes", "Page", "Date", "When", "Whose word")
"""How columns begin of which the cells say by themselves what they are."""
_NOTES = "The notes, with the words and the page behind every figure, and the tables of the pictures are in the written files."


def page(brief: Brief) -> RenderableType:
    """The whole brief but its notes."""
    head = [Text(line(brief.title), "bold"), Text(line(brief.subtitle)), *(Text(line(w), "bold") for w in brief.warnings)]
    writer = _Writer({act: note for note in brief.notes for act in note.acts})
    sections = (part for section in brief.sections for part in writer.section(section))
    foot = f"{_NOTES} {brief.colophon}" if brief.notes else brief.colophon
    return Group(*head, *sections, Text(), Text(line(foot)))


class _Writer:
    """Writes blocks, knowing the pages of the acts."""

    def __init__(self, notes: Mapping[str, Note]) -> None:
        self._notes = notes
        self._told: set[tuple[str, str, str]] = set()
        pages = {(r.publisher, r.published, r.link.words) for note in notes.values() for r in note.reports}
        self._alike = Counter((publisher, day) for publisher, day, _ in pages)

    def section(self, section: Section) -> Iterator[RenderableType]:
        yield Text()
        yield Rule(Text(line(section.title), "bold"), align="left", characters="─")
        for block in section.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[RenderableType]:
        match block:
            case Paragraph():
                yield Text(self._words(block.line))
            case Items():
                for each in block.lines:
                    yield _item(self._words(each))
            case Answers():
                for words, each in block.pairs:
                    yield Text.assemble((f"{line(words)}. ", "bold"), self._words(each))
            case Table():
                yield from self._table(block)
            case Drawn():
                yield Text()
                yield Text(line(block.picture.title), "bold")
                yield Text(line(block.picture.finding))
                # a page without notes stands by itself: its pictures are read nowhere else
                yield from () if block.repeats or self._notes else self._table(block.table)

    def _table(self, table: Table) -> Iterator[RenderableType]:
        rows = [self._cells(row, counting=bool(table.numeric)) for row in table.rows]
        if any(len(cell) > _LONG for row in rows for cell in row):
            yield Text(line(table.caption), "italic")
            for given, row in zip(table.rows, rows, strict=True):
                quoted = [any(isinstance(part, Quote) for part in cell) for cell in given]
                yield _item(_record(table.columns, row, quoted))
        else:
            yield _grid(table, rows)

    def _cells(self, row: Sequence[Line], *, counting: bool) -> list[str]:
        """The cells in words; the page of what is quoted in place of its notes, but of a count or where the row links to it."""
        parts = [part for cell in row for part in cell]
        paged = (
            not counting and any(isinstance(part, Quote) for part in parts) and not any(isinstance(part, Link) for part in parts)
        )
        return [self._source(cell[0]) if paged and _noted(cell) else self._words(cell) for cell in row]

    def _words(self, given: Line) -> str:
        told: list[str] = []
        quoted, last = False, ""
        for part in given:
            told.append(_inline(part))
            if isinstance(part, Rows):
                source = self._source(part) if quoted else ""
                told.append(f" ({source})" if source and source != last else "")
                quoted, last = False, source or last
            quoted = quoted or isinstance(part, Quote)
        return line("".join(told))

    def _source(self, part: Inline) -> str:
        """The pages of the acts behind a figure: publisher and day, and the heading of a page that was not told before."""
        notes = [self._notes[act] for act in part.acts if act in self._notes] if isinstance(part, Rows) else []
        pages = dict.fromkeys((r.publisher, r.published, r.link.words) for note in notes for r in note.reports)
        return "; ".join(map(self._page, pages))

    def _page(self, page: tuple[str, str, str]) -> str:
        publisher, day, title = page
        known = page in self._told and self._alike[publisher, day] == 1
        self._told.add(page)
        return f"{publisher}, {day}" if known else f"{publisher}, {day}: {title}"


def _noted(cell: Line) -> bool:
    return len(cell) == 1 and isinstance(cell[0], Rows) and not cell[0].words


def _item(words: str) -> RenderableType:
    return Padding(Text(f"- {words}"), (0, 0, 0, 2))


def _record(columns: Sequence[str], row: Sequence[str], quoted: Sequence[bool]) -> str:
    """A row as a sentence: the first cell, then each other under its column's name; words that are quoted, and pages, have none."""
    cells = [row[0]]
    for name, cell, plain in zip(columns[1:], row[1:], quoted[1:], strict=True):
        named = not plain and not name.startswith(_PLAIN)
        cells += [f"{name[:1].lower()}{name[1:]}: {cell}" if named else cell] if cell else []
    return "; ".join(cells)


def _grid(table: Table, rows: Sequence[Sequence[str]]) -> Grid:
    grid = Grid(title=line(table.caption), title_justify="left", title_style="italic", box=box.SIMPLE_HEAD, pad_edge=False)
    # a column of links to notes has no words
    shown = [n for n in range(len(table.columns)) if any(row[n] for row in rows)]
    for n in shown:
        longest = max(len(word) for text in (table.columns[n], *(row[n] for row in rows)) for word in text.split() or [""])
        grid.add_column(line(table.columns[n]), justify="right" if n in table.numeric else "left", min_width=longest)
    for row in rows:
        grid.add_row(*(Text(row[n]) for n in shown))
    return grid


def _inline(part: Inline) -> str:
    match part:
        case Rows() | Link():
            return part.words
        case Quote():
            return f"“{part.words}”"
        case _:
            return part
