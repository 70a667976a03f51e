"""The brief as a terminal shows it: words, lists and tables; pictures as their findings; the notes stay in the files."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from verbale.brief.page import Answers, Block, Brief, Drawn, Items, Line, Link, Paragraph, Quote, Rows, Section, Table
from verbale.terminal.words import line


def page(brief: Brief) -> RenderableType:
    """The whole brief but its notes."""
    head = [Text(line(brief.title), "bold"), Text(line(brief.subtitle)), *(Text(line(w), "bold") for w in brief.warnings)]
    sections = (part for section in brief.sections for part in _section(section))
    return Group(*head, *sections, Text(), Text(line(brief.colophon)))


def _section(section: Section) -> Iterator[RenderableType]:
    yield Text()
    yield Rule(Text(line(section.title), "bold"), align="left", characters="─")
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[RenderableType]:
    match block:
        case Paragraph():
            yield Text(_words(block.line))
        case Items():
            for each in block.lines:
                yield Padding(Text(f"- {_words(each)}"), (0, 0, 0, 2))
        case Answers():
            for words, each in block.pairs:
                yield Text.assemble((f"{line(words)}. ", "bold"), _words(each))
        case Table():
            yield _grid(block)
        case Drawn():
            yield Text()
            yield Text(line(block.picture.title), "bold")
            yield Text(line(block.picture.finding))
            yield _grid(block.table)


def _grid(table: Table) -> Grid:
    grid = Grid(title=line(table.caption), title_justify="left", title_style="italic", box=box.SIMPLE_HEAD, pad_edge=False)
    rows = [[_words(cell) for cell in row] for row in table.rows]
    # a column of links to notes has no words
    shown = [n for n in range(len(table.columns)) if any(row[n] for row in rows)]
    for n in shown:
        grid.add_column(line(table.columns[n]), justify="right" if n in table.numeric else "left")
    for row in rows:
        grid.add_row(*(Text(row[n]) for n in shown))
    return grid


def _words(given: Line) -> str:
    return line("".join(_inline(part) for part in given))


def _inline(part: str | Rows | Quote | Link) -> str:
    match part:
        case Rows() | Link():
            return part.words
        case Quote():
            return f"“{part.words}”"
        case _:
            return part
