"""Conditions, threats, penalties and what was eased, each in the words that report it."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Block, Items, Quote, Section, text
from verbale.brief.screen.sides import figure
from verbale.brief.sections.listing import LISTED, listing
from verbale.brief.telling import cut, item, quote
from verbale.model import ENGAGING, Event, Said

_TELLING = 40
"""Code points below which words do not speak for themselves, but for a disclaimer's."""

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
        blocks += spoken(material, lead, kind)
    for lead, kind in _KINDS:
        # A threat is one whatever its status; a penalty that was only proposed stands with what was intended.
        found = [each for each in material.acts if each.type == kind and (kind == "THREATEN" or each.status in ENGAGING)]
        blocks += listing(material, lead, found)
    return Section("pressure", "Conditions, threats and penalties", tuple(blocks)) if blocks else None


def spoken(material: Material, lead: str, kind: str, without: frozenset[str] = frozenset()) -> list[Block]:
    """What was said of a kind, each act once, in the words of the first report that has any; without the acts named."""
    found: dict[str, tuple[Entry, Event, Said]] = {}
    for event, entry in material.events():
        for said in event.said:
            if said.kind == kind and entry.id not in without:
                found.setdefault(entry.id, (entry, event, said))
    if not found:
        return []
    case, home = material.case, material.about.country
    lines = tuple(item(entry, case, home, worded(event, said)) for entry, event, said in list(found.values())[:LISTED])
    return [text(f"{lead}: ", figure([entry for entry, _, _ in found.values()], "act"), "."), Items(lines)]


def worded(event: Event, said: Said) -> Quote:
    """What was said; the whole passage where the words alone are too few to be understood."""
    return Quote(cut(said.words)) if len(said.words) >= _TELLING or said.kind == "disclaimer" else quote(event)
