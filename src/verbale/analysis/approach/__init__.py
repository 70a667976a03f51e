"""Approaches: what kind of engagement a party practises in a quarter, as probabilities; no label where none is sure."""

from __future__ import annotations

from verbale.analysis.approach.quarters import Quarter, quarters
from verbale.analysis.approach.telling import answer

__all__ = ["Quarter", "answer", "quarters"]
