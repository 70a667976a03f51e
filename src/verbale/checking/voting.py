"""Votes of the Security Council and the General Assembly that cannot have been, or were not, as they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.checking import facts
from verbale.checking.finding import Finding
from verbale.checking.passage import Passage

_ADOPTED = re.compile(r"\b(?:adopt(?:ed|s)|pass(?:ed|es)|approv(?:ed|es)|carried)\b")
_FAILED = re.compile(
    r"\b(?:fail\w*|(?:adopt|pass|approv)\w+ (?:nothing|no)|not (?:be )?(?:adopt|pass)\w*"
    r"|reject\w*|block\w*|defeat\w*|amendments?)\b"
)
_COUNCIL = re.compile(r"\b(?:Security Council|UNSC|(?<!Rights )(?<!European )Council)\b")
_ASSEMBLY = re.compile(r"\b(?:General Assembly|UNGA)\b")
_ELSEWHERE = re.compile(
    r"\b(?:Human Rights Council|European Council|Council of|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee)\b"
)
_VETOED_THERE = re.compile(
    r"\bvetoed\b(?:\s+(?!(?:and|but|after|before|Council)\b)\w+){0,6}?\s+(?:in|at) the (?:UN |United Nations )?General Assembly\b"
)
_DENIED = re.compile(r"\b(?:no|not|cannot|nobody|never|if|would|could)\b|n't\b")
_AGAINST_BY = re.compile(
    r"\b(?:against|no votes?|negative votes?|veto(?:es)?)(?:\s+(?:by|of|from|were|came from|cast by))*[\s,:(-]+(?:the\s+)?$"
)
_AGAINST_OF = re.compile(
    r"^(?:'s)?[\s,]+(?:\w+\s+){0,2}?(?:vot(?:ed|ing|e|es)\s+(?:against|no\b)|(?:both\s+)?against\b|vetoed|veto\b|negative vote"
    r"|cast(?:ing)?\s+(?:the|an?)\s+(?:\w+\s+)?vote against)"
)
_JOINED = re.compile(r"^,?\s*(?:and\s+)?(?:the\s+)?$")
_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen",
)  # fmt: skip
_NUMBER = rf"\d+|none|{'|'.join(_NUMBERS)}"
_VOTERS = r"votes?|countries|states|nations|(?:[Mm]ember )?[Ss]tates|members"
_COUNT = re.compile(
    rf"(?<![\w-])(?P<count>{_NUMBER})(?:\s+(?:{_VOTERS}))?(?:\s+(?:voted|voting|were))?"
    r"\s+(?P<side>against|in favou?r|abstentions?|abstain(?:ed|ing))\b"
)
_TO = re.compile(
    rf"\b(?:by|vote of|voted)\s+(?:a (?:recorded )?vote of\s+)?(?P<yes>\d+)(?:\s+votes)?(?:\s+to\s+|[-–])(?P<no>{_NUMBER})\b"
)
_ONE_MIND = re.compile(r"\b(?:unanimously|by consensus|without (?:a|any) vote)\b")

Told = tuple[int, int, str, int]
"""Where figures are told, for which side (``yes``, ``no``, ``abstain``), and how many."""


def findings(passage: Passage) -> Iterator[Finding]:
    """A vote that the Charter rules out, or other figures than the record has."""
    yield from _vetoed_there(passage)
    if not _ADOPTED.search(passage.words) or _FAILED.search(passage.words) or _ELSEWHERE.search(passage.words):
        return
    if _COUNCIL.search(passage.words) and _ASSEMBLY.search(passage.words):
        return
    cited = {u.id for u in passage.uses if u.id.startswith("unscr_") or u.id in facts.votes()}
    found = list(_assembly(passage) if _is_assembly(passage, cited) else _council(passage, cited))
    if not found and len(cited) == 1 and cited <= set(facts.votes()) and not passage.looks_back():
        found += _figures(passage, facts.votes()[cited.pop()])
    yield from found


def _is_assembly(passage: Passage, cited: set[str]) -> bool:
    if cited:
        return not any(each.startswith("unscr_") for each in cited)
    return bool(_ASSEMBLY.search(passage.words))


def _council(passage: Passage, cited: set[str]) -> Iterator[Finding]:
    """Adopted against a permanent member."""
    against = _against(passage) if cited or _COUNCIL.search(passage.words) else None
    if against:
        yield _impossible(passage, *against, facts.veto())


def _assembly(passage: Passage) -> Iterator[Finding]:
    """Adopted by fewer votes than were against, or by more than there are members."""
    told = {side: (start, end, count) for start, end, side, count in _told(passage)}
    outvoted = "yes" in told and "no" in told and told["no"][2] >= told["yes"][2]
    if outvoted or sum(count for *_, count in told.values()) > facts.assembly().members:
        yield _impossible(passage, min(t[0] for t in told.values()), max(t[1] for t in told.values()), facts.assembly())


def _vetoed_there(passage: Passage) -> Iterator[Finding]:
    """A veto where nobody has one."""
    told = _VETOED_THERE.search(passage.words)
    if told and not _DENIED.search(passage.words):
        yield _impossible(passage, told.start(), told.end(), facts.assembly())


def _impossible(passage: Passage, start: int, end: int, rule: facts.VotingRule) -> Finding:
    return passage.finding("impossible_vote", start, end, by=rule, fact=rule.rule, suggestion=rule.suggestion)


def _against(passage: Passage) -> tuple[int, int] | None:
    """The place where a permanent member is said to have voted against, if any."""
    reached = -1
    for name in passage.names:
        ahead = passage.words[: name.start]
        by = _AGAINST_BY.search(ahead)
        joined = reached >= 0 and _JOINED.match(passage.words[reached : name.start])
        of = _AGAINST_OF.match(passage.words[name.end :])
        reached = name.end if by or joined else -1
        if (by or joined or of) and name.country in facts.veto().members:
            return (by.start() if by else name.start), name.end + (of.end() if of else 0)
    return None


def _told(passage: Passage) -> Iterator[Told]:
    """The figures that a sentence gives."""
    for told in _TO.finditer(passage.words):
        yield from ((told.start("yes"), told.end(), side, _count(told[side])) for side in ("yes", "no"))
    for told in _COUNT.finditer(passage.words):
        side = "no" if told["side"] == "against" else {"a": "abstain", "i": "yes"}[told["side"][0]]
        yield told.start(), told.end(), side, _count(told["count"])


def _count(words: str) -> int:
    if words.isdigit():
        return int(words)
    return 0 if words == "none" else _NUMBERS.index(words)


def _figures(passage: Passage, vote: facts.Vote) -> Iterator[Finding]:
    """Figures that differ from the record's."""
    held = {"yes": vote.yes, "no": vote.no, "abstain": vote.abstain}
    for start, end, side, count in _told(passage):
        if count != held[side]:
            yield _differs(passage, start, end, vote)
    one_mind = _ONE_MIND.search(passage.words)
    if one_mind and vote.no + vote.abstain:
        yield _differs(passage, *one_mind.span(), vote)


def _differs(passage: Passage, start: int, end: int, vote: facts.Vote) -> Finding:
    figures = f"{vote.yes} in favour, {vote.no} against, {vote.abstain} abstaining"
    return passage.finding("wrong_vote", start, end, by=vote, fact=f"the vote was {figures}", suggestion=f"write: {figures}")
