"""Claims: what a document asserts in general, weighed by what the record holds for and against it."""

from __future__ import annotations

from verbale.analysis.claims.telling import answer
from verbale.analysis.claims.weighing import Weighed, weigh

__all__ = ["Weighed", "answer", "weigh"]
