"""How sure all this is: by how many it is told, where reports differ, and how well the program reads."""

from __future__ import annotations

from verbale.brief.material import Material
from verbale.brief.page import Inline, Line
from verbale.brief.reading import in_short
from verbale.brief.screen.sides import figure
from verbale.brief.screen.sides import met as engagements
from verbale.brief.screen.tellers import twice
from verbale.brief.veil import Veil
from verbale.engagements import Engaged
from verbale.engagements.wording import to_come
from verbale.model import ENGAGING, Conflict
from verbale.pictures.words import listed, was

_FIELDS = {"level": "rank", "women_present": "women present", "mode": "the kind of contact", "status": "what became of it"}
"""What the fields are called on which reports differ, where the field's own name will not do."""


def sure(material: Material, veil: Veil) -> Line:
    """Engagements with two independent voices, with one publisher, with conflicts; and the coder's own error."""
    met = engagements(material)
    strict = twice(material, veil, met)
    differing = {
        each.id: [one.field for one in each.engagement.conflicts if _differ(one, each)]
        for each in material.engaged
        if each.engagement.conflicts
    }
    parts: list[Inline] = []
    if met:
        parts += [
            "Of ",
            figure(met),
            ", ",
            figure(strict) if strict else "none",
            f" {was(len(strict) or 1)} told by two publishers or parties ",
        ]
        rest = "the others rest" if strict else "each rests"
        parts += [f"that do not repeat each other; {rest} on one account, as far as the program could match them. "]
        conflicts = [each for each in met if differing.get(each.id)]
        fields = listed(sorted({_FIELDS.get(field.partition(".")[0], field) for each in conflicts for field in differing[each.id]}))
        parts += ["The reports of ", figure(conflicts), f" differ on {fields}. "] if conflicts else []
    possible = material.possible
    if possible:
        they = "is in no figure here; its words are" if len(possible) == 1 else "are in no figure here; the likeliest are"
        parts += [
            "Besides, ",
            figure(possible, "possible act"),
            f" {was(len(possible))} read less surely and {they} quoted below. ",
        ]
    return (*parts, in_short(material.card), " Read the page before you use a line.")


def _differ(of: Conflict, engaged: Engaged) -> bool:
    """Whether reports of an act as done differ on something: what was announced before may well have come about otherwise."""
    held = {event.id for event in engaged.events if event.status in ENGAGING and not to_come(event)}
    told = held or {event.id for event in engaged.events}
    return sum(not told.isdisjoint(events) for events in of.values.values()) > 1
