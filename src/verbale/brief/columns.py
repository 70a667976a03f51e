"""How wide the columns of a table are on paper: by what stands in them, so that a sentence is not set in the room of a number."""

from __future__ import annotations

from verbale.brief.page import Line, Rows, Table

_SHORT, _WIDEST = 15, 52
"""Characters within which a text is set on one line, and beyond which more of it makes a column no wider."""
_LINES = 5
"""Lines on which a long cell is set."""


def shares(table: Table) -> tuple[int, ...]:
    """Of each column what part of the width it takes, in characters: its longest word, and a long text on a few lines."""
    cells = [[_words(row[n]) for row in table.rows] for n in range(len(table.columns))]
    return tuple(_share(name, column) for name, column in zip(table.columns, cells, strict=True))


def _share(name: str, column: list[str]) -> int:
    longest = max((len(word) for text in (name, *column) for word in text.split()), default=1)
    text = max(map(len, column), default=0)
    return max(longest + 2, min(text, max(_SHORT, text // _LINES), _WIDEST))


def _words(line: Line) -> str:
    """What is read of a cell; of a figure's notes two short numbers."""
    return "".join(part if isinstance(part, str) else part.words or ("100 100" if isinstance(part, Rows) else "") for part in line)
