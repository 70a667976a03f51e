"""An answer as lines: verdict and finding first, then figures, then what they rest on and what speaks against them."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.analysis.answer import Answer, Cell, Table

_ROWS = 40
"""Rows of a table that are shown; all of them are in the JSON."""
_WIDE = 60


def answer_lines(answer: Answer, *, rows: bool = False) -> Iterator[str]:
    """The lines of an answer.

    Args:
        answer: What is answered.
        rows: With the words behind the figures.
    """
    yield answer.title
    yield f"  {answer.finding}"
    for table in answer.tables:
        yield ""
        yield from _table(table)
    yield ""
    yield f"Counted: {answer.unit}. {answer.rule[:1].upper()}{answer.rule[1:].rstrip('.')}; {answer.reviewed}."
    yield answer.coverage
    if answer.refused:
        yield f"Refused: {answer.refused.rstrip('.')}."
    yield from (f"Note: {each}" for each in answer.caveats)
    if rows:
        yield ""
        for each in answer.words:
            mark = "reviewed" if each.reviewed else "machine-read"
            yield f"{each.entry}  {each.date or 'undated'}  “{each.words}” {each.publisher} {each.url} ({each.event[:12]}, {mark})"


def _table(table: Table) -> Iterator[str]:
    shown = [[_cell(cell) for cell in row] for row in table.rows[:_ROWS]]
    widths = [max(map(len, column)) for column in zip(table.columns, *shown, strict=True)]
    right = [bool(table.rows) and all(isinstance(row[n], int | float | None) for row in table.rows) for n in range(len(widths))]
    yield table.caption
    for cells in (table.columns, *shown):
        padded = (c.rjust(w) if r else c.ljust(w) for c, w, r in zip(cells, widths, right, strict=True))
        yield f"  {'  '.join(padded)}".rstrip()
    if len(table.rows) > _ROWS:
        yield f"  {len(table.rows) - _ROWS} rows more: --json has them"


def _cell(cell: Cell) -> str:
    if cell is None:
        return "–"
    text = f"{cell:.2f}" if isinstance(cell, float) else str(cell)
    return text if len(text) <= _WIDE else f"{text[: _WIDE - 1]}…"
