"""What could not be told, what is withheld, and what no reader may take from the figures."""

from __future__ import annotations

from verbale.brief.material import Material
from verbale.brief.page import Items, Section
from verbale.brief.veil import Veil
from verbale.pictures.words import capital, count


def limits(material: Material, veil: Veil) -> Section:
    """Incomplete events, events outside the case, undated events, names withheld, and what is missing by design."""
    told = (*_events(material), _withheld(veil), *_ALWAYS)
    return Section("limits", "What could not be told", (Items(tuple((line,) for line in told)),))


def _events(material: Material) -> list[str]:
    every, counted = material.every_event, material.events
    gaps = (
        ([e for e in every if not e.complete], "lacks", "lack", "a party that could not be told, with no place in any figure"),
        ([e for e in every if e.complete and not e.in_case], "lies", "lie", "outside the case, with no place in any figure"),
        ([e for e in counted if not e.date], "has", "have", "no date, with no place in the counts by month"),
        ([e for e in counted if e.date_basis == "publication"], "takes", "take", "the page’s date for want of another"),
    )
    told = ((len(found), one if len(found) == 1 else many, what) for found, one, many, what in gaps if found)
    return [f"{capital(count(n, 'event'))} {verb} {what}." for n, verb, what in told]


def _withheld(veil: Veil) -> str:
    if not veil.people:
        return "No name had to be withheld."
    if veil.people == 1:
        return "The name of one person who does not act in an official capacity is withheld, in quotations too."
    return f"The names of {count(veil.people, 'person')} who do not act in an official capacity are withheld, in quotations too."


_ALWAYS = (
    "Contact that was kept secret, above all with people at risk, is missing by design: authorities advertise their meetings, "
    "while many others dare not.",
    "Nobody has checked what stands here. Before using a line, open its note and read the words that report it.",
)
