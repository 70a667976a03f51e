"""Giving the actors of events the ids that people decided on, when events are read: in the record itself nothing is merged."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, select

from verbale.catalogue.fold import fold
from verbale.model import Event, Participant
from verbale.record.decision import live
from verbale.record.grouping import CANDIDATE, Groups
from verbale.record.ledger import parsed
from verbale.record.tables import decisions

_ACTORS = ("actor", "decision")


def candidate(participant: Participant) -> str:
    """The id under which somebody goes whom no catalogue knows, made from the name as written and the party."""
    words = " ".join(fold(participant.name).casefold().split())
    return CANDIDATE + hashlib.sha256(f"{words}\x1f{participant.party or ''}".encode()).hexdigest()[:12]


def actors(connection: Connection) -> Groups:
    """Who is whom, by the decisions that hold."""
    chosen = select(decisions.c.body).where(decisions.c.kind.in_(_ACTORS)).order_by(decisions.c.number)
    return Groups(live(tuple(parsed(body) for body in connection.scalars(chosen))), "actor")


def renamed(event: Event, redirects: Mapping[str, str]) -> Event:
    """The event with its actors under the ids by which they go."""
    if not redirects:
        return event
    people = tuple(_renamed(each, redirects) for each in event.participants)
    return event if people == event.participants else msgspec.structs.replace(event, participants=people)


def _renamed(participant: Participant, redirects: Mapping[str, str]) -> Participant:
    kept = redirects.get(participant.actor or candidate(participant))
    return participant if kept is None else msgspec.structs.replace(participant, actor=kept)
