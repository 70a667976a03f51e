"""Pressure and law: which tools were used, how far, and what followed; which instruments were cited; which needs were told."""

from __future__ import annotations

from verbale.analysis.pressure.telling import answer
from verbale.analysis.pressure.tools import Use, uses

__all__ = ["Use", "answer", "uses"]
