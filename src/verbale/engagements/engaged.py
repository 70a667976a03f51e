"""An engagement with everything that it rests on."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from verbale.engagements.gist import Gist
from verbale.engagements.match import Match
from verbale.engagements.wording import GENERIC, took_part
from verbale.model import ENGAGING, Engagement, Event

if TYPE_CHECKING:
    from verbale.engagements.act import Act

_DAY = 10
_TELLING = ENGAGING | {"planned"}


class Engaged(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One engagement: its values and conflicts, its events in the order of publication, and why they are held for one act.

    ``publishers`` are the independent ones; ``accounts`` the parties among the participants whose own account is among the events;
    ``copies`` holds its documents that copy another, and that other; ``region`` names the part of the record within which it was
    matched; ``gist`` is what it comes to, where that was worked out.
    """

    engagement: Engagement
    events: tuple[Event, ...]
    matches: tuple[Match, ...] = ()
    publishers: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    copies: dict[str, str] = {}
    region: str = ""
    gist: Gist | None = None

    @property
    def id(self) -> str:
        """The engagement's id."""
        return self.engagement.id

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that report it, the first first."""
        return tuple(dict.fromkeys(event.document.id for event in self.events))

    @cached_property
    def parties(self) -> frozenset[str]:
        """The parties that took part as any report of it tells, those that name nobody aside."""
        told = self.held or self.events
        return frozenset().union(*map(took_part, told)) - GENERIC

    @cached_property
    def held(self) -> tuple[Event, ...]:
        """The events of documents that tell of it as having taken place or going on, though one be read as announcing it."""
        telling = {event.document.id for event in self.events if event.status in ENGAGING}
        return tuple(event for event in self.events if event.status in _TELLING and event.document.id in telling)

    @property
    def took_place(self) -> bool:
        """Whether it is taken to have taken place, or to go on."""
        return self.engagement.status in ENGAGING

    @property
    def large(self) -> bool:
        """Whether more than two parties took part in it as an occasion."""
        return self.engagement.type == "CONSULT" and len(self.parties) > 2 and self.engagement.mode != "visit"

    @property
    def day(self) -> int | None:
        """The ordinal of the preferred date where that is a day."""
        value = self.engagement.values.get("date", "")
        return date.fromisoformat(value).toordinal() if len(value) == _DAY and value[5:6] != "W" else None

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Its events as the matcher sees them."""
        from verbale.engagements.act import act

        return tuple(act(event) for event in self.events)
