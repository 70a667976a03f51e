"""What was decided of events and engagements, as rows of a page."""

from __future__ import annotations

import msgspec

from verbale.catalogue import labels
from verbale.record import Decision, live
from verbale.web.site import Site


class Judgement(msgspec.Struct, frozen=True):
    """A decision, what it changed in words, and whether it holds."""

    decision: Decision
    changes: str
    holds: bool


def judgements(site: Site, names: set[str]) -> list[Judgement]:
    """The decisions on any of the ids, the first first; also those on an event that goes by another id by now."""
    if site.record is None:
        return []
    taken = site.record.decisions()
    if not taken:
        return []
    numbers = {number for (number, _), event in site.record.attached().items() if event in names}
    holding = {each.number for each in live(taken)}
    mine = [each for each in taken if each.number in numbers or each.subject in names or each.other in names]
    undone = [each for each in taken if each.action == "undo" and int(each.subject) in {m.number for m in mine}]
    found = sorted({each.number: each for each in (*mine, *undone)}.values(), key=lambda each: each.number)
    return [Judgement(each, changed(each), each.number in holding or each.action == "undo") for each in found]


def changed(decision: Decision) -> str:
    """What a correction changed, in words."""
    told = ((name, value) for name, value in decision.changes.items() if not isinstance(value, list | dict))
    return ", ".join(f"{name.replace('_', ' ')} = {_value(name, value)}" for name, value in told)


def _value(name: str, value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "nothing", True: "yes", False: "no"}[value]
    return labels.heading(str(value)) if name == "place_country" else labels.label(name, str(value)).replace("_", " ")
