"""Matrices: who asked what, and how far each tool went."""

from __future__ import annotations

from typing import Any

from verbale.analysis.answer import Answer
from verbale.pictures import style
from verbale.pictures.answers.making import has, pictured
from verbale.pictures.picture import Picture
from verbale.pictures.words import capital

_ROWS, _COLUMNS = 12, 8


def voices(answer: Answer) -> Picture | None:
    """Speakers by topic; ``None`` where nothing was asked. The rarest speakers and topics are in the table only."""
    if not has(answer, "asks"):
        return None
    table = next(each for each in answer.tables if each.name == "asks")
    cells = {(str(who), str(topic)): int(n or 0) for who, topic, n, _ in table.rows}
    return pictured(answer, "asks", _matrix(cells), "Who asked what")


def pressure(answer: Answer) -> Picture | None:
    """Tools by how far they went; ``None`` where none is named."""
    if not has(answer, "states"):
        return None
    table = next(each for each in answer.tables if each.name == "states")
    cells = {
        (capital(str(row[0])), head): int(n or 0) for row in table.rows for head, n in zip(table.columns[1:], row[1:], strict=True)
    }
    return pictured(answer, "states", _matrix(cells, by_size=False), "How far each tool went")


def _matrix(cells: dict[tuple[str, str], int], *, by_size: bool = True) -> dict[str, Any]:
    rows, columns = (_order([(key[n], size) for key, size in cells.items()], by_size) for n in (0, 1))
    left = style.cut(len(rows), _ROWS, "rows") or style.cut(len(columns), _COLUMNS, "columns")
    rows, columns = rows[:_ROWS], columns[:_COLUMNS]
    data = [
        {"row": r, "column": c, "n": cells.get((r, c), 0), "label": str(cells.get((r, c), 0) or "")} for r in rows for c in columns
    ]
    most = max([*cells.values(), 1])
    axis = {"title": None, "ticks": False, "domain": False}
    x = {
        "field": "column",
        "type": "nominal",
        "sort": columns,
        "axis": {**axis, "orient": "top", "labelAngle": -50, "labelLimit": 110},
    }
    y = {"field": "row", "type": "nominal", "sort": rows, "axis": axis}
    colour = {"field": "n", "type": "quantitative", "scale": {"domain": [0, most], "range": list(style.RAMP)}, "legend": None}
    squares = {"mark": {"type": "rect", "stroke": style.PALE, "strokeWidth": 2}, "encoding": {"x": x, "y": y, "color": colour}}
    ink = {"condition": {"test": f"datum.n > {most * 0.5}", "value": style.PALE}, "value": style.INK}
    figures = {"mark": {"type": "text", "fontSize": 11}, "encoding": {"x": x, "y": y, "text": {"field": "label"}, "color": ink}}
    return style.chart(data, width=min(style.WIDTH - 140, 60 * len(columns)), height={"step": 22}, layer=[squares, figures], **left)


def _order(sized: list[tuple[str, int]], by_size: bool) -> list[str]:
    totals: dict[str, int] = {}
    for name, n in sized:
        totals[name] = totals.get(name, 0) + n
    return sorted(totals, key=lambda name: (-totals[name], name)) if by_size else list(totals)
