"""One calm style for every chart: ink on paper, readable at the width of a phone, told apart without colour."""

from __future__ import annotations

from typing import Any

INK = "#22262b"
MUTED = "#5b6168"
LINE = "#d9d6cf"
DEEP = "#2f4858"
PALE = "#ffffff"
RAMP = ("#eef1f2", "#2f4858")
WIDTH = 330
"""The width in pixels that a chart is drawn for, labels and all; it grows with the page, never the reverse."""

DRAWN = {"filter": "datum.n > 0"}
"""Keeps an empty bar from being drawn as a stroke, which would read as a small count."""

_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

CONFIG: dict[str, Any] = {
    "aria": False,
    "background": "transparent",
    "font": _FONT,
    "padding": {"left": 16, "right": 6, "top": 4, "bottom": 4},
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "labelFontSize": 11, "titleColor": MUTED, "titleFontSize": 11, "titleFontWeight": "normal",
        "domainColor": MUTED, "tickColor": MUTED, "gridColor": LINE, "labelLimit": 150,
    },
    "header": {"labelColor": INK, "labelFontSize": 11, "titleColor": MUTED, "titleFontSize": 11},
    "legend": {"labelColor": INK, "labelFontSize": 11, "titleColor": MUTED, "symbolStrokeWidth": 1},
    "text": {"color": INK, "fontSize": 10},
}  # fmt: skip


def cut(whole: int, drawn: int, what: str) -> dict[str, Any]:
    """The line below a drawing that says how many rows it leaves to its table; nothing where it leaves none.

    Args:
        whole: Rows that there are.
        drawn: Rows that are drawn.
        what: What a row is of, in the plural.
    """
    if whole <= drawn:
        return {}
    words = f"{whole - drawn} more {what}: in the table"
    return {"title": {"text": words, "orient": "bottom", "color": MUTED, "fontSize": 10, "fontWeight": "normal", "offset": 8}}


def chart(data: list[dict[str, Any]], **body: Any) -> dict[str, Any]:
    """A specification over ``data`` in the house style."""
    schema = "https://vega.github.io/schema/vega-lite/v6.json"
    return {"$schema": schema, "data": {"values": data}, "config": CONFIG, **body}
