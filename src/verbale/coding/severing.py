"""What keeps two candidates of one type apart, whatever else they share: another speaker, day, place or stage of the act."""

from __future__ import annotations

import os

from verbale.coding.dating import date_of
from verbale.coding.draft import Draft
from verbale.coding.lexicon import words
from verbale.coding.twins import name_of
from verbale.model import ENGAGING

FLAGS = os.environ.get("SEV", "pdls")
_SPEECH = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"}


def severed(a: Draft, b: Draft) -> bool:
    """Whether two candidates of one type cannot be one act."""
    if "headline" in (a.page.block.kind, b.page.block.kind):
        return False
    return (
        ("p" in FLAGS and _other_speaker(a, b))
        or ("q" in FLAGS and _other_visitor(a, b))
        or ("d" in FLAGS and _other_day(a, b))
        or ("l" in FLAGS and _other_place(a, b))
        or ("s" in FLAGS and _other_stage(a, b))
    )


def _people(draft: Draft, role: str) -> set[str]:
    return {name_of(r) for r in draft.refs(role) if r.kind == "person"}


def _other_speaker(a: Draft, b: Draft) -> bool:
    here, there = _people(a, "source"), _people(b, "source")
    return a.type in _SPEECH and bool(here and there) and not here & there


def _other_visitor(a: Draft, b: Draft) -> bool:
    here, there = _people(a, "source"), _people(b, "source")
    return a.mode == b.mode == "visit" and bool(here and there) and not here & there


def _other_day(a: Draft, b: Draft) -> bool:
    if a.type in _SPEECH and "D" not in FLAGS:
        return False
    if a.token.sent.start == b.token.sent.start and a.page is b.page:
        return False
    one, other = (date_of(d, d.published) for d in (a, b))
    if one is None or other is None:
        return False
    short = min(len(one.date), len(other.date))
    week = "week" in (one.precision, other.precision)
    return one.date[:short] != other.date[:short] and not week


def _other_place(a: Draft, b: Draft) -> bool:
    return bool(a.goal and b.goal and not a.goal & b.goal)


def _other_stage(a: Draft, b: Draft) -> bool:
    stages = {a.status in ENGAGING, b.status in ENGAGING}
    verbs = a.frame.pos == b.frame.pos == "V"
    apart = a.page is not b.page or a.token.sent.start != b.token.sent.start
    return len(stages) == 2 and verbs and apart and a.type not in _SPEECH and a.type != "CONSULT"
