"""What may not be shown, and what is missing by design."""

from __future__ import annotations

from verbale.analysis.coverage import HIDDEN
from verbale.brief.material import Material
from verbale.brief.page import Inline, Line
from verbale.brief.screen.sides import figure
from verbale.brief.veil import Veil
from verbale.pictures.words import count


def hidden(material: Material, veil: Veil) -> Line:
    """How many names are withheld, acts with sides in arms and beside them, and secret contact."""
    acts = (*material.acts, *material.possible)
    armed = [each for each in acts if each.untold]
    beside = [each for each in acts if each.silent and not each.untold]
    parts: list[Inline] = [withheld(veil), " "]
    if armed:
        parts += ["Of contact with a side in arms nothing is told but how much of it was read: ", figure(armed, "act"), ". "]
    if beside:
        they = "its" if len(beside) == 1 else "their"
        parts += ["Of ", figure(beside, "other act"), f" the words are left out, as {they} pages would tell of it. "]
    return (*parts, str(HIDDEN))


def withheld(veil: Veil) -> str:
    """How many people's names are withheld."""
    if not veil.people:
        return "No name had to be withheld."
    if veil.people == 1:
        return "The name of one person who does not act in an official capacity is withheld, in quotations too."
    return f"The names of {count(veil.people, 'person')} who do not act in an official capacity are withheld, in quotations too."
