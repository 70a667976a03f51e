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


def _finding(passage: Passage, use: InstrumentUse, state: Name, standing: facts.Standing) -> Finding:
    name = facts.instruments()[use.id].name
    since = f" ({standing.date})" if standing.date else ""
    otherwise = "say that it has signed" if standing.status == "signed" else "leave the treaty out, or say that it has not joined"
    return Finding(
        kind="not_a_party",
        **passage.place(min(use.start, state.start), max(use.end, state.end)),
        fact=f"{state.words} {_CALLED[standing.status]} the {name}{since}",
        source=standing.source,
        suggestion=otherwise,
        confirmed=standing.confirmed,
    )


def _states(passage: Passage, use: InstrumentUse) -> list[Name]:
    """Whoever a passage says is bound by what it cites."""
    states = [n for n in passage.names if n.country]
    behind = [n for n in states if n.start >= use.end]
    if behind and _RATIFIED_BY.match(passage.words[use.end : behind[0].start]):
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


def _together(words: str, states: list[Name]) -> list[Name]:
    """The last of the states, and those that are joined to it by commas and "and"."""
    kept = [states[-1]]
    for state in reversed(states[:-1]):
        if not re.fullmatch(r",?\s*(?:and\s+)?(?:the\s+)?", words[state.end : kept[0].start]):
            break
        kept.insert(0, state)
    return kept
