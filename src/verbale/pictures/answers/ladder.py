"""The ladder: every party's acts by date, higher steps darker, with the step written beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from verbale.analysis.answer import Answer
from verbale.analysis.recognition import Recognition, Standing
from verbale.catalogue import labels
from verbale.pictures import style
from verbale.pictures.answers.making import has, pictured
from verbale.pictures.picture import Picture
from verbale.pictures.words import capital

_ROWS = 16
_FROM = 4


def ladder(found: Recognition, answer: Answer) -> Picture | None:
    """Dated acts from the fourth step up; ``None`` where there are none. A step is written where the party first gets so far."""
    if not has(answer, "acts"):
        return None
    every = [each for each in found.standings if each.highest.step.number >= _FROM]
    shown = every[:_ROWS]
    data = [point for each in shown for point in _points(each)]
    if not data:
        return None
    order = [capital(labels.narrow(each.party)) for each in shown]
    x = {
        "field": "date",
        "type": "temporal",
        "scale": {"padding": 14},
        "axis": {"title": None, "format": "%Y", "tickCount": 5, "grid": True},
    }
    y = {"field": "who", "type": "nominal", "sort": order, "axis": {"title": None, "ticks": False, "domain": False, "grid": True}}
    fill = {
        "field": "step",
        "type": "quantitative",
        "scale": {"domain": [_FROM - 1, 10], "range": list(style.RAMP)},
        "legend": None,
    }
    dots = {
        "mark": {"type": "circle", "size": 90, "opacity": 1, "stroke": style.DEEP, "strokeWidth": 1},
        "encoding": {"x": x, "y": y, "color": fill},
    }
    names = {"mark": {"type": "text", "dy": -11, "fontSize": 9}, "encoding": {"x": x, "y": y, "text": {"field": "label"}}}
    spec = style.chart(
        data, width=style.WIDTH - 130, height={"step": 30}, layer=[dots, names], **style.cut(len(every), _ROWS, "parties")
    )
    return pictured(answer, "acts", spec, "Acts on the ladder, by date; L10 is the highest step")


def _points(each: Standing) -> Iterator[dict[str, Any]]:
    """One point for each day: acts of one day would hide each other. A step is written where the party first gets so far."""
    days: dict[str, set[int]] = {}
    for act in each.acts:
        if act.step.number >= _FROM and len(act.date) >= 7:
            days.setdefault(act.date, set()).add(act.step.number)
    highest = 0
    for day, steps in sorted(days.items()):
        fresh = sorted(step for step in steps if step > highest)
        highest = max(highest, *steps)
        yield {
            "who": capital(labels.narrow(each.party)),
            "date": day,
            "step": max(steps),
            "label": ", ".join(f"L{step}" for step in fresh),
        }
