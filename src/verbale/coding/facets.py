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
from verbale.coding.headed import heading_day
from verbale.coding.instruments import uses, within
from verbale.coding.page import of_kind
from verbale.coding.phrases import has
from verbale.coding.said import said
from verbale.coding.setting import fill_setting, is_occasion
from verbale.coding.themes import found as values
from verbale.coding.when import When
from verbale.coding.where import Where, dated_from, place_of
from verbale.model import Basis, Claim, InstrumentUse, Mention

context = context_of
cited_in = functools.lru_cache(maxsize=64)(uses)
__all__ = ["Context", "context", "document_mentions", "fill", "fill_all"]


_SPOKEN = {"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE"}


class Occasion(msgspec.Struct, frozen=True):
    """What is known of an occasion that later sentences may go on about."""

    draft: Draft
    parties: frozenset[str]
    when: When | None
    place: Where | None
    forums: frozenset[str]


def fill(draft: Draft, context: Context, *, is_main: bool = True) -> dict[str, Any]:
    """Every field of one event that is read after it is decided upon, with the ``basis`` of each.

    Args:
        draft: the event in the making.
        context: the document that it stands in.
        is_main: whether the act is the page's own news; background goes undated (rule 25).
    """
    when = _told_date(draft, context) or default_date(draft, context.published, is_main)
    return _fields(draft, context, when, place_of(draft, context.pages))


def fill_all(drafts: Sequence[Draft], context: Context) -> list[dict[str, Any]]:
    """The fields of all of a document's events: what is told of an occasion without its day has that of the occasion."""
    told = [(d, _told_date(d, context), place_of(d, context.pages)) for d in drafts]
    occasions = [Occasion(d, d.parties(), when, place, _forums_of(d)) for d, when, place in told if _opens(d)]
    return [_fields(d, context, *_inherited(d, when, place, occasions, context)) for d, when, place in told]


def _told_date(draft: Draft, context: Context) -> When | None:
    """The date that the words give an act: those around it, else the day that heads its part of a chronology."""
    headed = heading_day(draft.page, context.pages, context.published)
    published = headed.date if headed else context.published
    when = date_of(draft, published, context.pages)
    if when or headed is None or default_date(draft, published, is_main=True) is None:
        return when
    return headed


def document_mentions(context: Context, drafts: Sequence[Draft] = ()) -> tuple[list[Mention], list[Claim]]:
    """What the document holds outside events, and what it asserts in general.

    Args:
        context: the document.
        drafts: its events; what their evidence covers is told by them.
    """
    told = [span for d in drafts for span in d.evidence]
    cited = [_cited(u, context) for u in cited_in(context.document.text)]
    found = [*namings.mentions(context), *needs.mentions(context), *needs.tools(context, told), *cited, *_forums(context)]
    return sorted(found, key=lambda m: (m.start, m.end, m.kind)), claims(context, told)


def _cited(use: InstrumentUse, context: Context) -> Mention:
    words = context.document.text[use.start : use.end]
    return Mention(kind="instrument", value=use.id, start=use.start, end=use.end, words=words, year=use.year, error=use.error)


def _forums(context: Context) -> list[Mention]:
    """The conferences and formats that the document names."""
    found = []
    for hit in context.hits:
        words = context.document.text[hit.start : hit.end]
        for entry in of_kind(hit, "forum")[:1]:
            found.append(Mention(kind="forum", value=entry.id, start=hit.start, end=hit.end, words=words, party=entry.code or None))
    return found


# -- what goes on from an occasion -------------------------------------------------------------------------------------


def _opens(draft: Draft) -> bool:
    return is_occasion(draft) and draft.status in ("happened", "ongoing", "planned")


def _inherited(
    draft: Draft, when: When | None, place: Where | None, occasions: list[Occasion], context: Context
) -> tuple[When | None, Where | None]:
    """The date of the occasion that an act without its own belongs to, and, of an occasion, its place; else the page's date."""
    others = [o for o in occasions if o.draft is not draft and _as_far(draft) == _as_far(o.draft)]
    apart = background(draft) or draft.status not in ("happened", "ongoing", "planned")
    if when is None and not apart:
        day = _nearest(draft, [o for o in others if _recent(o.when, context.published)])
        when = msgspec.structs.replace(day.when, basis="relative") if day and day.when else None
    if place is None and not apart and is_occasion(draft) and draft.mode not in ("call", "correspond"):
        at = _nearest(draft, [o for o in others if o.place is not None and o.place.place])
        place = at.place if at else None
    place = place or dated_from(draft, context.world, context.dateline)
    return when or default_date(draft, context.published, True), place


def _as_far(draft: Draft) -> bool:
    """Whether an act is still to come: what is to come does not go on from what happened."""
    return draft.status == "planned"


def _nearest(draft: Draft, occasions: list[Occasion]) -> Occasion | None:
    """The last occasion before an act, else the first after it, that the act belongs to; no past one."""
    here = _start(draft)
    fitting = sorted((o for o in occasions if _shared(draft, o) and not background(o.draft)), key=lambda o: _start(o.draft))
    fitting = [o for o in fitting if o.forums & _forums_of(draft)] or fitting
    before = [o for o in fitting if _start(o.draft) <= here]
    return before[-1] if before else fitting[0] if fitting else None


def _shared(draft: Draft, occasion: Occasion) -> bool:
    """Whether an act was part of an occasion: the same forum, the same guest, or all its parties were there."""
    if not is_occasion(draft):
        beside = draft.page is occasion.draft.page and draft.type in _SPOKEN
        there = draft.parties("source") if beside else draft.parties()
        return bool(there) and there <= occasion.parties and len(draft.parties()) > 1
    if _forums_of(draft) & occasion.forums:
        return True
    return bool(_guests(draft) & _guests(occasion.draft))


def _guests(draft: Draft) -> frozenset[str]:
    """Who moves through a story: the sources of an act by actor and by last name, and by party where only a pronoun stands."""
    found = set()
    for ref in draft.refs("source"):
        found |= {ref.actor or ref.name.split()[-1].lower(), ref.name.split()[-1].lower()}
        if ref.kind in ("person", "pronoun", "role") and ref.party:
            found.add(ref.party)
    return frozenset(found)


def _forums_of(draft: Draft) -> frozenset[str]:
    hits = draft.page.hits(draft.token.sent.start, draft.token.sent.end)
    return frozenset(e.id for _, _, h in hits for e in of_kind(h, "forum"))


def _recent(when: When | None, published: str | None) -> bool:
    return when is not None and (published is None or _near(when.date, published))


def _near(date: str, published: str) -> bool:
    """Whether two dates lie in the same month or in months side by side."""
    if len(date) < 7 or len(published) < 7:
        return date[:4] == published[:4]
    months = [int(d[:4]) * 12 + int(d[5:7]) for d in (date, published)]
    return abs(months[0] - months[1]) <= 1


def _start(draft: Draft) -> int:
    return draft.page.start(draft.token)


# -- fields ------------------------------------------------------------------------------------------------------------


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
    """What an act is about: the words that report it; of a meeting also what was discussed, of a sanction what it consists in."""
    text = words_of(draft, context.document) + " " + draft.token.sent.text
    goes_on = "discussed" if draft.type == "CONSULT" and draft.mode in ("meet", "call") else "listed"
    if draft.type in ("CONSULT", "SANCTION"):
        text += "".join(f" {s.text}" for s in sentences(draft, after=2) if has(goes_on, s.text))
    return {facet: tuple(values(facet, text)) for facet in ("topics", "tools", "needs")}


def _basis(when: When | None, place: Where | None) -> dict[str, Basis]:
    basis = {}
    if when:
        basis["date"] = Basis(start=when.start, end=when.end, rule=None if when.start is not None else "date of the page")
    if place:
        basis["place"] = Basis(start=place.start, end=place.end, rule=place.rule)
    return basis
