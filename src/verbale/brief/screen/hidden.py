"""What may not be shown, and what is missing by design."""

from __future__ import annotations

from verbale.analysis.coverage import HIDDEN
from verbale.brief.material import Material
from verbale.brief.page import Inline, Line
from verbale.brief.screen.sides import figure
from verbale.brief.veil import Veil
from verbale.pictures.words import count


def hidden(material: Material, veil: Veil) -> Line:
    """How many names are withheld, contact with sides in arms, and secret contact."""
    armed = [each for each in material.contacts if each.untold]
    parts: list[Inline] = [withheld(veil), " "]
    parts += ["Contact with a side in arms is counted and not told further: ", figure(armed), ". "] if armed else []
    return (*parts, HIDDEN)


def withheld(veil: Veil) -> str:
    """How many people's names are withheld."""
    if not veil.people:
        return "No name had to be withheld."
    if veil.people == 1:
        return "The name of one person who does not act in an official capacity is withheld, in quotations too."
    return f"The names of {count(veil.people, 'person')} who do not act in an official capacity are withheld, in quotations too."
