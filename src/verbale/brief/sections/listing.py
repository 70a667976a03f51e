"""Lists of events under a lead sentence that counts them."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.brief.material import Material
from verbale.brief.page import Block, Items, Line, Rows, text
from verbale.brief.telling import item
from verbale.model import Event
from verbale.pictures.counting import ids
from verbale.pictures.words import count

LISTED = 10
"""Events told one by one under a lead; what is beyond is counted and linked."""


def listing(material: Material, lead: str, events: Sequence[Event]) -> list[Block]:
    """A lead such as "Threats: five events." and the events with their words; nothing where there are none."""
    if not events:
        return []
    shown = events[:LISTED]
    lines: list[Line] = [item(event, material.case, material.about.country) for event in shown]
    rest = events[LISTED:]
    if rest:
        lines.append((Rows(f"{count(len(rest), 'further event')}", ids(rest)), "."))
    return [text(f"{lead}: ", Rows(count(len(events), "event"), ids(events)), "."), Items(tuple(lines))]
