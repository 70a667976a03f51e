"""What a coder may not do to the decisions of others: undo them, or overrule what was adjudicated."""

from __future__ import annotations

from collections.abc import Mapping

from verbale.errors import UsageError
from verbale.record import Record
from verbale.web.seconding.codings import same
from verbale.web.team.policy import Role, Visitor, enough

_LEAST: Role = "adjudicator"


def forbidden(record: Record, name: str, sent: Mapping[str, str], visitor: Visitor) -> str:
    """Why a visitor may not take a decision; empty where they may."""
    if not visitor.account or enough(visitor.role, _LEAST):
        return ""
    taken = {each.number: each for each in record.decisions()}
    if sent.get("action") == "undo":
        numbers = [int(word) for word in sent.get("number", "").split(",") if word.isdecimal()]
        others = [each for number in numbers if (each := taken.get(number)) and not same(each.by, visitor.name)]
        return f"decision {others[0].number} is not yours to undo: an adjudicator can" if others else ""
    try:
        review = record.event(name).review
    except UsageError:
        return ""
    settled = review and (standing := taken.get(review.decision)) and standing.settles
    return "this was adjudicated: an adjudicator can decide it anew" if settled else ""
