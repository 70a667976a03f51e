"""Reactions: whether the authority criticises more after others of the country were met, silence included."""

from __future__ import annotations

from verbale.analysis.reactions.study import Reactions, reactions
from verbale.analysis.reactions.telling import answer

__all__ = ["Reactions", "answer", "reactions"]
