"""The answers of the analysis: each with its picture, its figures, its rule, and what speaks against it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from verbale.analysis import approach, balance, pressure, reactions, recognition, trend, voices
from verbale.analysis.answer import Answer, Cell, Table
from verbale.analysis.auditing import audits as audited
from verbale.analysis.entries import Rule, plain
from verbale.analysis.minutes import Minutes, minutes
from verbale.analysis.parties import coded
from verbale.analysis.sampling import load_frame, span
from verbale.analysis.scorecard import load_audits
from verbale.catalogue import labels
from verbale.errors import VerbaleError
from verbale.pictures import Picture
from verbale.pictures import answers as drawn
from verbale.pictures.words import capital
from verbale.web.changes import changes
from verbale.web.drawing import Shown, alone
from verbale.web.page import Asked, Given, MissingError, Page
from verbale.web.pages.asking import BASE_SINCE, BASE_UNTIL, OF, RULE, SINCE, UNTIL, WITH, Field, ruled, spread, time, usual
from verbale.web.rows import apart, leading
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
    name = asked["id"]
    question = QUESTIONS.get(name)
    if question is None:
        raise MissingError(f"there is no answer called {name}")
    found: Told | None = None
    fault = ""
    opened = question.usual is not None and not set(asked) - {"id", "by", "unsure"}
    given = minutes_of(site, whole=asked.get("unsure") == "with")
    if question.usual and opened:
        asked = {**asked, **question.usual(given)}
    try:
        asked = spread(asked)
        found = question.ask(given, asked)
    except VerbaleError as error:
        fault = capital(f"{error.message} ({error.hint})" if error.hint else error.message)
    told = {
        "name": name,
        "question": question,
        "answer": found[0] if found else None,
        "picture": _picture(found[1]) if found else None,
        "fault": fault,
        "asked": Given(asked),
        "audit": given.audits.get("all") if site.record and not site.scorecard else None,
        "unaudited": bool(minutes_of(site, whole=True).audits) and not given.audits,
        "apart": apart(site, type="CONSULT") if name == "balance" else apart(site),
        "tables": [_cut(site, name, table, asked) for table in found[0].tables] if found else (),
        "own": opened and found is not None,
        "ruled": any(asked.get(field.name) for field in question.fields if field.aside),
        "suggested": _suggested(site) if any(field.parties for field in question.fields) else (),
        "leads": _leads(site, found[0]) if found and name == "balance" else (),
    }
    return Page(name="answer", title=question.title, told=told)


def _cut(site: Site, name: str, table: Table, asked: Asked) -> Cut:
    """One page of a table: the first, or that which is asked for."""
    last = max(1, -(-len(table.rows) // ROWS))
    number = int(asked["page"]) if asked.get("table") == table.name and asked.get("page", "").isdecimal() else 1
    number = min(max(number, 1), last)
    places = range((number - 1) * ROWS, min(number * ROWS, len(table.rows)))
    rows = tuple((table.rows[n], behind(site, name, table, n)) for n in places)
    return Cut(table=table, rows=rows, numeric=frozenset(numeric(table)), number=number, last=last)


def numeric(table: Table) -> list[int]:
    """The columns of a table that hold figures only."""
    found = []
    for n in range(len(table.columns)):
        cells = [row[n] for row in table.rows if row[n] is not None]
        if cells and all(isinstance(cell, int | float) for cell in cells):
            found.append(n)
    return found


def _leads(site: Site, answer: Answer) -> list[tuple[str, int, str]]:
    """What leads from the finding to its rows: each class in the row of all, its number, and the address of its engagements."""
    return [
        (capital(str(kind)), int(number or 0), behind(site, answer.name, table, n))
        for table in answer.tables
        if table.name == "classes"
        for n, (party, kind, number) in enumerate(table.rows)
        if party == table.rows[0][0]
    ]


def _suggested(site: Site) -> list[str]:
    """The names of the parties from outside that the record has, the most frequent first."""
    return [labels.heading(code) for code in site.snapshot.index.counts("outside", site.snapshot.index.everything())][:_SUGGESTED]


def behind(site: Site, name: str, table: Table, number: int) -> str:
    """The address of the engagements behind a row of an answer's table; nothing where it names none."""
    return leading(site, f"{name}-{table.name}", number, table.entries)


def _picture(picture: Picture | None) -> Shown | None:
    return alone(picture) if picture else None


def minutes_of(site: Site, *, whole: bool = False) -> Minutes:
    """The minutes of a snapshot, made once: without less sure readings, or the whole of them.

    What is known of the coder's error is known of the whole, and therefore enters its figures alone.
    """
    known: Minutes | None = site.snapshot.__dict__.get(f"minutes {whole}")
    if known is None:
        known = _whole(site) if whole or not site.snapshot.unsure else _plain(site)
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
