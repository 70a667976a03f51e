"""Voices: what each class asks and who hears it, who repeats it, how speakers name the authority, and who brings whom together."""

from __future__ import annotations

from verbale.analysis.voices.asks import Ask, asks
from verbale.analysis.voices.telling import answer

__all__ = ["Ask", "answer", "asks"]
