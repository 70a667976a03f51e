"""The first screen: what a desk officer asks first, each question answered in a few sentences that lead to their notes.

A new question is a function from the material to its answer, and a line in ``QUESTIONS``.
"""

from __future__ import annotations

from collections.abc import Callable

from verbale.brief.material import Material
from verbale.brief.page import Answers, Line, Section
from verbale.brief.screen.asked import asked
from verbale.brief.screen.changed import changed
from verbale.brief.screen.hidden import hidden
from verbale.brief.screen.met import met, rule
from verbale.brief.screen.openness import openness
from verbale.brief.screen.sure import sure
from verbale.brief.screen.terms import terms
from verbale.brief.veil import Veil

QUESTIONS: tuple[tuple[str, Callable[[Material, Veil], Line]], ...] = (
    ("What changed", changed),
    ("How sure", sure),
    ("Who met whom", met),
    ("How public", openness),
    ("On whose terms", terms),
    ("What was asked", asked),
    ("What may not be shown", hidden),
    ("How it is counted", rule),
)


def screen(material: Material, veil: Veil) -> Section:
    """Every question to which there is an answer, with it."""
    answers = ((words, answer(material, veil)) for words, answer in QUESTIONS)
    return Section("summary", "In brief", (Answers(tuple(each for each in answers if each[1])),))
