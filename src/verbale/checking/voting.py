"""Votes of the Security Council that cannot have been, or were not, as they are told."""

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
_ELSEWHERE = re.compile(r"\b(?:General Assembly|UNGA|Human Rights Council|European Council|Council of)\b")
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
_COUNT = re.compile(rf"\b(?P<count>\d+|{'|'.join(_NUMBERS)})(?:\s+votes?)?\s+(?P<side>against|in favou?r|abstentions?)\b")


def findings(passage: Passage) -> Iterator[Finding]:
    """A resolution adopted against a permanent member, or by other figures than the record has."""
    adopted = _ADOPTED.search(passage.words)
    if not adopted or _FAILED.search(passage.words) or _ELSEWHERE.search(passage.words):
        return
    resolutions = [u for u in passage.uses if u.id.startswith("unscr_")]
    if not resolutions and not _COUNCIL.search(passage.words):
        return
    against = _against(passage)
    if against:
        rule = facts.veto()
        yield passage.finding(
            "impossible_vote",
            against[0],
            against[1],
            by=rule,
            fact=rule.rule,
            suggestion=rule.suggestion,
        )
    elif len(resolutions) == 1 and resolutions[0].id in facts.votes():
        yield from _figures(passage, facts.votes()[resolutions[0].id])


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


def _figures(passage: Passage, vote: facts.Vote) -> Iterator[Finding]:
    """Figures that differ from the record's."""
    for told in _COUNT.finditer(passage.words):
        count = int(told["count"]) if told["count"].isdigit() else _NUMBERS.index(told["count"])
        held = {"a": vote.abstain, "i": vote.yes}[told["side"][0]] if told["side"] != "against" else vote.no
        if count != held:
            yield _differs(passage, told, vote)
    unanimous = re.search(r"\bunanimously\b", passage.words)
    if unanimous and vote.no + vote.abstain:
        yield _differs(passage, unanimous, vote)


def _differs(passage: Passage, told: re.Match[str], vote: facts.Vote) -> Finding:
    figures = f"{vote.yes} in favour, {vote.no} against, {vote.abstain} abstaining"
    return passage.finding(
        "wrong_vote",
        told.start(),
        told.end(),
        by=vote,
        fact=f"the vote was {figures}",
        suggestion=f"write: {figures}",
    )
