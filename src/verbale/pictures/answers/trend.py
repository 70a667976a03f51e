"""A trend by week: baseline pale, window dark, with the mean of each as a line."""

from __future__ import annotations

from datetime import date

from verbale.analysis.answer import Answer
from verbale.analysis.trend import Trend
from verbale.pictures import style
from verbale.pictures.answers.making import domain, pictured
from verbale.pictures.picture import Picture

_SIDES = ("baseline", "window")


def trend(found: Trend, answer: Answer) -> Picture | None:
    """The weeks of a trend; ``None`` where nothing was counted."""
    if not found.series.hits:
        return None
    weeks = [
        {"week": date.fromordinal(w.first).isoformat(), "n": w.count, "side": _SIDES[w.inside], "mean": _mean(found, w.inside)}
        for w in found.series.weeks
    ]
    y = {"field": "n", "type": "quantitative", "scale": {"domain": domain([w.count for w in found.series.weeks], 1.1)}}
    y["axis"] = {"title": f"{answer.unit} a week", "tickMinStep": 1, "tickCount": 4, "domain": False}
    x = {
        "field": "week",
        "type": "temporal",
        "axis": {"title": None, "format": "%b %Y", "labelAngle": 0, "tickCount": 4, "grid": False},
    }
    fill = {
        "field": "side", "type": "nominal", "scale": {"domain": list(_SIDES), "range": [style.PALE, style.DEEP]},
        "legend": {"orient": "top", "title": None, "symbolType": "square", "symbolStrokeColor": style.DEEP},
    }  # fmt: skip
    width = max(2, int(230 / max(len(weeks), 1)))
    bars = {
        "transform": [style.DRAWN],
        "mark": {"type": "bar", "stroke": style.DEEP, "strokeWidth": 1, "width": width},
        "encoding": {"x": x, "y": y, "fill": fill},
    }
    means = {
        "mark": {"type": "line", "color": style.INK, "strokeWidth": 2, "strokeDash": [5, 3]},
        "encoding": {"x": x, "y": {**y, "field": "mean"}, "detail": {"field": "side", "type": "nominal"}},
    }
    spec = style.chart(weeks, width=style.WIDTH - 60, height=150, layer=[bars, means])
    return pictured(answer, "weeks", spec, f"By week; the broken lines are the means. {found.verdict.capitalize()}")


def _mean(found: Trend, inside: bool) -> float:
    count, days, _ = found.series.sums(inside)
    return round(7 * count / days, 3) if days else 0.0
