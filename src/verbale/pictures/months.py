"""Contact by month: the authority's side and everyone else's, month below the same month of other years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbale.analysis.entries import Entry
from verbale.pictures import style
from verbale.pictures.counting import SIDES, Case, Side, contacts, ids, sides
from verbale.pictures.picture import Picture
from verbale.pictures.words import MONTHS, capital, day, number
from verbale.saying import dated, numbered, said

_LETTERS = [name[0] for name in MONTHS]
_FILL: dict[Side, str] = {"authority": style.DEEP, "others": style.PALE}


def months(entries: Sequence[Entry], case: Case) -> Picture | None:
    """Engagements per month and side; ``None`` where none has a month."""
    groups = _grouped(contacts(entries))
    if not groups:
        return None
    names = side_names(case)
    return Picture(
        name="months",
        title="Contact by month",
        finding=_finding(groups, names),
        table=tuple(
            {"Month": day(month), "With": capital(names[on].removeprefix("the ")), "Contacts": len(found)}
            for (month, on), found in groups.items()
        ),
        sources=tuple(ids(found) for found in groups.values()),
        spec=_spec(groups, names),
        unit="contacts",
        counting_rule=(
            "Contact that took place or goes on, each occasion once however many documents report it, by its month. "
            "A contact with both sides present counts on both. "
            "Those without a month are left out, and years without any are not drawn."
        ),
    )


def side_names(case: Case) -> dict[Side, str]:
    """What the two sides are called."""
    return {"authority": "the authorities", "others": f"other {case.people}" if case.country else case.people}


_Groups = dict[tuple[str, Side], list[Entry]]


def _grouped(entries: Sequence[Entry]) -> _Groups:
    found: _Groups = {}
    for each in entries:
        if len(each.date) >= 7:
            for on in sides(each):
                found.setdefault((each.date[:7], on), []).append(each)
    return dict(sorted(found.items()))


def _finding(groups: _Groups, names: dict[Side, str]) -> str:
    parts = []
    for on in SIDES:
        sizes = {month: len(found) for (month, at), found in groups.items() if at == on}
        if sizes:
            most = max(sizes.values())
            first = next(month for month, n in sizes.items() if n == most)
            ties = sum(n == most for n in sizes.values())
            month: str = dated(first, day(first))
            if ties > 1:
                month = said("{number} months alike, {first} the first", n=ties, number=number(ties), first=month)
            one, many = "{number} contact with {side} ({month})", "{number} contacts with {side} ({month})"
            parts.append(numbered(most, one, many, number=number(most), side=names[on], month=month))
    if len(parts) == 1:
        return said("The largest monthly count is {count}.", count=parts[0])
    return said("The largest monthly count is {count} and {other}.", count=parts[0], other=parts[1])


def _spec(groups: _Groups, names: dict[Side, str]) -> dict[str, Any]:
    years = sorted({month[:4] for month, _ in groups})
    data = [
        {"year": year, "month": m, "side": names[on], "n": n, "label": str(n) if n else ""}
        for year in years
        for m in range(1, 13)
        for on in SIDES
        for n in [len(groups.get((f"{year}-{m:02}", on), ()))]
    ]
    order = [names[on] for on in SIDES]
    offset = {"field": "side", "type": "nominal", "sort": order}
    top = max(len(found) for found in groups.values())
    x = {
        "field": "month", "type": "ordinal", "scale": {"domain": list(range(1, 13)), "paddingInner": 0.15},
        "axis": {"title": None, "labelAngle": 0, "ticks": False, "labelExpr": f"{_LETTERS!r}[datum.value - 1]"},
    }  # fmt: skip
    y = {"field": "n", "type": "quantitative", "scale": {"domain": [0, top * 1.25]}, "axis": None}
    fill = {
        "field": "side", "type": "nominal", "sort": order, "scale": {"domain": order, "range": [_FILL[on] for on in SIDES]},
        "legend": {"orient": "top", "title": None, "symbolType": "square", "symbolStrokeColor": style.DEEP, "columnPadding": 24},
    }  # fmt: skip
    bars = {
        "transform": [style.DRAWN],
        "mark": {"type": "bar", "stroke": style.DEEP, "strokeWidth": 1},
        "encoding": {"x": x, "xOffset": offset, "y": y, "fill": fill},
    }
    figures = {
        "mark": {"type": "text", "dy": -6, "fontSize": 9},
        "encoding": {"x": x, "xOffset": offset, "y": y, "text": {"field": "label"}},
    }
    return style.chart(
        data,
        facet={
            "row": {
                "field": "year",
                "type": "ordinal",
                "title": None,
                "header": {"labelAngle": 0, "labelAlign": "left", "labelFontWeight": "bold"},
            }
        },
        spec={"width": style.WIDTH - 46, "height": 46, "layer": [bars, figures]},
        spacing=6,
        resolve={"axis": {"x": "independent"}},
    )
