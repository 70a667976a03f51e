"""What keeps two candidates of one type apart, whatever else they share: other days, others met, or one done and one to come."""

from __future__ import annotations

from verbale.coding.clause import objects, preposition
from verbale.coding.dating import date_of
from verbale.coding.draft import Draft
from verbale.coding.page import of_kind
from verbale.model import ENGAGING

_SPOKEN = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"}
"""What is said is one act for each speaker and target of a page, whenever it is said."""
_WAVERING = {*_SPOKEN, "CONSULT"}
"""What a page may first announce and then tell: one act, or the words for one."""


def severed(a: Draft, b: Draft) -> bool:
    """Whether two candidates of one type cannot be one act; headlines tell again what stands below them."""
    if "headline" in (a.page.block.kind, b.page.block.kind):
        return False
    return (
        _others_met(a, b)
        or _others_spoken(a, b)
        or (not _in_one_sentence(a, b) and (_other_day(a, b) or _other_stage(a, b) or _other_place(a, b)))
    )


def _others_met(a: Draft, b: Draft) -> bool:
    """Whether each has a verb for a meeting of its own, with others: "met the minister, and also met students"."""
    verbs = a.type == "CONSULT" and all(d.mode == "meet" and d.frame.pos == "V" and d.held for d in (a, b))
    one, other = a.parties("target"), b.parties("target")
    return verbs and bool(one and other) and not one & b.parties() and not other & a.parties()


def _other_place(a: Draft, b: Draft) -> bool:
    """Whether both tell of an occasion in a town or at a forum of its own: the Oslo summit and the Lima summit."""
    if a.type != "CONSULT" or "visit" in (a.mode, b.mode):
        return False
    return any(one and other and not one & other for one, other in ((a.goal, b.goal), (_forums(a), _forums(b))))


def _forums(draft: Draft) -> set[str]:
    """The forums and bodies named with the occasion that somebody attended."""
    token, page = draft.token, draft.page
    at = [*objects(token), *(t for o in (token, *objects(token)) for t in preposition(o, "in", "at", "of"))]
    spans = [span for t in at for span in page.hits(page.left(t), t.i + 1)] if draft.mode == "attend" else []
    return {e.code for span in spans for e in of_kind(span[2], "forum", "body")}


def _others_spoken(a: Draft, b: Draft) -> bool:
    """Whether by words of their own others speak, or somebody speaks of others: A thanked B's people and, later, its rulers."""
    sides = [(d.parties("source"), d.parties("target")) for d in (a, b)]
    known = a.type in _SPOKEN and a.held and b.held and all(map(all, sides))
    return known and any(not one & other for one, other in zip(*sides, strict=True))


def _in_one_sentence(a: Draft, b: Draft) -> bool:
    return a.page is b.page and a.token.sent.start == b.token.sent.start


def _other_day(a: Draft, b: Draft) -> bool:
    """Whether both have dates of their own that cannot be the same day."""
    if a.type in _SPOKEN:
        return False
    one, other = date_of(a, a.published), date_of(b, b.published)
    if one is None or other is None or "week" in (one.precision, other.precision):
        return False
    known = min(len(one.date), len(other.date))
    return one.date[:known] != other.date[:known]


def _other_stage(a: Draft, b: Draft) -> bool:
    """Whether one deed is told as done and the other as not done, by verbs of their own: what was sent, and what will be."""
    verbs = a.frame.pos == b.frame.pos == "V"
    return verbs and a.type not in _WAVERING and (a.status in ENGAGING) != (b.status in ENGAGING)
