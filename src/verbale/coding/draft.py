"""An event in the making: what a frame found at a trigger, before the document is decided as a whole."""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.coding.lexicon import Frame
from verbale.coding.page import Page
from verbale.coding.scene import Ref
from verbale.model import Role

VOID = "void"
"""The status of what is only supposed or denied: no event, unless a ranker knows better."""


class Draft(msgspec.Struct, kw_only=True):
    """A candidate event. ``token`` is the trigger, ``evidence`` spans in the document.

    ``governor`` is the word that gave the status, ``goal`` the countries that a visit goes to or whose cities a meeting is told to
    be in, ``resumed`` whether it goes on from an occasion told before, ``apart`` whether it is told to be one of its own,
    ``other_time`` whether it is told to be earlier or later than what was told before,
    ``reached`` whether the target is only inside what the act is about, ``merged`` the frames of the drafts that it took in.
    ``met`` says that the conditions of its frame are met, ``held`` that besides somebody is named and it is told as an event;
    ``rival`` that its trigger has a likelier reading;
    ``fits`` how likely words like these tell an act of its type, and how likely another, ``outlook`` an act with each status
    (:mod:`verbale.coding.senses`);
    ``offers`` are the parties that could take part;
    ``story`` is which of a digest's stories it belongs to, ``published`` the page's EDTF date.
    """

    frame: Frame
    page: Page
    token: Any
    type: str
    mode: str
    status: str
    participants: list[tuple[Role, Ref]]
    evidence: list[tuple[int, int]]
    confidence: float
    quoted: bool = False
    attribution: Ref | None = None
    count: int | None = None
    governor: str = ""
    goal: frozenset[str] = frozenset()
    resumed: bool = False
    apart: bool = False
    other_time: bool = False
    reached: bool = False
    merged: tuple[str, ...] = ()
    met: bool = True
    held: bool = True
    rival: bool = False
    fits: tuple[float, float] = (0.0, 0.0)
    outlook: tuple[float, ...] = ()
    offers: list[Any] = []
    story: int = 0
    published: str | None = None

    def refs(self, *roles: str) -> list[Ref]:
        """The participants in the given roles, or all of them."""
        return [r for role, r in self.participants if not roles or role in roles]

    def parties(self, *roles: str) -> frozenset[str]:
        """The known parties in the given roles, or in all of them."""
        return frozenset(r.party for r in self.refs(*roles) if r.party)
