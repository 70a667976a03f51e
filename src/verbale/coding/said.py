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
_CONDITIONS = ("if", "unless", "provided", "once", "until")
_MODALS: tuple[tuple[Modality, frozenset[str]], ...] = (
    ("could", frozenset({"could", "might", "may", "can"})),
    ("would", frozenset({"would", "'d"})),
    ("should", frozenset({"should", "must", "ought", "need"})),
    ("will", frozenset({"will", "'ll", "shall"})),
)


def said(draft: Draft) -> tuple[Said, ...]:
    """The entries of a statement: its own content by type, and the condition that goes with it."""
    kind = _kind(draft)
    if kind is None:
        return ()
    entries = [_entry(draft, kind, tokens) for tokens in [_content(draft, kind)] if tokens]
    entries += [_entry(draft, "condition", list(c.subtree)) for c in _conditions(draft)]
    return tuple({(e.kind, e.start): e for e in entries}.values())


def _kind(draft: Draft) -> SaidKind | None:
    if draft.type in _KINDS:
        return _KINDS[draft.type]
    if draft.type == "SUPPORT" and draft.mode == "recognise" and draft.status == "denied":
        return "disclaimer"
    return "offer" if draft.type in _OFFERS and draft.status in ("planned", "proposed") else None


def _content(draft: Draft, kind: SaidKind) -> list[Token]:
    """The tokens that say what is asked, offered or threatened: the trigger's clauses and objects that are nobody in the act."""
    trigger = draft.token
    if kind in ("disclaimer", "consequence"):
        conditions = {t.i for c in _conditions(draft) for t in c.subtree}
        return [t for t in trigger.sent if t.i not in conditions]
    parts = [c for c in children(trigger, *_CONTENT) if c.i > trigger.i and not _somebody(draft, c) and not _conditional(c)]
    clauses = [c for c in parts if c.dep_ in ("ccomp", "xcomp", "acl", "relcl")] or parts
    found = sorted((t for c in clauses for t in c.subtree), key=lambda t: t.i)
    return found or [t for t in trigger.sent if t.i > trigger.i]


def _somebody(draft: Draft, token: Token) -> bool:
    """Whether a part of the sentence is only somebody: the person asked, the side promised to."""
    inner = [token] if token.dep_ != "prep" else children(token, "pobj")
    starts = [(r.start, r.end) for r in draft.refs()]
    spots = [draft.page.start(t) for t in inner]
    return bool(spots) and all(any(a <= s < b for a, b in starts) for s in spots)


def _conditional(token: Token) -> bool:
    return any(m.lower_ in _CONDITIONS for m in children(token, "mark", "advmod", "prep"))


def _conditions(draft: Draft) -> list[Token]:
    """The clauses of the sentence that set a condition."""
    return [t for t in draft.token.sent if t.dep_ in ("advcl", "ccomp", "acl") and _conditional(t)]


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
