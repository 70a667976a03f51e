"""Reactions by day from the occasion, with what is to be expected of a day."""

from __future__ import annotations

from verbale.analysis.answer import Answer
from verbale.analysis.reactions import Reactions
from verbale.analysis.reactions.occasions import WINDOW
from verbale.pictures import style
from verbale.pictures.answers.making import domain, pictured
from verbale.pictures.picture import Picture


def reactions(found: Reactions, answer: Answer) -> Picture | None:
    """All occasions laid over each other; ``None`` without a sampling frame."""
    study = found.study
    if study is None:
        return None
    expected = study.expected / (WINDOW + 1)
    days = range(-WINDOW, WINDOW + 1)
    data = [
        {"day": day, "n": n, "side": "before" if day < 0 else "from the occasion on", "expected": round(expected, 3)}
        for day, n in zip(days, study.lags, strict=True)
    ]
    x = {"field": "day", "type": "quantitative", "scale": {"domain": [-WINDOW - 1, WINDOW + 1], "nice": False}}
    x["axis"] = {"title": "days from the occasion", "values": [-14, -7, 0, 7, 14], "grid": False}
    y = {"field": "n", "type": "quantitative", "scale": {"domain": domain([*study.lags, expected], 1.1)}}
    y["axis"] = {"title": "reactions", "tickMinStep": 1, "tickCount": 4, "domain": False}
    sides = ["before", "from the occasion on"]
    fill = {
        "field": "side", "type": "nominal", "scale": {"domain": sides, "range": [style.PALE, style.DEEP]},
        "legend": {"orient": "top", "title": None, "symbolType": "square", "symbolStrokeColor": style.DEEP},
    }  # fmt: skip
    bars = {
        "transform": [style.DRAWN],
        "mark": {"type": "bar", "stroke": style.DEEP, "strokeWidth": 1, "width": 6},
        "encoding": {"x": x, "y": y, "fill": fill},
    }
    line = {
        "mark": {"type": "line", "color": style.INK, "strokeWidth": 2, "strokeDash": [5, 3]},
        "encoding": {"x": x, "y": {**y, "field": "expected"}},
    }
    spec = style.chart(data, width=style.WIDTH - 60, height=150, layer=[bars, line])
    return pictured(answer, "lags", spec, "Reactions by day; the broken line is what is to be expected")
