"""How public the contact was."""

from __future__ import annotations

from verbale.brief.material import Material
from verbale.brief.page import Inline, Line
from verbale.brief.screen.sides import split
from verbale.brief.screen.tellers import by_both
from verbale.brief.veil import Veil
from verbale.pictures.counting import SIDES
from verbale.pictures.months import side_names
from verbale.pictures.words import count

_HOW = {
    "public": "were, as far as was read, announced by one of the parties or held before the press",
    "private": "took place behind closed doors",
}


def openness(material: Material, veil: Veil) -> Line:
    """For each side, how many engagements were made public and how many took place behind closed doors, where that is told."""
    parts: list[Inline] = []
    # of what both sides tell, both made it public
    told_by_both = by_both(material, veil)
    for side in SIDES:
        found = material.met[side]
        shown = [(e, "public" if e.id in told_by_both else e.values.get("visibility")) for e in found if not e.silent]
        told = {words: [e for e, how in shown if how == value] for value, words in _HOW.items()}
        if found:
            total = f"the {count(len(found), 'contact')} with {side_names(material.about)[side]}"
            parts += split(total, told)
    return tuple(parts)
