"""What did not happen, or not yet: kept apart from what did."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Block, Section, text
from verbale.brief.sections.listing import listing
from verbale.engagements.planning import OUTCOMES

_FATES = (
    ("Refusals", ("REJECT",), ("happened", "ongoing")),
    ("Occasions refused or stayed away from", ("CONSULT",), ("refused",)),
    ("Occasions called off", ("CONSULT",), ("cancelled",)),
    ("Occasions denied to have taken place", ("CONSULT",), ("denied",)),
    ("Occasions announced or planned", ("CONSULT",), ("planned",)),
    ("Occasions proposed", ("CONSULT",), ("proposed",)),
    ("Penalties proposed or announced", ("SANCTION",), ("planned", "proposed")),
)


def unrealised(material: Material) -> Section | None:
    """Refusals, and occasions planned, proposed, refused, denied or called off; of planned ones with what became of them."""
    blocks: list[Block] = []
    for lead, types, statuses in _FATES:
        found = [each for each in material.acts if each.type in types and each.status in statuses]
        blocks += listing(material, lead, found, lambda each: outcome(each, material))
    note = text("None of the occasions below is counted as a contact.")
    return Section("unrealised", "Refused, called off, planned", (note, *blocks)) if blocks else None


def outcome(entry: Entry, material: Material) -> str:
    """What became of an announced occasion, as a sentence to be added; nothing where that cannot be told."""
    found = material.outcomes.get(entry.id)
    if found is None or entry.status != "planned":
        return ""
    return f" – as far as was read, {OUTCOMES[found.outcome]}"
