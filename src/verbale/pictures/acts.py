"""Types of acts by what became of them: done, intended, or not done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from verbale.analysis.entries import Entry
from verbale.pictures import style
from verbale.pictures.counting import Case, counted, ids, kind
from verbale.pictures.picture import Picture
from verbale.pictures.words import capital, number
from verbale.saying import numbered, said

_FATES: dict[str, tuple[str, ...]] = {
    "happened": ("happened", "ongoing"),
    "intended": ("planned", "proposed"),
    "not done": ("refused", "denied", "cancelled"),
}
_FATE_OF = {status: fate for fate, statuses in _FATES.items() for status in statuses}
_FILLS = (style.DEEP, "#9fb0ba", style.PALE)


def acts(entries: Sequence[Entry], case: Case) -> Picture | None:  # noqa: ARG001 - every picture takes the case
    """Acts by type and by what became of them; ``None`` where there are none."""
    groups = _grouped(counted(entries))
    if not groups:
        return None
    return Picture(
        name="acts",
        title="Acts by type and by what became of them",
        finding=_finding(groups),
        table=tuple(
            {"Type": name.capitalize(), "What became of it": fate, "Acts": len(found)} for (name, fate), found in groups.items()
        ),
        sources=tuple(ids(found) for found in groups.values()),
        spec=_spec(groups),
        unit="acts",
        counting_rule=(
            "Every act that touches the case, once however many documents report it. Happened: done or going on. "
            "Intended: planned or proposed. Not done: refused, denied or called off. "
            "Other contact is within one side, or with somebody not named; no count of contacts takes it in."
        ),
    )


_Groups = dict[tuple[str, str], list[Entry]]


def _grouped(entries: Sequence[Entry]) -> _Groups:
    found: _Groups = {}
    for each in entries:
        found.setdefault((kind(each), _FATE_OF[each.status]), []).append(each)
    sizes = Counter[str]()
    for (name, _), of in found.items():
        sizes[name] += len(of)
    order, fates = sorted(sizes, key=lambda name: (-sizes[name], name)), list(_FATES)
    return dict(sorted(found.items(), key=lambda item: (order.index(item[0][0]), fates.index(item[0][1]))))


def _finding(groups: _Groups) -> str:
    totals = {fate: sum(len(of) for (_, f), of in groups.items() if f == fate) for fate in _FATES}
    done, intended, undone = totals.values()
    one, many = "{number} act was reported as done or going on", "{number} acts were reported as done or going on"
    return said(
        "{done}, {intended} as planned or proposed, and {undone} as refused, denied or called off.",
        done=numbered(done, one, many, number=capital(number(done))),
        intended=numbered(intended, "{number} act", "{number} acts", number=number(intended)),
        undone=numbered(undone, "{number} act", "{number} acts", number=number(undone)),
    )


def _spec(groups: _Groups) -> dict[str, Any]:
    kinds = list(dict.fromkeys(name for name, _ in groups))
    most = max(len(found) for found in groups.values())
    data = [
        {"type": name.capitalize(), "fate": fate, "n": n, "label": str(n) if n else ""}
        for name in kinds
        for fate in _FATES
        for n in [len(groups.get((name, fate), ()))]
    ]
    fates = list(_FATES)
    y = {
        "field": "type",
        "type": "nominal",
        "sort": [name.capitalize() for name in kinds],
        "axis": {"title": None, "ticks": False, "domainColor": style.MUTED},
    }
    x = {"field": "n", "type": "quantitative", "scale": {"domain": [0, most * 1.35]}, "axis": None}
    fill = {"field": "fate", "type": "nominal", "scale": {"domain": fates, "range": list(_FILLS)}, "legend": None}
    bars = {
        "transform": [style.DRAWN],
        "mark": {"type": "bar", "stroke": style.DEEP, "strokeWidth": 1, "height": 11},
        "encoding": {"x": x, "y": y, "fill": fill},
    }
    figures = {"mark": {"type": "text", "align": "left", "dx": 3}, "encoding": {"x": x, "y": y, "text": {"field": "label"}}}
    column = {
        "field": "fate",
        "type": "nominal",
        "sort": fates,
        "title": None,
        "header": {"labelLimit": 90, "labelFontSize": 9, "labelAnchor": "start"},
    }
    return style.chart(
        data,
        facet={"column": column},
        spec={"width": 76, "height": {"step": 19}, "layer": [bars, figures]},
        spacing=6,
        resolve={"scale": {"x": "shared"}},
    )
