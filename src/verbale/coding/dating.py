"""Which of a passage's dates governs an act: that of its own clause, of its sentence, of the sentence before, or the page's own."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from verbale.catalogue import tables
from verbale.coding.clause import children, objects
from verbale.coding.draft import Draft
from verbale.coding.lexicon import words
from verbale.coding.page import Page
from verbale.coding.timewords import TimeExpr, expressions
from verbale.coding.when import When, cut, page_day, resolve

Token = Any
_FUTURE = ("planned", "proposed")
_SPEECH = {"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"}
_DEEDS = {"CONSULT", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"}
_NEXT_CLAUSE = {"relcl": 5, "acl": 4, "ccomp": 2, "advcl": 2, "xcomp": 1, "parataxis": 2, "pcomp": 1}
_ENDS = {"end", "conclude", "close", "finish", "wind", "wrap", "complete"}
_FAR = 5
_EARLIER = {"recent", "previous", "earlier"}


class Dated(msgspec.Struct, frozen=True):
    """An expression of time in its block: the token that it hangs on, and the date told before it."""

    token: Any
    expr: TimeExpr
    anchor: When | None


def date_of(draft: Draft, published: str | None, pages: Sequence[Page] = ()) -> When | None:
    """The date that the words around a trigger give it: its own clause first, then its sentence, then what leads up to it.

    Args:
        draft: the act.
        published: the page's EDTF date.
        pages: the document's pages, for evidence and lead-ins in other blocks.
    """
    sentence = draft.token.sent
    here = _dated(draft.page, published)
    found = _counted_from(draft, here, published) or _nearest(draft, sentence, here, published)
    if found:
        return _first_day(draft, found)
    for page, span in [*((draft.page, s) for s in others(draft, sentence)), *elsewhere(draft, pages)]:
        found = _governing(draft, page, span, published)
        if found:
            return found
    before = _before(sentence)
    if before is not None and draft.type == "CONSULT" and _goes_on(draft, sentence):
        return _governing(draft, draft.page, before, published)
    return None


def default_date(draft: Draft, published: str | None, is_main: bool) -> When | None:
    """Rule 25: an undated act that the page reports as news takes the page's date; background, and what is to come, takes none."""
    page = page_day(published)
    unborn = draft.type in _DEEDS or draft.mode == "recognise"
    if page is None or not is_main or background(draft) or (unborn and draft.status in (*_FUTURE, "cancelled")):
        return None
    return When(cut(page.first, page.precision), page.precision, "publication")


def background(draft: Draft) -> bool:
    """Whether an act is told as past background: past perfect outside reported speech, or marked as earlier."""
    token = draft.token
    verb = token if token.pos_ in ("VERB", "AUX") else next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), token)
    perfect = any(c.lower_ in ("had", "'d") and c.dep_ == "aux" for c in verb.children)
    marked = {"earlier", "previously", "formerly", "once"} & {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    return perfect or bool(marked)


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


def others(draft: Draft, sentence: Any) -> list[Any]:
    """The other sentences of the same block that the draft's evidence touches."""
    base = draft.page.base
    return [
        s for s in draft.page.doc.sents
        if s.start != sentence.start and any(a < base + s.end_char and base + s.start_char < b for a, b in draft.evidence)
    ]  # fmt: skip


def elsewhere(draft: Draft, pages: Sequence[Page]) -> Iterator[tuple[Page, Any]]:
    """The sentences of other blocks that the evidence touches, and the lead-in of a list's item."""
    spans = list(draft.evidence) + ([draft.page.block.lead_in] if draft.page.block.lead_in else [])
    for page in pages:
        if page is draft.page:
            continue
        for sentence in page.doc.sents:
            if any(a < page.base + sentence.end_char and page.base + sentence.start_char < b for a, b in spans):
                yield page, sentence


# -- candidates --------------------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=256)
def _expressions(text: str) -> tuple[TimeExpr, ...]:
    return tuple(expressions(text))


def _dated(page: Page, published: str | None) -> list[Dated]:
    """The expressions of a block, each with the date told before it; dates of things that are cited are left out."""
    found = []
    anchor: When | None = None
    for expr in _expressions(page.doc.text):
        span = page.doc.over(expr.start, expr.end)
        if not span or _cites(span):
            continue
        found.append(Dated(span.root, expr, anchor))
        anchor = resolve(expr, published, anchor=anchor) or anchor
    return found


def _cites(span: Any) -> bool:
    """Whether a date belongs to a thing that is cited: "resolution 2681 of 2023", "the agreement of 29 February 2020"."""
    before = [t.lower_ for t in span.doc[max(0, span.start - 5) : span.start]]
    cited = {"resolution", "agreement", "treaty", "convention", "covenant", "act", "law", "coup", "accord", "statute", "signed"}
    return bool(before and cited & set(before[-4:])) and (before[-1] in ("of", "(", ",", "on") or before[-1].isdigit())


def _before(sentence: Any) -> Any:
    return sentence.doc[sentence.start - 1].sent if sentence.start > 0 else None


def _goes_on(draft: Draft, sentence: Any) -> bool:
    """Whether the sentence goes on with the one before: not where it opens a past of its own."""
    if background(draft) or {t.lower_ for t in sentence[:3]} & {"earlier", "previously", "meanwhile", "separately"}:
        return False
    again = [t for t in sentence if t.lemma_.lower() in words("occasion") | {"visit", "trip"}]
    taken_up = any(c.lower_ in ("the", "this", "that", "these") for t in again for c in t.children if c.dep_ == "det")
    return taken_up or sentence[0].tag_ in ("PRP", "PRP$") or draft.token.pos_ == "NOUN"


# -- choosing ----------------------------------------------------------------------------------------------------------


def _nearest(draft: Draft, span: Any, dated: list[Dated], published: str | None) -> When | None:
    """The expression in ``span`` that is fewest clauses away and can be the date of such an act."""
    scored = []
    for n, item in enumerate(dated):
        if not span.start <= item.token.i < span.end:
            continue
        cost = clauses_between(draft.token, item.token) + _unfit(draft, item)
        if cost < _FAR:
            scored.append((cost, n, item))
    for _, _, item in sorted(scored, key=lambda s: (s[0], s[1])):
        when = _resolved(draft, item, published)
        if when:
            return when
    return None


def _resolved(draft: Draft, item: Dated, published: str | None) -> When | None:
    future = draft.status in _FUTURE and _verb(item.token).tag_ != "VBD"
    when = resolve(item.expr, published, future=future, anchor=item.anchor)
    if when is None or (draft.status == "happened" and published and when.date > published and not published.startswith(when.date)):
        return None
    base = draft.page.base
    return msgspec.structs.replace(when, start=base + item.expr.start, end=base + item.expr.end)


def _verb(token: Token) -> Token:
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), token)


def _governing(draft: Draft, page: Page, span: Any, published: str | None) -> When | None:
    """The date of another sentence's main clause."""
    for item in _dated(page, published):
        if span.start <= item.token.i < span.end and clauses_between(span.root, item.token) <= 1 and not _bound(item):
            when = _resolved(draft, item, published)
            if when:
                base = page.base
                return msgspec.structs.replace(when, start=base + item.expr.start, end=base + item.expr.end)
    return None


def _unfit(draft: Draft, item: Dated) -> int:
    """What speaks against an expression: it says since when or until when, only a year, or dates what a speech act is about."""
    bound = _bound(item) and draft.status not in _FUTURE
    vague = item.expr.kind in ("year", "season")
    since = vague and "since" in _before_words(item) and draft.status not in _FUTURE
    about = draft.type in _SPEECH and item.token.i > draft.token.i and _of_content(draft.token, item)
    other = _names(draft, item) or (draft.type == "CONSULT" and draft.status == "happened" and _of_another(draft.token, item.token))
    apart = vague and clauses_between(draft.token, item.token) > 0
    return 3 * bound + vague + 3 * apart + 5 * bool(about or other or since)


def _names(draft: Draft, item: Dated) -> bool:
    """Whether a date is part of a thing's name that is no occasion: "the 25 May referendum", "the March 23 Movement"."""
    head = item.token.head
    named = item.token.dep_ in ("compound", "nmod", "nummod", "amod") and head.i > item.token.i and head.pos_ in ("NOUN", "PROPN")
    named = named and bool(children(head, "det", "poss"))
    return named and head is not draft.token and head.lemma_.lower() not in words("occasion") and head.i not in _spans(item)


def _spans(item: Dated) -> range:
    """The words of an expression of time: "25" hangs on "May" as well."""
    span = item.token.doc.over(item.expr.start, item.expr.end)
    return range(span.start, span.end)


def _of_another(trigger: Token, token: Token) -> bool:
    """Whether an earlier occasion that an act takes up stands between: "met to follow up on the recent talks in Oslo last week"."""
    between = trigger.doc[trigger.i + 1 : max(token.i, trigger.i + 1)]
    return any(
        t.pos_ == "NOUN" and t.lemma_ in words("occasion") and any(c.lower_ in _EARLIER for c in children(t, "amod"))
        for t in between
    )


def _bound(item: Dated) -> bool:
    return bool(_before_words(item) & {"since", "until", "till", "by"}) and item.expr.kind in ("date", "month", "year")


def _before_words(item: Dated) -> set[str]:
    """The words that lead up to an expression of time, its own first among them."""
    here = item.token.doc[max(0, item.token.i - 3) : item.token.i]
    return {t.lower_ for t in here} | {item.expr.text.split(" ", 1)[0].lower()}


def _of_content(trigger: Token, item: Dated) -> bool:
    """Whether a date behind a speech act is that of the deed complained of: "condemned the firing on 13 April"."""
    if _in_content(trigger, item.token) or any(_describes(t) for t in _below(trigger, item.token)):
        return True
    deeds = [o for o in objects(trigger) if o.lemma_ in words("deeds") or o.tag_ == "VBG" or children(o, "poss")]
    return item.expr.kind == "date" and bool(deeds)


def _describes(verb: Token) -> bool:
    """Whether a verb describes a noun, as a relative clause or a participle does."""
    return verb.dep_ in ("acl", "relcl") or (verb.tag_ == "VBN" and not children(verb, "aux", "auxpass", "nsubj"))


def _below(trigger: Token, token: Token) -> Iterator[Token]:
    """The words from a token up to the first that governs the trigger too."""
    line = {trigger.i, *(t.i for t in trigger.ancestors)}
    for node in [token, *token.ancestors]:
        if node.i in line:
            return
        yield node


def _in_content(trigger: Token, token: Token) -> bool:
    """Whether an expression stands inside what is said, asked or complained of, not beside the saying."""
    node = token
    while node.i != trigger.i and node.head.i != node.i:
        if node.head.i == trigger.i:
            return node.dep_ in ("dobj", "ccomp", "xcomp", "dative", "pobj") or (node.dep_ == "prep" and node.i != token.head.i)
        node = node.head
    return False


def _counted_from(draft: Draft, dated: list[Dated], published: str | None) -> When | None:
    """For the act in "three days after the crossing was shut": so many days before the page's day, or the day told."""
    for item in dated:
        last = draft.page.doc.over(item.expr.start, item.expr.end)[-1]
        if item.expr.kind != "anchored" or last.lower_ not in ("after", "before", "since") or draft.token.i <= last.i:
            continue
        clause = last.head if last.dep_ == "mark" else last
        if draft.token.i in {t.i for t in clause.subtree} and last.sent.start == draft.token.sent.start:
            anchor = item.anchor or When((published or "")[:10], "day", "publication")
            back = msgspec.structs.replace(item.expr, number=-item.expr.number)
            return resolve(back, published, anchor=anchor)
    return None


def _first_day(draft: Draft, when: When) -> When:
    """Rule 21: where an occasion of several days is told by its last, the first of them."""
    sentence = draft.token.sent
    page = page_day(when.date)
    if draft.type != "CONSULT" or when.precision != "day" or page is None or not any(t.lemma_ in _ENDS for t in sentence):
        return when
    numbers = tables.toml("common", "calendar")["numbers"]
    for token in sentence[:-1]:
        count = int(token.text) if token.text.isdigit() else numbers.get(token.lower_, 0)
        behind = [t.lower_ for t in sentence.doc[token.i + 1 : token.i + 3]]
        if 1 < count < 15 and behind and (behind[0] == "days" or behind == ["-", "day"]):
            return msgspec.structs.replace(when, date=(page.first - dt.timedelta(count - 1)).isoformat())
    return when
