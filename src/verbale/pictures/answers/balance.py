"""The balance: each party's contact with the authority to the left and with everyone else to the right."""

from __future__ import annotations

from verbale.analysis.answer import Answer
from verbale.analysis.balance import Balance
from verbale.catalogue import labels
from verbale.pictures import style
from verbale.pictures.answers.making import pictured
from verbale.pictures.picture import Picture
from verbale.pictures.words import capital

_ROWS = 24
_SIDES = ("authorities", "others")


def balance(found: Balance, answer: Answer) -> Picture | None:
    """Parties by side; ``None`` where there was no contact. Of very many parties it says how many are in the table only."""
    every = [row for row in found.rows if row.party != "all" and row.entries]
    shown = every[:_ROWS]
    if not shown:
        return None
    order = [_name(row.party) for row in shown]
    data = [
        {"who": _name(row.party), "side": side, "n": n * sign, "label": str(n) if n else ""}
        for row in shown
        for side, n, sign in (("authorities", row.authority, -1), ("others", row.others, 1))
    ]
    most = max(max(row.authority, row.others) for row in shown) * 1.25
    x = {"field": "n", "type": "quantitative", "scale": {"domain": [-most, most]}, "axis": None}
    y = {"field": "who", "type": "nominal", "sort": order, "axis": {"title": None, "ticks": False, "domain": False}}
    fill = {
        "field": "side", "type": "nominal", "scale": {"domain": list(_SIDES), "range": [style.DEEP, style.PALE]},
        "legend": {"orient": "top", "title": None, "symbolType": "square", "symbolStrokeColor": style.DEEP, "columnPadding": 24},
    }  # fmt: skip
    bars = {
        "transform": [{"filter": "datum.n != 0"}],
        "mark": {"type": "bar", "stroke": style.DEEP, "strokeWidth": 1, "height": 11},
        "encoding": {"x": x, "y": y, "fill": fill},
    }
    figures = [
        {
            "transform": [{"filter": f"datum.side === '{side}'"}],
            "mark": {"type": "text", "align": align, "dx": dx},
            "encoding": {"x": x, "y": y, "text": {"field": "label"}},
        }
        for side, align, dx in (("authorities", "right", -3), ("others", "left", 3))
    ]
    spec = style.chart(
        data, width=style.WIDTH - 140, height={"step": 19}, layer=[bars, *figures], **style.cut(len(every), _ROWS, "parties")
    )
    return pictured(answer, "parties", spec, "Contact with the authorities and with everyone else")


def _name(party: str) -> str:
    if party.endswith("+"):
        return f"Members of {party.removesuffix('+')}"
    return capital(labels.narrow(party))
