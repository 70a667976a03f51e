"""States said to be bound by treaties that they are no party to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.checking import facts
from verbale.checking.finding import Finding
from verbale.checking.passage import Name, Passage
from verbale.model import InstrumentUse

_BOUND = re.compile(r"\b(?:part(?:y|ies) to|ratified|acceded to|bound by)\b(?P<list>[^.;]*)$")
_RATIFIED_BY = re.compile(r"^,?\s+(?:which\s+)?(?:was\s+|has been\s+)?ratified by\s+(?:the\s+)?$")
_TO_WHICH = re.compile(r"^,?\s+to which\s+(?:the\s+)?$")
_IS_PARTY = re.compile(r"^\s+(?:is|has been|became)\s+(?:also\s+)?an?\s+(?:[Ss]tate\s+)?party\b")
_JOINED_IN = re.compile(r"\b(?:ratified|acceded to)\b")
_AS = re.compile(r"\b[Aa]s an?\s+(?:[Ss]tate[s -]*)?$")
_UNSURE = re.compile(
    r"\b(?:not|never|no|nor|neither|without|yet to|if|unless|should|must|could|would|urg\w+|ask\w*|call\w*|refus\w+|n't)\b"
)
_IF = re.compile(r"\b(?:if|unless|until|whether|once|were)\s+(?:the\s+)?$", re.IGNORECASE)
_CALLED = {"none": "has not joined", "signed": "has signed but not ratified", "withdrawn": "has withdrawn from"}


def findings(passage: Passage) -> Iterator[Finding]:
    """Treaties that a state is said to have joined, and has not."""
    for use in passage.uses:
        for state in _states(passage, use):
            standing = facts.standings().get((use.id, state.country or ""))
            if standing and standing.status != "party":
                yield _finding(passage, use, state, standing)
                break
        yield from _year(passage, use)


def _year(passage: Passage, use: InstrumentUse) -> Iterator[Finding]:
    """The year in which the one state that a passage names is said to have joined."""
    named = {n.country: n.words for n in passage.names if n.country}
    country, words = next(iter(named.items()), ("", ""))
    standing = facts.standings().get((use.id, country)) if len(named) == 1 else None
    joined = _JOINED_IN.search(passage.words[max(0, use.start - 30) : use.end])
    if not (joined and standing and standing.status == "party" and standing.date and use.year) or use.error:
        return
    adopted = facts.instruments()[use.id].adopted
    if str(use.year) not in (standing.date[:4], adopted[:4]):
        yield passage.finding(
            "wrong_year",
            use.start,
            use.end,
            by=standing,
            fact=f"{words} joined the {facts.instruments()[use.id].name} in {standing.date[:4]}, not in {use.year}",
            suggestion=f"write {standing.date[:4]}",
        )


def _finding(passage: Passage, use: InstrumentUse, state: Name, standing: facts.Standing) -> Finding:
    name = facts.instruments()[use.id].name
    since = f" ({standing.date})" if standing.date else ""
    otherwise = "say that it has signed" if standing.status == "signed" else "leave the treaty out, or say that it has not joined"
    return passage.finding(
        "not_a_party",
        min(use.start, state.start),
        max(use.end, state.end),
        by=standing,
        fact=f"{state.words} {_CALLED[standing.status]} the {name}{since}",
        suggestion=otherwise,
    )


def _states(passage: Passage, use: InstrumentUse) -> list[Name]:
    """Whoever a passage says is bound by what it cites."""
    states = [n for n in passage.names if n.country]
    behind = [n for n in states if n.start >= use.end]
    if behind and _bound_behind(passage.words, use, behind[0]):
        return behind[:1]
    told = _BOUND.search(passage.words[: use.start])
    if told is None or _UNSURE.search(told["list"]):
        return []
    if _AS.search(passage.words[: told.start()]):
        return behind[:1]
    ahead = [n for n in states if n.end <= told.start()]
    if not ahead or _UNSURE.search(passage.words[ahead[-1].end : told.start()]):
        return []
    together = _together(passage.words, ahead)
    return [] if _IF.search(passage.words[: together[0].start]) else together


def _bound_behind(words: str, use: InstrumentUse, state: Name) -> bool:
    """Whether the words behind a treaty say that a state has joined it."""
    between = words[use.end : state.start]
    return bool(_RATIFIED_BY.match(between) or (_TO_WHICH.match(between) and _IS_PARTY.match(words[state.end :])))


def _together(words: str, states: list[Name]) -> list[Name]:
    """The last of the states, and those that are joined to it by commas and "and"."""
    kept = [states[-1]]
    for state in reversed(states[:-1]):
        if not re.fullmatch(r",?\s*(?:and\s+)?(?:the\s+)?", words[state.end : kept[0].start]):
            break
        kept.insert(0, state)
    return kept
