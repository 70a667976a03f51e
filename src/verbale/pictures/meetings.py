"""Who meets whom: external parties against the classes of the country, as counts in a matrix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbale.analysis.entries import Entry
from verbale.catalogue import labels
from verbale.pictures import style
from verbale.pictures.counting import Case, Tie, ids, ties
from verbale.pictures.picture import Picture
from verbale.pictures.words import capital, count, number
from verbale.saying import joined, numbered, said

_CLASSES = ("AUTH", "FMR", "OPP", "ARM", "CSO", "WOM", "DIA", "REF", "MIN", "REL", "MED", "BUS", "PPL")
_LEVEL = 2
"""Columns whose names find room side by side; more are written aslant."""
_WIDEST = 70
"""Pixels of the widest cell: two columns are no reason for bars across the page."""
_ROWS = 60
"""External parties drawn one by one; the others, which the rule names, are in the table only."""
_NAMED = 6
"""Names in a sentence before it says how many more there are."""


def meetings(entries: Sequence[Entry], case: Case) -> Picture | None:
    """Engagements of each external party with each class of the country; ``None`` where there are none."""
    found = ties(entries)
    if not found:
        return None
    cells = _cells(found)
    order = _order(cells)
    rows = sorted(cells, key=lambda cell: (order.index(cell[0]), _CLASSES.index(cell[1])))
    return Picture(
        name="meetings",
        title="Who meets whom",
        finding=_finding(cells, order, case),
        table=tuple(
            {"External party": labels.heading(a), "Met": labels.short("class", k).capitalize(), "Contacts": len(cells[a, k])}
            for a, k in rows
        ),
        sources=tuple(ids(cells[cell]) for cell in rows),
        spec=_spec(cells, order, case),
        unit="contacts",
        counting_rule=(
            "Contact that took place or goes on, each occasion once however many documents report it, "
            "for each external party with each class present. "
            "Hosts and mediators are not counted as having met those whom they brought together."
            + (f" {capital(count(len(order) - _ROWS, 'external party'))} of the table are not drawn." if len(order) > _ROWS else "")
        ),
    )


_Cells = dict[tuple[str, str], list[Entry]]


def _cells(found: Sequence[Tie]) -> _Cells:
    cells: dict[tuple[str, str], dict[str, Entry]] = {}
    for tie in found:
        kind = tie.kind if tie.kind in _CLASSES else "PPL"
        cells.setdefault((tie.external, kind), {}).update({each.id: each for each in tie.entries})
    return {cell: list(entries.values()) for cell, entries in cells.items()}


def _order(cells: _Cells) -> list[str]:
    totals: dict[str, set[str]] = {}
    for (external, _), entries in cells.items():
        totals.setdefault(external, set()).update(each.id for each in entries)
    return sorted(totals, key=lambda external: (-len(totals[external]), labels.narrow(external)))


def _finding(cells: _Cells, order: list[str], case: Case) -> str:
    with_authority = [a for a in order if (a, "AUTH") in cells]
    others = [a for a in order if any((a, k) in cells for k in _CLASSES if k != "AUTH")]
    only = [labels.party(a, case.country) for a in others if a not in with_authority]
    people = f"other {case.people}" if case.country else case.people
    counted = len({each.id for entries in cells.values() for each in entries})
    one, many = (
        "The {number} contact counted here is of {met} with the authorities and {others} with {people}.",
        "The {number} contacts counted here are of {met} with the authorities and {others} with {people}.",
    )
    met, beside = _parties(len(with_authority)), _parties(len(others))
    told = numbered(counted, one, many, number=number(counted), met=met, others=beside, people=people)
    return joined(" ", (told, said("Counted with {people} only: {names}.", people=people, names=_some(only)))) if only else told


def _parties(n: int) -> str:
    return numbered(n, "{number} external party", "{number} external parties", number=number(n))


def _some(names: list[str]) -> str:
    if len(names) <= _NAMED:
        return _listed(names)
    return _listed([*names[: _NAMED - 1], said("{n} more", n=len(names) - _NAMED + 1)])


def _listed(names: Sequence[str]) -> str:
    return said("{names} and {last}", names=joined(", ", names[:-1]), last=names[-1]) if names[1:] else names[0]


def _spec(cells: _Cells, order: list[str], case: Case) -> dict[str, Any]:
    shown = order[:_ROWS]
    names = {a: capital(labels.narrow(a, case.country)) for a in shown}
    columns = [k for k in _CLASSES if any(kind == k for _, kind in cells)]
    classes = [labels.short("class", k) for k in columns]
    most = max(map(len, cells.values()))
    data = [
        {
            "who": names[a],
            "class": labels.short("class", k),
            "n": len(cells.get((a, k), ())),
            "label": str(len(cells[a, k])) if (a, k) in cells else "·",
        }
        for a in shown
        for k in columns
    ]
    x = {
        "field": "class",
        "type": "nominal",
        "sort": classes,
        "axis": {
            "orient": "top",
            "title": None,
            "labelAngle": -55 if len(columns) > _LEVEL else 0,
            "ticks": False,
            "domain": False,
        },
    }
    y = {"field": "who", "type": "nominal", "sort": list(names.values()), "axis": {"title": None, "ticks": False, "domain": False}}
    colour = {"field": "n", "type": "quantitative", "scale": {"domain": [0, most], "range": list(style.RAMP)}, "legend": None}
    squares = {"mark": {"type": "rect", "stroke": style.PALE, "strokeWidth": 2}, "encoding": {"x": x, "y": y, "color": colour}}
    ink = {"condition": {"test": f"datum.n > {most * 0.5}", "value": style.PALE}, "value": style.INK}
    figures = {"mark": {"type": "text", "fontSize": 11}, "encoding": {"x": x, "y": y, "text": {"field": "label"}, "color": ink}}
    return style.chart(data, width=min(style.WIDTH - 140, len(columns) * _WIDEST), height={"step": 22}, layer=[squares, figures])
