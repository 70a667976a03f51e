"""Trends: whether meetings became more or fewer, tested against all that could feign it."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.analysis.minutes import Minutes
from verbale.analysis.trend.many import corrected
from verbale.analysis.trend.question import Question, load_questions, of_case
from verbale.analysis.trend.telling import answer
from verbale.analysis.trend.testing import Trend, trend

__all__ = ["Question", "Trend", "answer", "load_questions", "of_case", "trend", "trends"]


def trends(given: Minutes, questions: Iterable[Question]) -> tuple[Trend, ...]:
    """The trends of several questions, corrected for their number."""
    return corrected([trend(given, each) for each in questions])
