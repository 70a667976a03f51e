"""Instruments called by the wrong kind: a treaty "code", a declaration that is "ratified"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.checking import facts
from verbale.checking.finding import Finding
from verbale.checking.passage import Passage
from verbale.model import InstrumentUse

_QUOTE = r"[\"']*"
_NOUN = r"(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?P<noun>code|treaty|convention|covenant|pact|protocol|declaration|resolution)\b"
_IS = re.compile(
    rf"^{_QUOTE}(?:\s*\([^)]*\))?(?:,?{_QUOTE}\s+{_QUOTE}(?:which|that))?"
    rf"(?:\s+{_QUOTE}(?:is|was|remains|being|as)|,{_QUOTE}|\s+[-–—])\s+{_QUOTE}{_NOUN}"
)
_CALLED = re.compile(r"\b(?:call|describ|term|label)\w*\s+(?:the\s+)?$")
_PREDICATE = re.compile(rf"^\s+(?:as\s+)?{_NOUN}")
_JOINED = re.compile(
    r"\b(?P<words>signator(?:y|ies) (?:to|of)|part(?:y|ies) to|ratified|ratif(?:y|ies)|ratification of|accession to|acceded to"
    r"|accedes? to)\s+(?:the\s+)?$"
)
_JOINED_BEHIND = re.compile(
    rf"^{_QUOTE}(?:\s*\([^)]*\))?,?{_QUOTE}\s+{_QUOTE}"
    r"(?:(?:which|that)\s+[^.;]{1,60}?\b(?:ratified|acceded to)\b"
    r"|(?:which\s+)?(?:was\s+|has been\s+)?ratified\s+(?:by|in)\b"
    r"|to which\s+[^.;]{1,60}?\b(?:is|are)\s+(?:an?\s+)?(?:[Ss]tates?\s+)?part(?:y|ies)\b)"
)
_SET = re.compile(
    r"\b(?:both|these|those|the two|all three)[\"']*\s+(?:of\s+(?:these|the)\s+)?(?:[\w-]+\s+)?"
    r"(?P<noun>code|declaration|resolution)s\b"
)
_NEGATED = re.compile(r"\b(?:not|never|no|nobody|nor|neither|cannot)\b", re.IGNORECASE)


def findings(passage: Passage) -> Iterator[Finding]:
    """Nouns and verbs that do not go with the kind of an instrument."""
    for use in passage.uses:
        yield from _called(passage, use)
        yield from _joined(passage, use)
    yield from _sets(passage)


def _called(passage: Passage, use: InstrumentUse) -> Iterator[Finding]:
    """The noun in apposition, as predicate, or behind "called"."""
    behind = passage.words[use.end :]
    told = _IS.match(behind)
    if told is None and _CALLED.search(passage.words[: use.start]):
        told = _PREDICATE.match(behind)
    rule = _rule(use)
    if told and rule and told["noun"] in rule.never:
        yield _finding(passage, use.start, use.end + told.end(), use, told["noun"])


def _joined(passage: Passage, use: InstrumentUse) -> Iterator[Finding]:
    """States join treaties; nobody joins a declaration or a resolution."""
    rule = _rule(use)
    if rule is None or rule.joined:
        return
    ahead = passage.words[: use.start]
    told = _JOINED.search(ahead)
    if told and not _NEGATED.search(ahead[max(0, told.start() - 30) : told.start()]):
        yield _finding(passage, told.start(), use.end, use, "treaty that states join")
    behind = _JOINED_BEHIND.match(passage.words[use.end :])
    if behind and not _NEGATED.search(behind[0]):
        yield _finding(passage, use.start, use.end + behind.end(), use, "treaty that states join")


def _sets(passage: Passage) -> Iterator[Finding]:
    """Several instruments taken up again as "both international codes"."""
    told = _SET.search(passage.words)
    cited = [u for u in passage.before if _rule(u)]
    if told and len({u.id for u in cited}) > 1 and all(_never(u, told["noun"]) for u in cited):
        yield _finding(passage, told.start(), told.end(), cited[-1], told["noun"])


def _never(use: InstrumentUse, noun: str) -> bool:
    rule = _rule(use)
    return rule is not None and noun in rule.never


def _rule(use: InstrumentUse) -> facts.KindRule | None:
    known = facts.instruments().get(use.id)
    return facts.kind_rules().get(known.kind) if known else None


def _finding(passage: Passage, start: int, end: int, use: InstrumentUse, noun: str) -> Finding:
    known, rule = facts.instruments()[use.id], facts.kind_rules()[facts.instruments()[use.id].kind]
    return passage.finding(
        "wrong_kind",
        start,
        end,
        by=rule,
        fact=f"the {known.name} is a {known.kind}, not a {noun}",
        suggestion=f"write {known.kind}, or its own name",
    )
