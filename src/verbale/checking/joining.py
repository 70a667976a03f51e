"""States said to be bound by treaties that they are no party to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.checking import facts
from verbale.checking.finding import Finding
from verbale.checking.passage import Name, Passage
from verbale.model import InstrumentUse

_BOUND = re.compile(r"\b(?:part(?:y|ies) to|ratified|acceded to|bound by)\b(?P<list>[^.;]*)$")
_QUOTE = r"[\"']*"
_RATIFIED_BY = re.compile(r"^,?\s+(?:which\s+)?(?:was\s+|has been\s+)?ratified by\s+(?:the\s+)?$")
_OBLIGED = re.compile(
    r"^'s?\s+(?:own\s+|legal\s+|treaty\s+)?(?:obligations|duties|commitments)\s+(?:under|from|as party to)\s+(?:the\s+)?$"
)
_ACCEDED = re.compile(r"^\s+(?:has |had |also |long ago )*acceded\b")
_TO_WHICH = re.compile(rf"^,?{_QUOTE}\s+{_QUOTE}to which\s+(?:both\s+)?(?:the\s+)?$")
_IS_PARTY = re.compile(
    r"^(?:[\w' ,]{0,30}?\band\s+(?:the\s+)?\w+)?\s+(?:is|are|has been|have been|became)\s+(?:also\s+|both\s+|all\s+)?"
    r"(?:an?\s+)?(?:[Ss]tates?\s+)?part(?:y|ies)\b"
)
_WHICH = re.compile(rf"^,?{_QUOTE}\s+{_QUOTE}(?:which|that)\s+(?:the\s+)?$")
_RATIFIES = re.compile(
    rf"^,?[\w' ,]{{0,30}}?{_QUOTE}\s*\b(?:has\s+|had\s+)?(?:signed and\s+)?(?:ratified|acceded to|joined|is bound by)\b"
)
_TWO_STATES = (
    r"(?:both|our two|the two)\s+(?:of\s+)?(?:our\s+|the\s+|these\s+)?"
    r"(?:countries|states|neighbou?rs|nations|governments|sides)"
)
_BOTH = re.compile(
    rf"^,?{_QUOTE}\s+{_QUOTE}(?:to which\s+(?:{_TWO_STATES}|we both)\s+are\s+(?:both\s+)?(?:states?\s+)?parties"
    rf"|(?:which|that)\s+{_TWO_STATES}\s+(?:have\s+)?(?:ratified|joined|signed and ratified|acceded to))\b"
)
_JOINED_IN = re.compile(r"\b(?:ratified|acceded to)\b")
_IN_YEAR = re.compile(
    r"\b(?:ratified|acceded to|joined)\b(?P<it>\s+(?:it|the (?:treaty|convention|covenant|statute)))?[\"']*\s+(?:back\s+)?in\s+"
    r"(?:[A-Z]\w+\s+)?(?P<year>(?:19|20)\d\d)\b"
)
_AS = re.compile(r"\b[Aa]s an?\s+(?:[Ss]tate[s -]*)?$")
_UNSURE = re.compile(
    r"\b(?:not|never|no|nor|neither|without|yet to|if|unless|should|must|could|would|urg\w+|ask\w*|call\w*|refus\w+|n't)\b"
)
_IF = re.compile(r"\b(?:if|unless|until|whether|once|were)\s+(?:the\s+)?$", re.IGNORECASE)
_CALLED = {"none": "has not joined", "signed": "has signed but not ratified", "withdrawn": "has withdrawn from"}


def findings(passage: Passage) -> Iterator[Finding]:
    """Treaties that a state is said to have joined, and has not."""
    for use in passage.uses:
        for state in _states(passage, use) or _named_both(passage, use):
            standing = facts.standings().get((use.id, state.country or ""))
            if standing and standing.status != "party":
                yield _finding(passage, use, state, standing)
                break
        yield from _year(passage, use)
    yield from _joined_in(passage)


def _joined_in(passage: Passage) -> Iterator[Finding]:
    """The year in which a state is told to have joined what was cited before: "which it ratified in 1994", "it joined in 1994"."""
    told = _IN_YEAR.search(passage.words)
    cited = [u for u in passage.before if facts.instruments().get(u.id) and (not told or u.start < told.start())]
    states = [n for n in passage.names if n.country and told and n.end <= told.start()]
    if not (told and cited and states) or any(u.start <= told.start("year") < u.end for u in cited if u.error):
        return
    between = passage.words[states[-1].end : told.start()]
    here = cited[-1] in passage.uses
    if _UNSURE.search(between) or not (here or told["it"]) or len({n.country for n in states}) > 1:
        return
    use, state = cited[-1], states[-1]
    standing = facts.standings().get((use.id, state.country or ""))
    if standing and standing.status == "party" and standing.date and told["year"] != standing.date[:4]:
        name = facts.instruments()[use.id].name
        yield passage.finding(
            "wrong_year",
            min(state.start, told.start()),
            told.end(),
            by=standing,
            fact=f"{state.words} joined the {name} in {standing.date[:4]}, not in {told['year']}",
            suggestion=f"write {standing.date[:4]}",
        )


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


def _named_both(passage: Passage, use: InstrumentUse) -> list[Name]:
    """The two countries of the document, where "both countries" are said to have joined; their place is that of these words."""
    told = _BOTH.match(passage.words[use.end :])
    reach = use.end + told.end() if told else 0
    return [Name(use.start, reach, n.words, n.country) for n in passage.both] if told else []


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
    obliged = [n for n in states if n.end <= use.start and _OBLIGED.match(passage.words[n.end : use.start])]
    if obliged:
        return obliged
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
    between, behind = words[use.end : state.start], words[state.end :]
    ratifies = _RATIFIES.match(behind) if _WHICH.match(between) else None
    return bool(
        _RATIFIED_BY.match(between)
        or (_TO_WHICH.match(between) and (_IS_PARTY.match(behind) or _ACCEDED.match(behind)))
        or (ratifies and not _UNSURE.search(ratifies[0]))
    )


def _together(words: str, states: list[Name]) -> list[Name]:
    """The last of the states, and those that are joined to it by commas and "and"."""
    kept = [states[-1]]
    for state in reversed(states[:-1]):
        if not re.fullmatch(r",?\s*(?:and\s+)?(?:the\s+)?", words[state.end : kept[0].start]):
            break
        kept.insert(0, state)
    return kept
