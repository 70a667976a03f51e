"""Why two events are held for one act."""

from __future__ import annotations

import msgspec

from verbale.model import Span


class Reason(msgspec.Struct, frozen=True, gc=False):
    """What speaks for or against a match, its weight in log-odds, and where either document says so."""

    words: str
    weight: float
    a: Span
    b: Span


class Match(msgspec.Struct, frozen=True, gc=False):
    """Two events held for one act: the probability, and the reasons."""

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]
