"""What could not be told, what is withheld, and what no reader may take from the figures."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Items, Section
from verbale.pictures.counting import countable
from verbale.pictures.words import capital, count


def limits(material: Material) -> Section:
    """Incomplete acts, acts outside the case, less sure and undated acts; what is withheld is told once, on the first screen."""
    lines = _acts(material) or ["Nothing that was read had to be left out of the figures."]
    return Section("limits", "What could not be told", (Items(tuple((line,) for line in lines)),))


def _acts(material: Material) -> list[str]:
    told, counted = material.told, material.acts
    within = {each.id for each in counted}
    left = [each for each in told if each.id not in within and not countable(each)]
    whole = {each.id for each in left if any(event.complete for event in each.events)}
    undated = [e for e in material.every if e.first is None] if material.period else []
    gaps = (
        ([e for e in left if e.id not in whole], "lacks", "lack", "a party that could not be told (in no figure)"),
        ([e for e in left if e.id in whole], "lies", "lie", "outside the case (in no figure)"),
        (material.possible, "is", "are", "less surely read: in no figure of contacts"),
        (undated, "has", "have", "no date, so that no period can hold it"),
        ([e for e in counted if not e.date], "has", "have", "no date, with no place in the counts by month"),
        ([e for e in counted if _of_page(e)], "takes", "take", "the page’s date for want of another"),
    )
    lines = ((len(found), one if len(found) == 1 else many, what) for found, one, many, what in gaps if found)
    return [f"{capital(count(n, 'act'))} {verb} {what}." for n, verb, what in lines]


def _of_page(entry: Entry) -> bool:
    """Whether its preferred date is no more than the publication's."""
    # a loop, as in counting.countable
    for event in entry.events:  # noqa: SIM110
        if event.date_basis == "publication" and event.date == entry.date:
            return True
    return False
