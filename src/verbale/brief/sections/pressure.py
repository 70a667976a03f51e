"""Conditions, threats, penalties and what was eased, each in the words that report it."""

from __future__ import annotations

from verbale.brief.material import Material
from verbale.brief.page import Block, Items, Quote, Rows, Section, text
from verbale.brief.sections.listing import LISTED, listing
from verbale.brief.telling import act, cut, quote
from verbale.model import ENGAGING, Event, Said
from verbale.pictures.counting import ids
from verbale.pictures.words import count

_TELLING = 40
"""Code points below which the words of an offer or condition do not speak for themselves."""

_KINDS = (
    ("Threats and warnings of a consequence", "THREATEN"),
    ("Penalties imposed", "SANCTION"),
    ("Restrictions eased", "CONCEDE"),
)
_TERMS = (("condition", "Conditions"), ("consequence", "Consequences named"), ("offer", "Offers"))


def pressure(material: Material) -> Section | None:
    """Terms and penalties; nothing where none was reported."""
    blocks: list[Block] = []
    for kind, lead in _TERMS:
        blocks += _said(material, lead, [(e, s) for e in material.events for s in e.said if s.kind == kind])
    for lead, kind in _KINDS:
        # A threat is one whatever its status; a penalty that was only proposed stands with what was intended.
        blocks += listing(
            material, lead, [e for e in material.events if e.type == kind and (kind == "THREATEN" or e.status in ENGAGING)]
        )
    return Section("pressure", "Conditions, threats and penalties", tuple(blocks)) if blocks else None


def _said(material: Material, lead: str, found: list[tuple[Event, Said]]) -> list[Block]:
    if not found:
        return []
    events = ids(e for e, _ in found)
    home = material.about.country
    lines = tuple((f"{act(e, material.case, home)}: ", _words(e, s), Rows("", (e.id,))) for e, s in found[:LISTED])
    return [text(f"{lead}: ", Rows(count(len(events), "event"), events), "."), Items(lines)]


def _words(event: Event, said: Said) -> Quote:
    """What was said; the whole passage where the words alone are too few to be understood."""
    return Quote(cut(said.words)) if len(said.words) >= _TELLING else quote(event)
