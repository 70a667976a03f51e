"""The answers of the analysis: each with its picture, its figures, its rule, and what speaks against it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from verbale.analysis import approach, balance, pressure, reactions, recognition, trend, voices
from verbale.analysis.answer import Answer, Table
from verbale.analysis.auditing import audits as audited
from verbale.analysis.entries import rule
from verbale.analysis.minutes import Minutes, minutes
from verbale.analysis.parties import coded
from verbale.analysis.sampling import load_frame, span
from verbale.analysis.scorecard import load_audits
from verbale.errors import VerbaleError
from verbale.pictures import Picture
from verbale.pictures import answers as drawn
from verbale.pictures.words import capital
from verbale.web.drawing import Shown, alone
from verbale.web.page import Asked, Given, MissingError, Page
from verbale.web.pages.asking import BASELINE, OF, RULE, WITH, WITHIN, Field, usual
from verbale.web.site import Site

Told = tuple[Answer, Picture | None]

_FEW = 40
"""Rows whose ids an address can name one by one, so that it holds also when the figure is asked otherwise later."""


class Question(msgspec.Struct, frozen=True):
    """An answer that can be had: its title, what it tells, how it is asked, what for, and what for at first."""

    title: str
    about: str
    ask: Callable[[Minutes, Asked], Told | None]
    fields: tuple[Field, ...] = ()
    usual: Callable[[Minutes], dict[str, str]] | None = None


def _balance(given: Minutes, asked: Asked) -> Told:
    within = span(asked["within"]) if asked.get("within") else None
    found = balance.balance(given, _listed(asked.get("of", "")), rule(asked.get("rule", "")), within)
    told = balance.answer(found, given)
    return told, drawn.balance(found, told)


def _trend(given: Minutes, asked: Asked) -> Told | None:
    if not asked.get("within"):
        return None
    question = trend.Question(
        of=coded(_listed(asked.get("of", ""))),
        among=asked.get("with") or "others",
        window=asked["within"],
        baseline=asked.get("baseline", ""),
        rule=asked.get("rule", ""),
    )
    own = trend.of_case(given.case)
    if own and msgspec.structs.replace(own, asks="") == question:
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


QUESTIONS: dict[str, Question] = {
    "balance": Question(
        "Balance", "Whom parties from outside meet: the authority, or everyone else.", _balance, (OF, WITHIN, *RULE)
    ),
    "trend": Question(
        "Trend",
        "Whether meetings became more or fewer in a time, against another.",
        _trend,
        (WITHIN, BASELINE, OF, WITH, *RULE),
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
    opened = question.usual is not None and not any(field.name in asked for field in question.fields)
    if question.usual and opened:
        asked = {**asked, **question.usual(_minutes(site))}
    try:
        found = question.ask(_minutes(site), asked)
    except VerbaleError as error:
        fault = capital(f"{error.message} ({error.hint})" if error.hint else error.message)
    told = {
        "name": name,
        "question": question,
        "answer": found[0] if found else None,
        "picture": _picture(found[1]) if found else None,
        "fault": fault,
        "asked": Given(asked),
        "audit": _minutes(site).audits.get("all") if site.record and not site.scorecard else None,
        "behind": behind,
        "own": opened and found is not None,
        "leads": _leads(site, found[0]) if found and name == "balance" else (),
    }
    return Page(name="answer", title=question.title, told=told)


def _leads(site: Site, answer: Answer) -> list[tuple[str, int, str]]:
    """What leads from the finding to its rows: each class in the row of all, its number, and the address of its engagements."""
    return [
        (capital(str(kind)), int(number or 0), behind(site, answer.name, table, n))
        for table in answer.tables
        if table.name == "classes"
        for n, (party, kind, number) in enumerate(table.rows)
        if party == table.rows[0][0]
    ]


def behind(site: Site, name: str, table: Table, number: int) -> str:
    """The address of the engagements behind a row of an answer's table; nothing where it names none."""
    ids = table.entries[number] if number < len(table.entries) else ()
    if not ids:
        return ""
    if len(ids) <= _FEW:
        return site.to("engagements", ids=",".join(ids))
    key = f"{name}-{table.name}"
    site.snapshot.figures[key] = table.entries
    return site.to("engagements", figure=f"{key}.{number}")


def _picture(picture: Picture | None) -> Shown | None:
    return alone(picture) if picture else None


def _minutes(site: Site) -> Minutes:
    """The minutes of a snapshot, made once."""
    known: Minutes | None = site.snapshot.__dict__.get("minutes")
    if known is None:
        frame = load_frame(Path(site.frame)) if site.frame else None
        audits = load_audits(Path(site.scorecard)) if site.scorecard else audited(site.record) if site.record else {}
        mentions = site.record.mentions() if site.record else ()
        known = minutes(site.snapshot.engaged, site.snapshot.sources, site.case, frame, audits, mentions)
        site.snapshot.__dict__["minutes"] = known
    return known


def _listed(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())
