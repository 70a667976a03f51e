"""All facets of an event from its draft, and what a document holds outside events: the coder's last stage."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import msgspec

from verbale.coding import namings, needs
from verbale.coding.claims import claims
from verbale.coding.context import Context, context_of, sentences, words_of
from verbale.coding.dating import background, date_of, default_date
from verbale.coding.draft import Draft
from verbale.coding.instruments import uses, within
from verbale.coding.page import of_kind
from verbale.coding.said import said
from verbale.coding.setting import fill_setting, is_occasion
from verbale.coding.themes import found
from verbale.coding.when import When
from verbale.coding.where import Where, place_of
from verbale.model import Basis, Claim, Mention

context = context_of
cited_in = functools.lru_cache(maxsize=64)(uses)
__all__ = ["Context", "context", "document_mentions", "fill", "fill_all"]


class Occasion(msgspec.Struct, frozen=True):
    """What is known of an occasion that later sentences may go on about."""

    parties: frozenset[str]
    when: When | None
    place: Where | None


def fill(draft: Draft, context: Context, *, is_main: bool = True) -> dict[str, Any]:
    """Every field of one event that is read after it is decided upon, with the ``basis`` of each.

    Args:
        draft: the event in the making.
        context: the document that it stands in.
        is_main: whether the act is the page's own news; background goes undated (rule 25).
    """
    when = date_of(draft, context.published, context.pages) or default_date(draft, context.published, is_main)
    return _fields(draft, context, when, _place(draft, context))


def fill_all(drafts: Sequence[Draft], context: Context) -> list[dict[str, Any]]:
    """The fields of all of a document's events: what is told of an occasion without its day or place has those of the occasion."""
    told = [(d, date_of(d, context.published, context.pages), _place(d, context)) for d in drafts]
    occasions = [(d, Occasion(d.parties(), when, place)) for d, when, place in told if _opens(d)]
    return [_fields(d, context, *_inherited(d, when, place, occasions, context)) for d, when, place in told]


def document_mentions(context: Context, drafts: Sequence[Draft] = ()) -> tuple[list[Mention], list[Claim]]:
    """What the document holds outside events, and what it asserts in general.

    Args:
        context: the document.
        drafts: its events; what their evidence covers is told by them.
    """
    told = [span for d in drafts for span in d.evidence]
    cited = [
        Mention(kind="instrument", value=u.id, start=u.start, end=u.end, words=_words(context, u.start, u.end), year=u.year, error=u.error)
        for u in cited_in(context.document.text)
    ]
    found = [*namings.mentions(context), *needs.mentions(context), *needs.tools(context, told), *cited, *_forums(context)]
    return sorted(found, key=lambda m: (m.start, m.end, m.kind)), claims(context, told)


def _words(context: Context, start: int, end: int) -> str:
    return context.document.text[start:end]


def _forums(context: Context) -> list[Mention]:
    """The conferences and formats that the document names."""
    hits = [(h, of_kind(h, "forum")) for h in context.hits]
    return [
        Mention(kind="forum", value=e[0].id, start=h.start, end=h.end, words=_words(context, h.start, h.end), party=e[0].code or None)
        for h, e in hits
        if e
    ]


# -- what goes on from an occasion -------------------------------------------------------------------------------------


def _opens(draft: Draft) -> bool:
    return is_occasion(draft) and draft.status in ("happened", "ongoing")


def _inherited(
    draft: Draft, when: When | None, place: Where | None, occasions: list[tuple[Draft, Occasion]], context: Context
) -> tuple[When | None, Where | None]:
    """The date and place of the occasion that an act without its own belongs to; else the page's date."""
    if when is None and not background(draft) and (_opens(draft) or draft.status == "happened"):
        day = _nearest(draft, [(d, o) for d, o in occasions if o.when is not None and d is not draft], context.published)
        when = msgspec.structs.replace(day.when, basis="relative") if day and day.when else None
    if place is None and _opens(draft) and draft.mode not in ("call", "correspond") and not background(draft):
        at = _nearest(draft, [(d, o) for d, o in occasions if o.place is not None and d is not draft], None)
        place = at.place if at else None
    return when or default_date(draft, context.published, True), place


def _nearest(draft: Draft, occasions: list[tuple[Draft, Occasion]], published: str | None) -> Occasion | None:
    """The last occasion before an act, else the first after it, that its parties were at; no long past one."""
    here = _start(draft)
    fitting = [
        (_start(d), o) for d, o in occasions
        if _shared(draft, o) and not background(d) and (published is None or _recent(o.when, published))
    ]  # fmt: skip
    before = [o for at, o in sorted(fitting, key=lambda f: f[0]) if at <= here]
    after = [o for at, o in sorted(fitting, key=lambda f: f[0]) if at > here]
    return before[-1] if before else after[0] if after else None


def _shared(draft: Draft, occasion: Occasion) -> bool:
    """Whether an act was part of an occasion: its parties were all there, or those who met again are the same guest."""
    if is_occasion(draft):
        return bool(draft.parties("source") & occasion.parties)
    return len(draft.parties()) > 1 and draft.parties() <= occasion.parties


def _recent(when: When | None, published: str) -> bool:
    return when is not None and _near(when.date, published)


def _near(date: str, published: str) -> bool:
    """Whether two dates lie in the same month or in months side by side."""
    if len(date) < 7 or len(published) < 7:
        return date[:4] == published[:4]
    months = [int(d[:4]) * 12 + int(d[5:7]) for d in (date, published)]
    return abs(months[0] - months[1]) <= 1


def _start(draft: Draft) -> int:
    return draft.page.start(draft.token)


# -- fields ------------------------------------------------------------------------------------------------------------


def _place(draft: Draft, context: Context) -> Where | None:
    return place_of(draft, context.hits, context.world, context.dateline, context.pages)


def _fields(draft: Draft, context: Context, when: When | None, place: Where | None) -> dict[str, Any]:
    fields = fill_setting(draft, context, place)
    fields |= _about(draft, context)
    fields |= {
        "said": said(draft), "naming": namings.naming(draft, context),
        "instruments": within(cited_in(context.document.text), _passage(draft)),
    }  # fmt: skip
    fields |= {
        "date": when.date if when else None, "date_precision": when.precision if when else None,
        "date_basis": when.basis if when else None, "place": place.place if place else None,
        "place_country": place.country if place else None,
    }  # fmt: skip
    fields["basis"] = _basis(when, place)
    return fields


def _passage(draft: Draft) -> list[tuple[int, int]]:
    """The spans of the sentences that report an act."""
    base = draft.page.base
    return [*draft.evidence, *((base + s.start_char, base + s.end_char) for s in sentences(draft))]


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
