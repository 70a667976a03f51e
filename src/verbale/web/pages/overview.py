"""The first page: what there is, what changed, how far it has been reviewed, and the pictures."""

from __future__ import annotations

from verbale.model import ENGAGING
from verbale.pictures import Picture
from verbale.web.changes import changes
from verbale.web.drawing import Shown, shown
from verbale.web.facets import REVIEWED
from verbale.web.page import Asked, Page
from verbale.web.pages.answers import minutes_of
from verbale.web.rows import apart_contact, sides
from verbale.web.site import Site
from verbale.web.telling import row

_SHOWN = 6
ASKED: tuple[tuple[str, tuple[tuple[str, str, dict[str, str]], ...]], ...] = (
    ("Whom do diplomats meet: the authority, or everyone else?", (("Balance", "answer", {"id": "balance"}),)),
    ("What changed against the period before?", (("What changed", "answer", {"id": "changes"}),)),
    ("Whom am I about to meet?", (("People and parties", "actors", {}),)),
    ("What does this page say happened, and in which words?", (("Documents", "documents", {}),)),
    (
        "What was cited, demanded and threatened, and are the citations right?",
        (
            ("Citations, with their errors", "instruments", {}),
            ("Demands", "engagements", {"said": "ask"}),
            ("Threats", "engagements", {"type": "THREATEN"}),
            ("Pressure", "answer", {"id": "pressure"}),
        ),
    ),
    (
        "Where do the documents speak of recognition, and who disclaims it?",
        (
            ("Documents that do", "documents", {"q": "recognition"}),
            ("Acts with a disclaimer", "engagements", {"said": "disclaimer"}),
        ),
    ),
    (
        "What happened, each act once, and who says otherwise?",
        (("Engagements", "engagements", {}), ("Those on which reports differ", "engagements", {"conflict": "yes"})),
    ),
    (
        "Do two sides tell the same of a meeting? Did what was announced take place?",
        (("Two accounts", "pairs", {}), ("Calendar", "calendar", {})),
    ),
    (
        "Did meetings become more, and is that more than chance, season or reading more?",
        (("Trend", "answer", {"id": "trend"}), ("What was read", "coverage", {})),
    ),
    (
        "Whom does each party meet, and what would hidden meetings change?",
        (("Network", "network", {}), ("Balance, with its method", "answer", {"id": "balance"})),
    ),
    ("How far did each party go towards recognition, and when?", (("Recognition", "answer", {"id": "recognition"}),)),
    ("Does the authority react when others are met?", (("Reactions", "answer", {"id": "reactions"}),)),
    ("Who asked what, and who brought whom together?", (("Voices", "answer", {"id": "voices"}),)),
    ("How does each party engage?", (("Approaches", "answer", {"id": "approach"}),)),
    ("Why does the program say so?", (("How to read this", "help", {}),)),
)
"""What a reader asks, and the pages that answer: what they are called here, and their addresses."""


def overview(site: Site, _asked: Asked) -> Page:
    """What the record holds, in figures that lead to their rows."""
    snap = site.snapshot
    numbers = {
        "all": len(snap.engaged),
        "done": sum(each.engagement.status in ENGAGING for each in snap.engaged),
        "contacts": int(snap.contact.sum()),
        "beside": int((snap.index.having("type", "CONSULT") & snap.index.having("counts", "beside")).sum()),
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
        "apart": apart_contact(site),
        "sides": sides(site),
        "first": published[0] if published else "",
        "last": published[-1] if published else "",
        "latest": [row(each, site) for each in snap.engaged[:_SHOWN]],
        "pictures": drawn(site),
        "runs": site.record.runs()[:3] if site.record else (),
        "decisions": list(reversed(site.record.decisions()))[:_SHOWN] if site.record else (),
        "changed": changes(minutes_of(site)).finding if site.record and snap.engaged and published else "",
        "questions": ASKED if site.record else (),
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
