"""From an answer's table to a picture: the words are the answer's, only the drawing is made here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbale.analysis.answer import Answer, Table
from verbale.pictures.picture import Cell, Picture


def pictured(answer: Answer, name: str, spec: dict[str, Any], title: str) -> Picture:
    """The picture of one table of an answer.

    Args:
        answer: The answer.
        name: The name of its table that is drawn.
        spec: The drawing.
        title: What the picture is called.
    """
    table = next(each for each in answer.tables if each.name == name)
    return Picture(
        name=f"{answer.name}-{name}",
        title=title,
        finding=answer.finding,
        table=rows(table),
        sources=table.entries,
        spec=spec,
        unit=answer.unit,
        counting_rule=answer.rule,
        coverage=f"{answer.coverage} {answer.reviewed[:1].upper()}{answer.reviewed[1:]}.",
        limits=answer.caveats,
    )


def rows(table: Table) -> tuple[dict[str, Cell], ...]:
    """The rows of a table by the heads of its columns."""
    return tuple({head: _cell(cell) for head, cell in zip(table.columns, row, strict=True)} for row in table.rows)


def has(answer: Answer, name: str) -> bool:
    """Whether an answer has a table of that name with anything in it."""
    return any(each.name == name and each.rows for each in answer.tables)


def domain(values: Sequence[float], room: float = 1.0) -> list[float]:
    """A scale from nought to the largest value, with room for figures beyond it."""
    return [0, max([*values, 1]) * room]


def _cell(cell: object) -> Cell:
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return cell if isinstance(cell, int) else str(cell)
