"""All facets of an event from its draft, and what a document holds outside events: the coder's last stage."""

from __future__ import annotations

from typing import Any

from verbale.coding.context import Context, context_of, sentences, words_of
from verbale.coding.dating import date_of, default_date
from verbale.coding.draft import Draft
from verbale.coding.setting import fill_setting
from verbale.coding.themes import found
from verbale.coding.when import When
from verbale.coding.where import Where, place_of
from verbale.model import Basis, Claim, Mention

context = context_of
__all__ = ["Context", "context", "document_mentions", "fill"]


def fill(draft: Draft, context: Context, *, is_main: bool = True) -> dict[str, Any]:
    """Every field of an event that is read after it is decided upon, with the ``basis`` of each.

    Args:
        draft: the event in the making.
        context: the document that it stands in.
        is_main: whether the act is the page's own news; background goes undated (rule 25).
    """
    when = date_of(draft, context.published, context.pages) or default_date(draft, context.published, is_main)
    place = place_of(draft, context.hits, context.world, context.dateline)
    fields = fill_setting(draft, context, place)
    fields |= _about(draft, context)
    fields |= {
        "date": when.date if when else None, "date_precision": when.precision if when else None,
        "date_basis": when.basis if when else None, "place": place.place if place else None,
        "place_country": place.country if place else None,
    }  # fmt: skip
    fields["basis"] = _basis(when, place)
    return fields


def document_mentions(context: Context) -> tuple[list[Mention], list[Claim]]:
    """What the document holds outside events, and what it asserts in general."""
    del context
    return [], []


def _about(draft: Draft, context: Context) -> dict[str, Any]:
    text = words_of(draft, context.document)
    if draft.type == "CONSULT" and draft.mode in ("meet", "call"):
        text += " " + " ".join(s.text for s in sentences(draft, after=1))
    return {facet: tuple(found(facet, text)) for facet in ("topics", "tools", "needs")}


def _basis(when: When | None, place: Where | None) -> dict[str, Basis]:
    basis = {}
    if when:
        basis["date"] = Basis(start=when.start, end=when.end, rule=None if when.start is not None else "date of the page")
    if place:
        basis["place"] = Basis(start=place.start, end=place.end, rule=place.rule)
    return basis
