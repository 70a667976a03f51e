"""What changed against the period before."""

from __future__ import annotations

from verbale.brief.comparing import Comparison, compared
from verbale.brief.material import Material
from verbale.brief.notes import INLINE
from verbale.brief.page import Inline, Line, Rows
from verbale.brief.screen.sides import called, figure
from verbale.brief.veil import Veil
from verbale.pictures.counting import SIDES, ids
from verbale.pictures.words import count, listed, number

_NAMED = 4
"""Pairs of parties that are named before it says how many more there are."""
WHOLE = (
    "This brief covers everything that was read, so there is no earlier period to compare it with. "
    "Ask for a period, for example with --since 2023-07, to compare it with the one before."
)


def changed(material: Material, _veil: Veil) -> Line:
    """Engagements with each side now and before, and who came or ceased to be in contact."""
    if material.period is None:
        return (WHOLE,)
    found = compared(material)
    if not found.read_before:
        return (f"Nothing that was read is of the period before ({material.period.before.words}), so nothing can be compared.",)
    return (*_counts(material, found), *_pairs(found))


def _counts(material: Material, found: Comparison) -> list[Inline]:
    parts: list[Inline] = []
    for n, side in enumerate(SIDES):
        now, then = found.now[side], found.then[side]
        parts += ["; " if n else "This period has ", figure(now), f" with {called(material, side)}, after "]
        parts += [Rows(number(len(then)), ids(then)) if then else "none"]
        parts += [f" in the period before, {material.period.before.words}"] if material.period and not n else []
    return [*(part for part in parts if part), ". "]


def _pairs(found: Comparison) -> list[Inline]:
    parts: list[Inline] = []
    for lead, pairs in (("In contact now and not before", found.come), ("In contact before and not now", found.gone)):
        if pairs:
            behind = ids(each for entries in pairs.values() for each in entries)
            shown = [f"{outside} with {home}" for outside, home in list(pairs)[:_NAMED]]
            more = [count(len(pairs) - _NAMED, "further pair")] if len(pairs) > _NAMED else []
            notes: list[Inline] = [Rows("", behind)] if len(behind) <= INLINE else [" (", Rows("list", behind), ")"]
            parts += [f"{lead}: {listed([*shown, *more])}", *notes, ". "]
    return parts or ["The same parties were in contact. "]
