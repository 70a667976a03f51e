"""Years, bodies and numbers of citations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.checking import facts
from verbale.checking.finding import Finding
from verbale.checking.passage import Passage
from verbale.model import InstrumentUse

_WATCHES = r"(?:,?\s+(?:which|that))?\s+(?:watches over|monitors|oversees|supervises|reviews)\s+(?:the\s+)?"
_ADOPTED_BY = re.compile(
    r"^,?\s+(?:which was\s+|was\s+)?(?:adopted|passed)\s+by\s+the\s+(?:UN\s+)?(Security Council|General Assembly)"
)
_COUNCILS = r"(Security Council|General Assembly)"
_ADOPTS_IT = r"\s+(?:has\s+|had\s+|then\s+)?(?:unanimously\s+)?(?:adopted|passed|approved)"
_BODYS = re.compile(rf"\b{_COUNCILS}(?:'s|{_ADOPTS_IT}(?:\s+the|\s+its)?)?\s+$")
_WHICH_ADOPTED = re.compile(rf"^,?[\"']*\s+(?:which|that)\s+the\s+(?:UN\s+)?{_COUNCILS}{_ADOPTS_IT}")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = (
    rf"(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{'|'.join(_MONTHS)})(?(day)|\s+(?P<day_behind>\d{{1,2}})(?!\d))"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d))?"
)
_VERB = r"\b(?:adopted|passed|approved)"
_ON_DAY = re.compile(rf"\s+on\s+(?:\w+day,?\s+)?{_DAY}")
_ADOPTED_ON = re.compile(rf"{_VERB}(?:\s+by\s+[\w' -]{{1,40}}?)?\s+on\s+(?:\w+day,?\s+)?{_DAY}")
_ADOPTS = re.compile(rf"{_VERB}\s+(?:its\s+|the\s+)?$")
_DAY_AHEAD = re.compile(rf"\b[Oo]n\s+(?:\w+day,?\s+)?{_DAY},?\s+(?:[\w' -]{{1,40}}?\s)?{_VERB}\s+(?:its\s+|the\s+)?$")
_DATED = re.compile(
    r"\b[Tt]h(?:e|at|is) (?P<noun>treaty|convention|covenant|declaration|statute|resolution|protocol) "
    r"(?:is (?:of|from)|dates (?:from|back to)|was (?:adopted|concluded|passed) in) (?P<year>(?:19|20)\d\d)\b"
)


def findings(passage: Passage) -> Iterator[Finding]:
    """Wrong numbers, bodies and years of the instruments that a passage cites."""
    yield from _numbers(passage)
    yield from _committees(passage)
    yield from _dated(passage)
    for use in passage.uses:
        if use.id in facts.instruments():
            yield from _body(passage, use)
            yield from _error(passage, use)
            yield from _day(passage, use)


def _dated(passage: Passage) -> Iterator[Finding]:
    """The year that a sentence gives to what was cited before it: "the treaty is of 1979"."""
    told = _DATED.search(passage.words)
    cited = [u for u in passage.before if u.id in facts.instruments() and u not in passage.uses]
    if not (told and cited) or passage.uses:
        return
    known = facts.instruments()[cited[-1].id]
    if (
        known.adopted
        and told["year"] not in (known.adopted[:4], known.in_force[:4])
        and told["noun"] in known.name.lower() + " treaty"
    ):
        yield passage.finding(
            "wrong_year",
            told.start(),
            told.end(),
            by=known,
            fact=f"{known.name} was adopted in {known.adopted[:4]}",
            suggestion=f"write {known.adopted[:4]}",
        )


def _day(passage: Passage, use: InstrumentUse) -> Iterator[Finding]:
    """Another day of adoption in the right year."""
    known = facts.instruments()[use.id]
    told = _adopted(passage, use)
    if told is None or len(known.adopted) != len("2023-12-29"):
        return
    written = _iso(told, known.adopted[:4])
    if written != known.adopted and written[:4] == known.adopted[:4]:
        yield passage.finding(
            "wrong_date",
            min(use.start, told.start("month")),
            max(use.end, told.end()),
            by=known,
            fact=f"{known.name} was adopted on {known.adopted}",
            suggestion=f"write {known.adopted}",
        )


def _adopted(passage: Passage, use: InstrumentUse) -> re.Match[str] | None:
    """Where a sentence says on which day what it cites was adopted."""
    behind = _ADOPTED_ON.search(passage.words, use.start)
    if behind and behind.start() <= use.end + len(", which the UN Security Council had unanimously "):
        return behind
    if _ADOPTS.search(passage.words[: use.start]):
        return _ON_DAY.match(passage.words, use.end) or _DAY_AHEAD.search(passage.words[: use.start])
    return None


def _iso(told: re.Match[str], year: str) -> str:
    """The day that was told, in the year that was told or in the given one."""
    day = told["day"] or told["day_behind"]
    return f"{told['year'] or year}-{_MONTHS.index(told['month']) + 1:02}-{int(day):02}"


def _error(passage: Passage, use: InstrumentUse) -> Iterator[Finding]:
    """What was found wrong while the citation was read."""
    if use.error is None:
        return
    known = facts.instruments()[use.id]
    year = use.error.startswith("wrong year")
    yield passage.finding(
        "wrong_year" if year else "wrong_body",
        use.start,
        use.end,
        by=known,
        fact=use.error.partition(": ")[2],
        suggestion=f"write {known.adopted[:4]}" if year else f"write: {known.name}",
    )


def _body(passage: Passage, use: InstrumentUse) -> Iterator[Finding]:
    """An instrument ascribed to the other of the two bodies that adopt things."""
    behind = passage.words[use.end :]
    told, known = _ADOPTED_BY.match(behind) or _WHICH_ADOPTED.match(behind), facts.instruments()[use.id]
    ahead = _BODYS.search(passage.words[: use.start])
    body = told or ahead
    own = known.body.removeprefix("UN ")
    if body and own in ("Security Council", "General Assembly") and body[1] != own:
        yield passage.finding(
            "wrong_body",
            ahead.start() if ahead else use.start,
            use.end + (told.end() if told else 0),
            by=known,
            fact=f"{known.name} was adopted by the {own}",
            suggestion=f"write {own}",
        )


def _committees(passage: Passage) -> Iterator[Finding]:
    """A committee said to watch over another's treaty."""
    for committee in facts.committees():
        told = re.search(re.escape(committee.name) + _WATCHES, passage.words)
        cited = next((u for u in passage.uses if told and u.start == told.end()), None)
        if told and cited and cited.id != committee.instrument:
            own = facts.instruments()[committee.instrument].name
            yield passage.finding(
                "wrong_body",
                told.start(),
                cited.end,
                by=committee,
                fact=f"the {committee.name} watches over the {own}",
                suggestion=f"name the {own}, or the committee of the other treaty",
            )


def _numbers(passage: Passage) -> Iterator[Finding]:
    """A resolution cited for what another one is known for."""
    cited = [u for u in passage.uses if u.id.startswith("unscr_")]
    if len(cited) != 1 or passage.looks_back():
        return
    told = [s for s in facts.subjects() if s.words.search(passage.words[cited[0].end :])]
    if told and cited[0].id not in {s.resolution for s in told}:
        right = facts.instruments()[told[0].resolution]
        yield passage.finding(
            "wrong_number",
            cited[0].start,
            cited[0].end,
            by=told[0],
            fact=f"{told[0].what} is of {right.name}, adopted {right.adopted}",
            suggestion=f"write: {right.name}",
        )
