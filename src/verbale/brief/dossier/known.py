"""What the parts of a dossier are made from."""

from __future__ import annotations

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.dossier.subject import Subject
from verbale.brief.material import Material
from verbale.brief.veil import Veil
from verbale.model import Event
from verbale.pictures.counting import SIDES, Side, side, sides

LISTED = 5
"""Acts of a kind that are told one by one, the latest."""
ROWS = 10
"""Rows of a table that are shown."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """The actor, the acts of the actor alone, and whom they withhold."""

    subject: Subject
    material: Material
    veil: Veil

    @property
    def home(self) -> str | None:
        """The country of the case."""
        return self.material.about.country

    @property
    def side(self) -> Side | None:
        """The side of the case that the actor is on; ``None`` for somebody from outside."""
        parties = {party for each in self.material.told for event in each.events for party in self.parties(event)}
        found = {side(party, self.home) for party in parties}
        return next((on for on in SIDES if on in found), None)

    def met(self, on: Side) -> list[Entry]:
        """The engagements with a side, by date."""
        return [each for each in self.material.contacts if on in sides(each)]

    def parties(self, event: Event) -> frozenset[str]:
        """The parties for which the actor takes part in an event."""
        return frozenset(who.party for who in event.participants if who.party and self.subject.has(who, event))
