"""What did not happen, or not yet: kept apart from what did."""

from __future__ import annotations

from verbale.brief.material import Material
from verbale.brief.page import Block, Section, text
from verbale.brief.sections.listing import listing

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
    """Refusals, and occasions planned, proposed, refused, denied or called off."""
    blocks: list[Block] = []
    for lead, types, statuses in _FATES:
        blocks += listing(material, lead, [e for e in material.events if e.type in types and e.status in statuses])
    note = text("None of the occasions below is counted as contact. Whether what was planned took place later is not told here.")
    return Section("unrealised", "Refused, called off, planned", (note, *blocks)) if blocks else None
