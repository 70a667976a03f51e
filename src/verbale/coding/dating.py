"""Which of a passage's dates governs an act: that of its own clause, of its sentence, of the sentence before, or the page's own."""

from __future__ import annotations

import functools
from typing import Any

import msgspec

from verbale.coding.draft import Draft
from verbale.coding.timewords import TimeExpr, expressions
from verbale.coding.when import When, cut, page_day, resolve

Token = Any
_FUTURE = ("planned", "proposed")
_NEXT_CLAUSE = {"relcl": 4, "acl": 3, "ccomp": 2, "advcl": 2, "xcomp": 1, "parataxis": 2, "pcomp": 1}
_FAR = 5


def date_of(draft: Draft, published: str | None) -> When | None:
    """The date that the words around a trigger give it: its own clause first, then its sentence, then the sentence before."""
    future = draft.status in _FUTURE
    dated = _dated(draft, published, future)
    sentence = draft.token.sent
    for span in [sentence, *others(draft, sentence)]:
        found = _nearest(draft.token, [d for d in dated if span.start <= d[0].i < span.end], future)
        if found:
            return found
    before = _before(sentence)
    if before is not None and _follows(draft, sentence):
        return _nearest(before.root, [d for d in dated if before.start <= d[0].i < before.end], future)
    return None


@functools.lru_cache(maxsize=256)
def _expressions(text: str) -> tuple[TimeExpr, ...]:
    return tuple(expressions(text))


def _dated(draft: Draft, published: str | None, future: bool) -> list[tuple[Token, When, TimeExpr]]:
    """The resolved expressions of the trigger's block, each with the token that it hangs on."""
    doc, found = draft.page.doc, []
    anchor: When | None = None
    for expr in _expressions(doc.text):
        span = doc.char_span(expr.start, expr.end, alignment_mode="expand")
        when = resolve(expr, published, future=future, anchor=anchor)
        if when is None or span is None:
            continue
        anchor = when
        if not _cites(span):
            base = draft.page.base
            found.append((span.root, msgspec.structs.replace(when, start=base + expr.start, end=base + expr.end), expr))
    return found


def _cites(span: Any) -> bool:
    """Whether a date belongs to a thing that is cited: "resolution 2681 of 2023", "the agreement of 29 February 2020"."""
    before = [t.lower_ for t in span.doc[max(0, span.start - 5) : span.start]]
    return any(w in ("resolution", "agreement", "treaty", "convention", "covenant", "act", "law", "coup") for w in before[-4:]) and (
        bool(before) and (before[-1] in ("of", "(", ",") or before[-1].isdigit())
    )


def others(draft: Draft, sentence: Any) -> list[Any]:
    """The other sentences of the same block that the draft's evidence touches."""
    base = draft.page.base
    return [
        s for s in draft.page.doc.sents
        if s.start != sentence.start and any(a < base + s.end_char and base + s.start_char < b for a, b in draft.evidence)
    ]  # fmt: skip


def _before(sentence: Any) -> Any:
    return sentence[0].nbor(-1).sent if sentence.start > 0 else None


def _follows(draft: Draft, sentence: Any) -> bool:
    """Whether the sentence goes on with the one before: not where it opens a past of its own."""
    return not background(draft) and not any(t.lower_ in ("earlier", "previously", "meanwhile", "separately") for t in sentence[:3])


def _nearest(trigger: Token, dated: list[tuple[Token, When, TimeExpr]], future: bool) -> When | None:
    scored = [(clauses_between(trigger, token) + _unfit(token, expr, future), n, when) for n, (token, when, expr) in enumerate(dated)]
    fitting = [s for s in scored if s[0] < _FAR]
    return min(fitting, key=lambda s: (s[0], s[1]))[2] if fitting else None


def clauses_between(trigger: Token, token: Token) -> int:
    """How many clauses lie between a trigger and another token; a clause about something else weighs more."""
    line = [trigger, *trigger.ancestors]
    cost, node = 0, token
    while node not in line and node.head.i != node.i:
        if node.pos_ in ("VERB", "AUX"):
            cost += _NEXT_CLAUSE.get(node.dep_, 1)
        node = node.head
    if node not in line:
        return 3
    up = line[: line.index(node)]
    return cost + sum(t.pos_ in ("VERB", "AUX") for t in up[1:]) + (bool(up) and up[0].pos_ in ("VERB", "AUX"))


def _unfit(token: Token, expr: TimeExpr, future: bool) -> int:
    """What speaks against an expression: it says since when or until when, or only a year."""
    before = {t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]}
    bound = ("since",) if future else ("since", "until", "till", "by")
    open_ended = any(w in before for w in bound) and expr.kind in ("date", "month", "year")
    return 3 * open_ended + (expr.kind in ("year", "season"))


def background(draft: Draft) -> bool:
    """Whether an act is told as past background: past perfect outside reported speech, or marked as earlier."""
    token = draft.token
    verb = token if token.pos_ in ("VERB", "AUX") else next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), token)
    perfect = any(c.lower_ in ("had", "'d") and c.dep_ == "aux" for c in verb.children)
    marked = any(t.lower_ in ("earlier", "previously", "formerly", "once") for c in verb.children if c.dep_ == "advmod" for t in [c])
    return perfect or marked


def default_date(draft: Draft, published: str | None, is_main: bool) -> When | None:
    """Rule 25: an undated act that the page reports as news takes the page's date; background, and what is to come, takes none."""
    page = page_day(published)
    if page is None or not is_main or draft.status in (*_FUTURE, "cancelled") or background(draft):
        return None
    return When(cut(page.first, page.precision), page.precision, "publication")
