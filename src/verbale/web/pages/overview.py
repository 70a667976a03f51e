"""The first page: what there is, what changed, how far it has been reviewed, and the pictures."""

from __future__ import annotations

from verbale.model import ENGAGING
from verbale.pictures import Picture
from verbale.web.drawing import Shown, shown
from verbale.web.facets import REVIEWED
from verbale.web.page import Asked, Page
from verbale.web.pages.answers import QUESTIONS
from verbale.web.site import Site
from verbale.web.telling import row

_SHOWN = 6


def overview(site: Site, _asked: Asked) -> Page:
    """What the record holds, in figures that lead to their rows."""
    snap = site.snapshot
    numbers = {
        "all": len(snap.engaged),
        "done": sum(each.engagement.status in ENGAGING for each in snap.engaged),
        "contacts": int(snap.contact.sum()),
        "reviewed": int(snap.index.having("review", REVIEWED).sum()),
        "incomplete": int(snap.index.having("complete", "no").sum()),
        "outside": int((snap.index.having("case", "no") & snap.index.having("complete", "yes")).sum()),
        "conflict": int(snap.index.having("conflict", "yes").sum()),
        "documents": len(snap.sources),
        "telling": sum(source.events > 0 for source in snap.sources),
        "publishers": len({source.publisher for source in snap.sources}),
    }
    published = sorted(source.published for source in snap.sources if source.published)
    told = {
        "n": numbers,
        "first": published[0] if published else "",
        "last": published[-1] if published else "",
        "latest": [row(each, site) for each in snap.engaged[:_SHOWN]],
        "pictures": drawn(site),
        "runs": site.record.runs()[:3] if site.record else (),
        "decisions": list(reversed(site.record.decisions()))[:_SHOWN] if site.record else (),
        "answers": QUESTIONS if site.record else {},
    }
    return Page(name="overview", title="Overview", told=told)


def drawn(site: Site) -> tuple[Shown, ...]:
    """The pictures of a snapshot, drawn once."""
    known: tuple[Shown, ...] | None = site.snapshot.__dict__.get(f"drawn {site.to!r}")
    if known is None:
        known = shown(site.drawn, site.about, lambda picture, n: _address(site, picture, n))
        site.snapshot.__dict__[f"drawn {site.to!r}"] = known
    return known


def _address(site: Site, picture: Picture, number: int) -> str:
    site.snapshot.figures[picture.name] = picture.sources
    return site.to("engagements", figure=f"{picture.name}.{number}")
