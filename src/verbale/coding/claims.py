"""What a document asserts in general, where no single act is told: trends, exclusive demands, criticism in general, judgements."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any

from verbale.catalogue import tables
from verbale.catalogue.fold import fold
from verbale.coding.context import Context
from verbale.coding.namings import phrases
from verbale.coding.page import Page, best, of_kind
from verbale.coding.phrases import has, listed
from verbale.model import Claim

Token = Any
_PARTIES = ("state", "demonym", "people", "authority", "organisation", "body", "metonym", "capital")
_SHORTEST = 6
"""The words and marks from which on a sentence asserts anything."""
_ALWAYS = {"exclusive_demand", "trend"}
_SAYING = {"say", "tell", "add", "state", "note", "announce", "report", "write", "warn", "claim"}


def claims(context: Context, told: Iterable[tuple[int, int]] = ()) -> list[Claim]:
    """The general assertions of a document.

    Args:
        context: the document.
        told: the evidence of its events; what reports an act is no generality.
    """
    spans = list(told)
    found = []
    for page in context.pages:
        if page.block.kind not in ("body", "item"):
            continue
        for sentence in page.doc.sents:
            start, end = page.base + sentence.start_char, page.base + sentence.end_char
            kind = _kind(sentence)
            if kind and (kind in _ALWAYS or not any(a < end and start < b for a, b in spans)):
                found.append(_claim(kind, page, sentence, context))
    return found


def _kind(sentence: Any) -> str | None:
    """What kind of generality a sentence is, if one: it must tell of many or of no particular day, in a general tense."""
    text = sentence.text
    root = sentence.root
    if len(sentence) < _SHORTEST or text.rstrip().endswith("?") or _reports(root):
        return None
    if not (general(root) or _now(sentence)):
        return _said_of_others(text) if any(map(general, _clauses(root))) else None
    if (has("only", text) and has("demand", text)) or (_tells("exclusive_demand", text) and _tells("asks", text)):
        return "exclusive_demand"
    if has("critical", text):
        return "criticism"
    if has("trend", text) or _tells("trend", text):
        return "trend"
    if has("judging", text) or _tells("judgement", text):
        return "judgement"
    return "generality" if _generic_subject(root) or _tells("generality", text) else None


def _now(sentence: Any) -> bool:
    """Whether a sentence is in the present or the perfect where the parser has put another word at its head."""
    return (sentence.root.tag_ != "VBD" and any(t.tag_ in ("VBZ", "VBP") or t.lower_ in ("has", "have") for t in sentence)) or (
        sentence[0].lower_ in ("never", "rarely", "seldom") and sentence[1].lower_ in ("has", "have", "do", "does", "is", "are")
    )


def _said_of_others(text: str) -> str | None:
    """The kind where only a clause within is general: what is told of a trend or asked for in a sentence about something else."""
    if _tells("exclusive_demand", text) and _tells("asks", text):
        return "exclusive_demand"
    return "trend" if _tells("trend", text) else "generality" if _tells("generality", text) else None


def _clauses(root: Token) -> list[Token]:
    """The other clauses of a sentence that assert something, below its head."""
    return [t for t in root.subtree if t is not root and t.dep_ in ("ccomp", "parataxis", "conj") and t.pos_ in ("VERB", "AUX")]


def _tells(kind: str, text: str) -> bool:
    return _pattern(kind).search(fold(text).strip().lower()) is not None


@functools.cache
def _pattern(kind: str) -> re.Pattern[str]:
    told = tables.toml("common", "claims")["tells"][kind]
    return re.compile(told if isinstance(told, str) else "|".join(told))


def general(root: Token) -> bool:
    """Whether a clause is in the present or present perfect, or says what should be: no single past act."""
    auxiliaries = {c.lower_ for c in root.children if c.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"have", "has", "should", "must", "may", "can", "do", "does", "are", "is"}:
        return True
    return root.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") for c in root.children if c.dep_ in ("aux", "conj"))


def _reports(root: Token) -> bool:
    """Whether somebody in particular is reported to say it."""
    return root.lemma_ in _SAYING and any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in root.children)


def _generic_subject(root: Token) -> bool:
    subjects = [c for c in root.children if c.dep_ in ("nsubj", "nsubjpass", "expl")]
    return any(s.lower_ in listed("generic") or s.dep_ == "expl" or s.tag_ == "NNS" or _mass(s) for s in subjects)


def _mass(subject: Token) -> bool:
    """Whether a subject is a thing in general: "silence", "courage"."""
    return subject.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod") for c in subject.children)


def _claim(kind: str, page: Page, sentence: Any, context: Context) -> Claim:
    text = sentence.text.strip()
    start = page.base + sentence.start_char
    about: list[str | None] = []
    for _, _, hit in page.hits(sentence.start, sentence.end):
        if of_kind(hit, *_PARTIES):
            about.append(context.world.party_of(best(hit, context.published), context.published))
    about += [party for _, _, party in phrases(page, sentence, context)]
    end = start + len(text)
    return Claim(
        kind=kind, start=start, end=end, words=context.document.text[start:end], by=context.issuer,
        about=tuple(dict.fromkeys(p for p in about if p)), hedged=has("hedges", text),
    )  # fmt: skip
