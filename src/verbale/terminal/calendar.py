"""Announced occasions as lines, and what came of them for each party."""

from __future__ import annotations

from verbale.catalogue import labels
from verbale.engagements.planning import Planned, Share
from verbale.terminal.words import line


def planned_line(each: Planned) -> str:
    """One announced occasion: its time, its outcome, whose, where, and what tells the outcome."""
    time = each.first if each.first == each.last else f"{each.first} to {each.last}"
    late = f" by {each.late} day{'s' * (each.late != 1)}" if each.late else ""
    told = f", told by {each.by}" if each.by and each.by != each.engagement.id else ""
    parts = (
        f"{time:24}  {each.outcome}{late}{told}",
        each.engagement.id,
        f"{', '.join(sorted(each.engagement.parties))}: {each.engagement.engagement.mode}",
        line(each.place) if each.place else "",
        f"announced {each.announced}" if each.announced else "",
    )
    return "  ".join(part for part in parts if part)


def planned_row(each: Planned) -> dict[str, object]:
    """One announced occasion for a program: its engagement by id, with the parties to it."""
    values = {name: getattr(each, name) for name in Planned.__struct_fields__}
    return values | {"engagement": each.engagement.id, "parties": sorted(each.engagement.parties)}


def share_line(share: Share, home: str | None) -> str:
    """What came of the occasions announced for one party."""
    of = "none is due" if share.share is None else f"{share.share:.0%} of those due took place"
    counts = ", ".join(f"{number} {name}" for name, number in share.outcomes.items())
    return f"{share.announced:4} announced  {labels.heading(share.party, home)} ({share.party}): {of}; {counts}"
