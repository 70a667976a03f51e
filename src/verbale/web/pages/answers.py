"""The answers of the analysis: each with its picture, its figures, its rule, and what speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import cast
from urllib.parse import parse_qsl, urlencode

import msgspec

from verbale.analysis import approach, balance, pressure, reactions, recognition, trend, voices
from verbale.analysis.answer import Answer, Cell, Table
from verbale.analysis.auditing import audits as audited
from verbale.analysis.entries import Rule, plain
from verbale.analysis.minutes import Minutes, minutes
from verbale.analysis.parties import coded, parties
from verbale.analysis.sampling import load_frame, span
from verbale.analysis.scorecard import load_audits
from verbale.catalogue import labels
from verbale.errors import VerbaleError
from verbale.pictures import Picture
from verbale.pictures import answers as drawn
from verbale.pictures.counting import side
from verbale.pictures.words import capital
from verbale.web.changes import bounds, changes, times
from verbale.web.drawing import beside
from verbale.web.page import Asked, Given, MissingError, Page
from verbale.web.pages.asking import BASE_SINCE, BASE_UNTIL, OF, RULE, SINCE, UNTIL, WITH, Field, ruled, spread, time, usual
from verbale.web.rows import apart, apart_contact, led, sides
from verbale.web.site import Site

Told = tuple[Answer, Picture | None]

ROWS = 200
"""Rows of one page of a table."""
_SUGGESTED = 200
"""Parties whose names a form suggests."""


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a table: its rows with the addresses of the engagements behind them, and which columns hold figures only."""

    table: Table
    rows: tuple[tuple[tuple[Cell, ...], str], ...]
    numeric: frozenset[int]
    number: int
    last: int


class Question(msgspec.Struct, frozen=True):
    """An answer that can be had: its title, what it tells, how it is asked, what for, and what for at first."""

    title: str
    about: str
    ask: Callable[[Minutes, Asked], Told | None]
    fields: tuple[Field, ...] = ()
    usual: Callable[[Minutes], dict[str, str]] | None = None


def _balance(given: Minutes, asked: Asked) -> Told:
    asks = time(given, asked)
    found = balance.balance(given, _listed(asked.get("of", "")), ruled(asked), span(asks) if asks else None)
    told = balance.answer(found, given)
    return told, drawn.balance(found, told)


def _trend(given: Minutes, asked: Asked) -> Told | None:
    asks, by = time(given, asked), ruled(asked)
    if not asks:
        return None
    question = trend.Question(
        of=coded(_listed(asked.get("of", ""))),
        among=asked.get("with") or "others",
        window=asks,
        baseline=time(given, asked, "base_since", "base_until"),
        rule="" if by == Rule() else str(by),
    )
    own = trend.of_case(given.case)
    if own and msgspec.structs.replace(own, asks="", rule=question.rule) == question and own.by == by:
        question = own
    (found,) = trend.trends(given, (question,))
    told = trend.answer(found, given)
    return told, drawn.trend(found, told)


def _recognition(given: Minutes, _asked: Asked) -> Told:
    found = recognition.recognition(given)
    told = recognition.answer(found, given)
    return told, drawn.ladder(found, told)


def _reactions(given: Minutes, _asked: Asked) -> Told:
    found = reactions.reactions(given)
    told = reactions.answer(found, given)
    return told, drawn.reactions(found, told)


def _voices(given: Minutes, _asked: Asked) -> Told:
    told = voices.answer(given)
    return told, drawn.voices(told)


def _pressure(given: Minutes, _asked: Asked) -> Told:
    told = pressure.answer(given)
    return told, drawn.pressure(told)


def _approach(given: Minutes, _asked: Asked) -> Told:
    return approach.answer(given), None


def _changes(given: Minutes, asked: Asked) -> Told:
    return changes(given, asked.get("since", ""), asked.get("until", "")), None


QUESTIONS: dict[str, Question] = {
    "balance": Question(
        "Balance", "Whom parties from outside meet: the authority, or everyone else.", _balance, (OF, SINCE, UNTIL, *RULE)
    ),
    "changes": Question("What changed", "Contact and acts of a time beside those of the time before.", _changes, (SINCE, UNTIL)),
    "trend": Question(
        "Trend",
        "Whether meetings became more or fewer in a time, against another.",
        _trend,
        (SINCE, UNTIL, BASE_SINCE, BASE_UNTIL, OF, WITH, *RULE),
        usual,
    ),
    "recognition": Question("Recognition", "How far each party went towards recognition, and when.", _recognition),
    "reactions": Question("Reactions", "Whether the authority criticises more after others were met.", _reactions),
    "voices": Question("Voices", "What each class asked, who heard it, who repeated it, and who brought whom together.", _voices),
    "approach": Question("Approaches", "What kind of engagement a party practises in a quarter.", _approach),
    "pressure": Question("Pressure", "Which tools were used and what followed, what was cited, which needs were told.", _pressure),
}
"""The answers, by name."""


def answers(_site: Site, _asked: Asked) -> Page:
    """The questions that can be asked."""
    return Page(name="answers", title="Answers", told={"questions": QUESTIONS})


def answer(site: Site, asked: Asked) -> Page:
    """One answer, or the question where it needs more to be answered.

    Raises:
        MissingError: There is no such question.
    """
    question = _question(asked["id"])
    made = _asking(site, question, asked)
    found, asked = made.told, made.asked
    told = {
        "name": asked["id"],
        "question": question,
        "answer": found[0] if found else None,
        "picture": found[1] if found else None,
        "drawing": site.to("picture", id=asked["id"], **_telling(question, asked)),
        "fault": made.fault,
        "asked": Given(asked),
        "audit": made.given.audits.get("all") if site.record and not site.scorecard else None,
        "unaudited": bool(minutes_of(site, whole=True).audits) and not made.given.audits,
        "apart": _apart(site, made),
        "tables": [_cut(site, question, table, asked) for table in found[0].tables] if found else (),
        "own": made.own and found is not None,
        "ruled": any(asked.get(field.name) for field in question.fields if field.aside),
        "suggested": _suggested(site) if any(field.parties for field in question.fields) else (),
        "leads": _leads(site, question, found[0], made.asked) if found and asked["id"] == "balance" else (),
        "sides": sides(site, **times(made.given, **_span(made.asked))) if found and asked["id"] == "changes" else (),
    }
    return Page(name="answer", title=question.title, told=told)


def picture(site: Site, asked: Asked) -> str:
    """The drawing of an answer, as SVG.

    Raises:
        MissingError: There is no such question, or nothing to draw.
    """
    found = _asking(site, _question(asked["id"]), asked).told
    if not found or not found[1]:
        raise MissingError("there is nothing to be drawn")
    return beside(found[1])


def figured(site: Site, figure: str) -> None:
    """Make known the rows behind the figures of an answer; the name of a figure holds what was asked."""
    name, _, words = figure.rpartition(".")[0].partition("?")
    if (kind := name.partition("-")[0]) in QUESTIONS:
        asked = {"id": kind, **dict(parse_qsl(words))}
        made = _asking(site, QUESTIONS[kind], asked)
        for table in made.told[0].tables if made.told else ():
            site.snapshot.figures[_figure(QUESTIONS[kind], table, asked)] = table.entries


class _Asking(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked of which minutes, and what is answered, or why nothing is; ``own`` says that it is the case's own question."""

    asked: dict[str, str]
    given: Minutes
    told: Told | None = None
    fault: str = ""
    own: bool = False


def _question(name: str) -> Question:
    if name not in QUESTIONS:
        raise MissingError(f"there is no answer called {name}")
    return QUESTIONS[name]


def _asking(site: Site, question: Question, given_asked: Asked) -> _Asking:
    """The answer, worked out once for all who ask the same of the same record."""
    asked = dict(given_asked)
    given = minutes_of(site, whole=asked.get("unsure") == "with")
    own = question.usual is not None and not set(asked) - {"id", "by", "unsure"}
    if question.usual and own:
        asked |= question.usual(given)
    try:
        asked = spread(asked)
        key = f"{question.title}?{urlencode(_telling(question, asked))}"
        told = site.snapshot.told(site.snapshot.stamp, key, lambda: (question.ask(given, asked),))
    except VerbaleError as error:
        fault = capital(f"{error.message} ({error.hint})" if error.hint else error.message)
        return _Asking(asked=asked, given=given, fault=fault, own=own)
    (found,) = cast("tuple[Told | None]", told)
    return _Asking(asked=asked, given=given, told=found, own=own)


def _telling(question: Question, asked: Mapping[str, str]) -> dict[str, str]:
    """Of what is asked that on which the answer hangs."""
    names = ("unsure", *(field.name for field in question.fields))
    return {name: asked[name] for name in names if asked.get(name)}


def _cut(site: Site, question: Question, table: Table, asked: Asked) -> Cut:
    """One page of a table: the first, or that which is asked for."""
    last = max(1, -(-len(table.rows) // ROWS))
    number = int(asked["page"]) if asked.get("table") == table.name and asked.get("page", "").isdecimal() else 1
    number = min(max(number, 1), last)
    places = range((number - 1) * ROWS, min(number * ROWS, len(table.rows)))
    rows = tuple((table.rows[n], behind(site, question, table, asked, n)) for n in places)
    return Cut(table=table, rows=rows, numeric=frozenset(numeric(table)), number=number, last=last)


def numeric(table: Table) -> list[int]:
    """The columns of a table that hold figures only."""
    found = []
    for n in range(len(table.columns)):
        cells = [row[n] for row in table.rows if row[n] is not None]
        if cells and all(isinstance(cell, int | float) for cell in cells):
            found.append(n)
    return found


class Lead(msgspec.Struct, frozen=True):
    """A class in the row of all: its number and the address of its engagements, and the same of less sure readings."""

    words: str
    number: int
    address: str
    unsure: int
    unsure_address: str


def _apart(site: Site, made: _Asking) -> tuple[int, str]:
    """How many less sure readings an answer leaves out, and the address of their list."""
    name = made.asked["id"]
    if name == "balance":
        return apart_contact(site)
    return apart(site, **times(made.given, **_span(made.asked))) if name == "changes" and made.told else apart(site)


def _leads(site: Site, question: Question, answer: Answer, asked: Asked) -> list[Lead]:
    """What leads from the finding to its rows, class by class; where less sure readings are left out, how many these are."""
    counted = {
        str(kind): (int(number or 0), behind(site, question, table, asked, n))
        for table in answer.tables
        if table.name == "classes"
        for n, (party, kind, number) in enumerate(table.rows)
        if party == table.rows[0][0]
    }
    unsure = {} if asked.get("unsure") == "with" else _unsure(site, asked)
    return [Lead(capital(kind), *counted.get(kind, (0, "")), *unsure.get(kind, (0, ""))) for kind in {**counted, **unsure}]


def _unsure(site: Site, asked: Asked) -> dict[str, tuple[int, str]]:
    """Less sure readings of the contact that is asked for, by the names of the classes: how many, and the address of their list."""
    index = site.snapshot.index
    outside = ",".join(sorted(parties(coded(_listed(asked.get("of", ""))), _last(site)))) if asked.get("of") else ""
    within = {"since": asked.get("since", ""), "until": asked.get("until", ""), "with": outside}
    known = sorted(party for party in index.counts("met", index.having("counts", "unsure")) if side(party, site.home))
    found = {party: apart(site, type="CONSULT", met=party, **within) for party in known}
    return {labels.short("class", labels.class_of(party) or ""): told for party, told in found.items() if told[0]}


def _last(site: Site) -> int:
    """The last day, as an ordinal, of which anything is told."""
    known = bounds(minutes_of(site))
    return date.fromisoformat(known[1]).toordinal() if known else 1


def _span(asked: Asked) -> dict[str, str]:
    return {name: asked.get(name, "") for name in ("since", "until")}


def _suggested(site: Site) -> list[str]:
    """The names of the parties from outside that the record has, the most frequent first."""
    return [labels.heading(code) for code in site.snapshot.index.counts("outside", site.snapshot.index.everything())][:_SUGGESTED]


def behind(site: Site, question: Question, table: Table, asked: Asked, number: int) -> str:
    """The address of the engagements behind a row of an answer's table; nothing where it names none."""
    return led(site, _figure(question, table, asked), number, table.entries)


def _figure(question: Question, table: Table, asked: Mapping[str, str]) -> str:
    """The name of a table's figures: with what was asked, as others may ask otherwise meanwhile."""
    name = next(name for name, each in QUESTIONS.items() if each is question)
    words = urlencode(_telling(question, asked))
    return f"{name}-{table.name}?{words}" if words else f"{name}-{table.name}"


def minutes_of(site: Site, *, whole: bool = False) -> Minutes:
    """The minutes of a snapshot, made once: without less sure readings, or the whole of them.

    What is known of the coder's error is known of the whole, and therefore enters its figures alone.
    """
    known: Minutes | None = site.snapshot.__dict__.get(f"minutes {whole}")
    apart = site.snapshot.standing.unsure or site.snapshot.standing.double
    if known is None:
        known = _whole(site) if whole or not apart else _plain(site)
        site.snapshot.__dict__[f"minutes {whole}"] = known
    return known


def _plain(site: Site) -> Minutes:
    every = minutes_of(site, whole=True)
    return msgspec.structs.replace(every, entries=plain(every.entries), audits={})


def _whole(site: Site) -> Minutes:
    frame = load_frame(Path(site.frame)) if site.frame else None
    audits = load_audits(Path(site.scorecard)) if site.scorecard else audited(site.record) if site.record else {}
    mentions = site.record.mentions() if site.record else ()
    return minutes(site.snapshot.engaged, site.snapshot.sources, site.case, frame, audits, mentions, whole=True)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())
