"""The reliability curve: how often events are right at each level of confidence."""

from __future__ import annotations

from typing import Any

from verbale.pictures import Picture, style
from verbale.pictures.words import count
from verbale.scoring.calibration import Calibration

_SIZE = 220


def reliability(fit: Calibration) -> Picture:
    """The levels of confidence with the share of right events at each, against the line on which the two are equal."""
    surest = fit.bins[-1]
    return Picture(
        name="reliability",
        title="How often events are right, by their confidence",
        finding=f"{surest.right:.0%} of {count(surest.events, 'event')} at the highest level ({surest.confidence:.2f}) were right.",
        table=tuple(
            {
                "confidence": f"{b.low:.1f}-{b.high:.1f}",
                "events": b.events,
                "mean": f"{b.confidence:.2f}",
                "right": f"{b.right:.2f}",
            }
            for b in fit.bins
        ),
        sources=tuple(() for _ in fit.bins),
        spec=_spec(fit),
        unit="events",
        counting_rule="Right: an act of the gold answers to it leniently. On the dashed line confidence is what it says.",
    )


def _spec(fit: Calibration) -> dict[str, Any]:
    points = [{"confidence": b.confidence, "right": b.right, "n": b.events} for b in fit.bins]
    even = [{"confidence": end, "right": end} for end in (0, 1)]
    encoding = {name: _axis(name, title) for name, title in (("confidence", "mean confidence"), ("right", "share that is right"))}
    channels = {"x": encoding["confidence"], "y": encoding["right"]}
    line = {"data": {"values": even}, "mark": {"type": "line", "strokeDash": [4, 3], "color": style.MUTED}, "encoding": channels}
    size = {"field": "n", "type": "quantitative", "legend": None, "scale": {"range": [30, 220]}}
    dots = {"mark": {"type": "point", "filled": True, "color": style.DEEP, "opacity": 1}, "encoding": {**channels, "size": size}}
    curve = {"mark": {"type": "line", "color": style.DEEP}, "encoding": channels}
    return style.chart(points, width=_SIZE, height=_SIZE, layer=[line, curve, dots])


def _axis(field: str, title: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "scale": {"domain": [0, 1]}, "title": title}
