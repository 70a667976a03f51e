"""A picture for each answer: drawn from its typed result, with the answer's own finding, coverage and caveats beneath it."""

from __future__ import annotations

from verbale.pictures.answers.balance import balance
from verbale.pictures.answers.ladder import ladder
from verbale.pictures.answers.matrix import pressure, voices
from verbale.pictures.answers.reactions import reactions
from verbale.pictures.answers.sheet import sheet
from verbale.pictures.answers.trend import trend

__all__ = ["balance", "ladder", "pressure", "reactions", "sheet", "trend", "voices"]
