"""Recognition: the dated acts on the ladder, what they are in law, and how much they weigh in politics, with a band."""

from __future__ import annotations

from verbale.analysis.recognition.standing import Recognition, Standing, recognition
from verbale.analysis.recognition.telling import answer

__all__ = ["Recognition", "Standing", "answer", "recognition"]
