"""How sure all this is: by how many it is told, where reports differ, and how well the program reads."""

from __future__ import annotations

from verbale.brief.material import Material
from verbale.brief.page import Inline, Line
from verbale.brief.reading import in_short
from verbale.brief.screen.sides import figure
from verbale.brief.screen.sides import met as engagements
from verbale.brief.veil import Veil
from verbale.pictures.words import was

_APART = (
    ", counted apart: the program is not sure of them, or their sentences do not name the parties or leave it in doubt whether it "
    "was done. "
)


def _stands(material: Material) -> str:
    return "stands" if len(material.possible) == 1 else "stand"


def sure(material: Material, _veil: Veil) -> Line:
    """Engagements with two independent voices, with one publisher, with conflicts; and the coder's own error."""
    met = engagements(material)
    strict = [each for each in met if each.strict[0]]
    differing = {each.id for each in material.engaged if each.engagement.conflicts}
    parts: list[Inline] = []
    if met:
        parts += ["Of ", figure(met), ", ", figure(strict) if strict else "none", f" {was(len(strict) or 1)} told by two voices "]
        parts += [f"that are independent of each other; {'of the others' if strict else 'of each'} only one account is known. "]
        conflicts = [each for each in met if each.id in differing]
        parts += ["The reports of ", figure(conflicts), " differ on what happened. "] if conflicts else []
    parts += (
        [f"Beside all that is counted {_stands(material)} ", figure(material.possible, "possible act"), _APART]
        if material.possible
        else []
    )
    return (*parts, in_short(material.card), " Open the note before you use a line.")
