"""The engagement that a group of events makes."""

from __future__ import annotations

from collections.abc import Mapping

from verbale.engagements.engaged import Engaged
from verbale.engagements.matching import Group
from verbale.engagements.preferring import kind, preferred
from verbale.engagements.reports import accounts, publishers
from verbale.engagements.sessions import session
from verbale.model import Engagement


def engaged(group: Group, name: str, copies: Mapping[str, str]) -> Engaged:
    """The engagement of a group of events under a name.

    Args:
        group: Events held for one act.
        name: The engagement's id.
        copies: Each copied document's id, and that of the document which it copies.
    """
    values, conflicts = preferred(group.events, copies)
    first, of_type = group.events[0], kind(group.events)
    if of_type == "CONSULT" and (of := session(group.events)):
        values |= of
    own = frozenset().union(*(accounts(event) & event.parties() for event in group.events))
    made = Engaged(
        engagement=Engagement(
            id=name,
            type=of_type,  # type: ignore[arg-type]
            mode=values.get("mode", first.mode),
            status=values["status"],  # type: ignore[arg-type]
            events=tuple(event.id for event in group.events),
            values=values,
            conflicts=conflicts,
        ),
        events=group.events,
        matches=group.matches,
        publishers=publishers(group.events, copies),
        accounts=tuple(sorted(own)),
        copies={each.document.id: copies[each.document.id] for each in group.events if each.document.id in copies},
        region=group.region,
    )
    if group.acts:
        made.__dict__["acts"] = group.acts  # what the property would work out anew
    return made
