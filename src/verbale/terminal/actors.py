"""Actors as lines: those whom no catalogue knows, and one with all that is known."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.identities.actor import Actor
from verbale.identities.offices import Held
from verbale.identities.unknown import Unknown


def unknown_line(unknown: Unknown) -> str:
    """Somebody whom no catalogue knows: name, party, how often named, and whom they may be."""
    times = f"{len(unknown.sightings)} event{'s' * (len(unknown.sightings) != 1)}"
    if unknown.kept != unknown.id:
        maybe = f"goes by {unknown.kept}"
    else:
        maybe = (
            "; ".join(f"{each.weight:.2f} {each.actor} {each.name}" for each in unknown.matches) or "like nobody in the catalogue"
        )
    return f"{unknown.id}  {unknown.name} ({unknown.party})  {times}  {maybe}"


def actor_lines(actor: Actor) -> Iterator[str]:
    """One actor: ids, names, offices, where an unknown one is named, matches with their reasons, decisions, conflicts."""
    yield f"{actor.id}  {'; '.join(actor.names)}"
    if len(actor.ids) > 1:
        yield f"  one by decision: {', '.join(actor.ids)}"
    yield from (f"  office: {_office(each)}" for each in actor.offices)
    for unknown in actor.unknown:
        for seen in unknown.sightings:
            teller = f"{seen.date or 'undated'}, {seen.publisher or seen.document}, event {seen.event}"
            yield f"  named: {teller}: “{' '.join(seen.words.split())}”"
        for match in unknown.matches:
            yield f"  perhaps: {match.weight:.2f} {match.actor} {match.name}: {'; '.join(match.reasons)}"
    for decision in actor.decisions:
        what = " ".join(filter(None, (decision.action, decision.subject, decision.other)))
        yield f"  decided: {decision.number} {what}, by {decision.by}{f', {decision.why}' if decision.why else ''}"
    yield from (f"  CONFLICT: {each}" for each in actor.conflicts)


def _office(held: Held) -> str:
    rank = "" if held.rank is None else f", rank {held.rank}"
    bounds = (
        f"printed {held.since} to {held.until}" if held.seen else f"{held.since or 'unknown'} to {held.until or 'now or unknown'}"
    )
    return f"{held.title} ({held.party}{rank}), {bounds}; {'; '.join(held.sources)}"
