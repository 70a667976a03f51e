"""The list of engagements: facets, full text, a timeline, in an order, page by page."""

from __future__ import annotations

from functools import partial

from verbale.web.address import changed, differing
from verbale.web.drawing import bars
from verbale.web.facets import BY_NAME
from verbale.web.page import Asked, Given, Page
from verbale.web.pages.answers import figured
from verbale.web.pages.overview import drawn
from verbale.web.rows import behind, chosen, listed, order
from verbale.web.site import Site
from verbale.web.telling import row

SIZE = 50
ORDERS = {"": "latest first", "oldest": "oldest first", "reports": "most reports first"}


def engagements(site: Site, asked: Asked) -> Page:
    """The engagements that an address asks for."""
    if asked.get("figure"):
        drawn(site)  # the figures of a picture are known once it is drawn, those of an answer once it is worked out
        figured(site, asked["figure"])
    mask, within = chosen(site, asked)
    found = order(site, mask, asked.get("order", ""))
    last = max(1, -(-len(found) // SIZE))
    number = min(max(1, _number(asked.get("page", ""))), last)
    shown = found[(number - 1) * SIZE : number * SIZE].tolist()
    months = site.snapshot.index.months(mask)
    plain = site.record is None and bool(asked)  # files cannot answer to every combination of what could be asked
    told = {
        "rows": [row(site.snapshot.engaged[n], site) for n in shown],
        "total": len(found),
        "all": len(site.snapshot.engaged),
        "number": number,
        "last": last,
        "facets": listed(site, asked, within) if site.record else (),
        "narrowed": any(asked.get(name) for name in (*BY_NAME, "since", "until")),
        "bars": () if plain else bars(months, lambda time: site.to("engagements", **changed(asked, since=time, until=time))),
        "undated": len(found) - sum(months.values()),
        "behind": len(behind(site, asked["figure"])) if asked.get("figure") else 0,
        "orders": ORDERS,
        "asked": Given(asked),
        "changed": changed,
        "differing": partial(differing, site.to, asked),
    }
    return Page(name="engagements", title="Engagements", told=told)


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else 1
