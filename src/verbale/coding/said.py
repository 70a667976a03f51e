"""What a statement says: asks, conditions, offers, consequences, commitments and disclaimers, in the words used."""

from __future__ import annotations

from typing import Any

from verbale.coding.clause import children
from verbale.coding.draft import Draft
from verbale.coding.phrases import has
from verbale.coding.themes import strength
from verbale.model import Modality, Said, SaidKind

Token = Any
_KINDS: dict[str, SaidKind] = {"REQUEST": "ask", "THREATEN": "consequence", "AGREE": "commitment"}
_OFFERS = {"AID", "COOPERATE", "CONCEDE"}
_CONTENT = ("ccomp", "xcomp", "dobj", "prep", "pcomp", "acl", "relcl", "advcl", "oprd", "attr")
_PRESSING = {"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"}
_LEAST = 3
"""How many words behind a condition make a clause."""
_PENDING = ("planned", "proposed")
_CONDITIONS = ("if", "unless", "provided", "providing", "once", "until", "lest", "otherwise")
_INVERTED = ("should", "were", "had")
"""With what a condition begins that has no "if": "Should the schools stay shut, ..."."""
_MODALS: tuple[tuple[Modality, frozenset[str]], ...] = (
    ("could", frozenset({"could", "might", "may", "can"})),
    ("would", frozenset({"would", "'d"})),
    ("should", frozenset({"should", "must", "ought", "need"})),
    ("will", frozenset({"will", "'ll", "shall"})),
)


def said(draft: Draft) -> tuple[Said, ...]:
    """The entries of a statement: its own content by type, and the condition that goes with it."""
    kind, conditions = _kind(draft), _conditions(draft)
    if kind is None and draft.type in _PRESSING and draft.status in _PENDING and conditions:
        kind = "consequence"
    if kind is None:
        return ()
    entries = [_entry(draft, kind, tokens) for tokens in [_content(draft, kind)] if tokens]
    entries += [_entry(draft, "condition", tokens) for tokens in conditions]
    return tuple({(e.kind, e.start): e for e in entries}.values())


def _kind(draft: Draft) -> SaidKind | None:
    if draft.type in _KINDS:
        return _KINDS[draft.type]
    if draft.type == "SUPPORT" and draft.mode == "recognise" and draft.status == "denied":
        return "disclaimer"
    return "offer" if draft.type in _OFFERS and draft.status in _PENDING else None


def _content(draft: Draft, kind: SaidKind) -> list[Token]:
    """The tokens that say what is asked, offered or threatened: the trigger's clauses and objects that are nobody in the act."""
    trigger = draft.token
    if kind in ("disclaimer", "consequence"):
        return _outside(draft)
    parts = [c for c in children(trigger, *_CONTENT) if c.i > trigger.i and not _somebody(draft, c) and not _conditional(c)]
    clauses = [c for c in parts if c.dep_ in ("ccomp", "xcomp", "acl", "relcl")] or parts
    found = sorted((t for c in clauses for t in c.subtree), key=lambda t: t.i)
    return found or [t for t in trigger.sent if t.i > trigger.i]


def _outside(draft: Draft) -> list[Token]:
    """The sentence without its condition; of two parts around it the later, which says what would follow."""
    conditions = {t.i for tokens in _conditions(draft) for t in tokens}
    left = [t for t in draft.token.sent if t.i not in conditions]
    later = [t for t in left if conditions and t.i > max(conditions) and not t.is_punct]
    return later if len(later) >= _LEAST else left


def _somebody(draft: Draft, token: Token) -> bool:
    """Whether a part of the sentence is only somebody: the person asked, the side promised to."""
    inner = [token] if token.dep_ != "prep" else children(token, "pobj")
    starts = [(r.start, r.end) for r in draft.refs()]
    spots = [draft.page.start(t) for t in inner]
    return bool(spots) and all(any(a <= s < b for a, b in starts) for s in spots)


def _conditional(token: Token) -> bool:
    if any(m.lower_ in _CONDITIONS and m.i < token.i for m in children(token, "mark", "advmod", "prep", "cc")):
        return True
    first = token.left_edge
    return bool(first.lower_ in _INVERTED and first.head is token and first.dep_ in ("aux", "auxpass") and token.dep_ == "advcl")


def _conditions(draft: Draft) -> list[list[Token]]:
    """The words of the clauses of the sentence that set a condition."""
    sentence = draft.token.sent
    clauses = [t for t in sentence if t.dep_ != "ROOT" and t.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN") and _conditional(t)]
    outer = [c for c in clauses if not any(a is not c and c in a.subtree for a in clauses)]
    found = [_up_to(draft, c) for c in outer]
    return found or [tokens for tokens in [_marked(draft)] if tokens]


def _up_to(draft: Draft, clause: Token) -> list[Token]:
    """A condition from its own first word on, without what the act says where the parser put that inside."""
    tokens = sorted(clause.subtree, key=lambda t: t.i)
    start = next((t.i for t in tokens if t.lower_ in _CONDITIONS or t.lower_ in _INVERTED), tokens[0].i)
    end = draft.token.i if tokens[-1].i >= draft.token.i > start else tokens[-1].i + 1
    return [t for t in tokens if start <= t.i < end]


def _marked(draft: Draft) -> list[Token]:
    """Where the parser sees no clause: from the "if" to the next comma, or to the end of the sentence."""
    sentence = list(draft.token.sent)
    start = next((n for n, t in enumerate(sentence) if t.lower_ in ("if", "unless", "otherwise", "lest")), None)
    if start is None:
        return []
    end = next((n for n in range(start + 1, len(sentence)) if sentence[n].text in (",", ";", ":")), len(sentence))
    return sentence[start:end]


def _entry(draft: Draft, kind: SaidKind, tokens: list[Token]) -> Said:
    span = _trimmed(tokens)
    start, end = draft.page.start(span[0]), draft.page.end(span[-1])
    words = draft.page.doc.text[start - draft.page.base : end - draft.page.base]
    topics = strength("topics", [words])
    return Said(
        kind=kind, words=words, start=start, end=end, topic=max(topics, key=lambda t: topics[t]) if topics else None,
        only=has("only", words if kind != "ask" else span[0].sent.text), modality="if" if kind == "condition" else _modality(span),
        quoted=draft.quoted or _in_quotes(span[0]),
    )  # fmt: skip


def _trimmed(tokens: list[Token]) -> list[Token]:
    """The unbroken run from the first to the last token, without the punctuation around it."""
    ordered = sorted(tokens, key=lambda t: t.i)
    run = list(ordered[0].doc[ordered[0].i : ordered[-1].i + 1])
    while len(run) > 1 and run[-1].is_punct:
        run.pop()
    while len(run) > 1 and run[0].is_punct:
        run.pop(0)
    return run


def _modality(tokens: list[Token]) -> Modality:
    low = {t.lower_ for t in tokens if t.dep_ in ("aux", "ROOT")}
    return next((name for name, words in _MODALS if low & words), "none")


def _in_quotes(token: Token) -> bool:
    return sum(t.text in ('"', "``", "''") for t in token.doc[: token.i]) % 2 == 1
