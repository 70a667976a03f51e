"""What became of an announced occasion, in words."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.engagements.planning import OUTCOMES


def outcome(entry: Entry, material: Material) -> str:
    """What became of an announced occasion, as far as was read; nothing where that cannot be told."""
    if entry.status != "planned":
        return ""
    found = material.outcomes.get(entry.id)
    return "" if found is None else f"as far as was read, {OUTCOMES[found.outcome]}"
