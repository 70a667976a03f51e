"""Lists of acts under a lead sentence that counts them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Block, Items, Line, Rows, text
from verbale.brief.telling import item
from verbale.pictures.counting import ids
from verbale.pictures.words import count

LISTED = 10
"""Acts told one by one under a lead; what is beyond is counted and linked."""


def listing(
    material: Material, lead: str, entries: Sequence[Entry], more: Callable[[Entry], str] = lambda _entry: ""
) -> list[Block]:
    """A lead such as "Threats: five acts." and the acts with their words; nothing where there are none.

    Args:
        material: What the brief is made from.
        lead: What the acts have in common.
        entries: The acts.
        more: What is to be added to the sentence of one.
    """
    if not entries:
        return []
    case, home = material.case, material.about.country
    lines: list[Line] = [item(each, case, home, more=more(each)) for each in entries[:LISTED]]
    rest = entries[LISTED:]
    if rest:
        lines.append((Rows(f"{count(len(rest), 'further act')}", ids(rest)), "."))
    return [text(f"{lead}: ", Rows(count(len(entries), "act"), ids(entries)), "."), Items(tuple(lines))]
