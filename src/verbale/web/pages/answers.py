"""The answers of the analysis, where that room is there: each with its figures, its rule, and what speaks against it.

The room is asked by name, so that a page whose answer is not there is not offered.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from typing import Any

import msgspec

from verbale.errors import VerbaleError
from verbale.web.page import Asked, Given, MissingError, Page
from verbale.web.site import Site

_ROOM = "verbale.analysis"


class Field(msgspec.Struct, frozen=True):
    """Something that an answer can be asked for: its name in the address, its label, and an example."""

    name: str
    label: str
    example: str


class Question(msgspec.Struct, frozen=True):
    """An answer that can be had: its title, what it tells, what it can be asked for, and how the room is called."""

    title: str
    about: str
    call: Callable[[Any, Any, Asked], Any]
    fields: tuple[Field, ...] = ()


_OF = Field("of", "Parties from outside", "USA,EU,UN")
_WITHIN = Field("within", "Time", "2022-10..2022-11")
_RULE = Field("rule", "Counting rule", "engagements,strict")
_BASELINE = Field("baseline", "Compared with", "2022-04..2022-09")


def _listed(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())


def _balance(room: Any, given: Any, asked: Asked) -> Any:
    entries, sampling = _module("entries"), _module("sampling")
    span = sampling.span(asked["within"]) if asked.get("within") else None
    return room.answer(room.balance(given, _listed(asked.get("of", "")), entries.rule(asked.get("rule", "")), span), given)


def _trend(room: Any, given: Any, asked: Asked) -> Any:
    if not asked.get("within"):
        return None
    asking = room.Question(
        of=_listed(asked.get("of", "")),
        among=asked.get("with") or "others",
        places=(),
        window=asked["within"],
        baseline=asked.get("baseline", ""),
        rule=asked.get("rule", ""),
    )
    return room.answers(given, (asking,))[0]


def _plainly(name: str) -> Callable[[Any, Any, Asked], Any]:
    return lambda room, given, _asked: room.answer(getattr(room, name)(given), given)


QUESTIONS: dict[str, Question] = {
    "balance": Question(
        "Balance", "Whom parties from outside meet: the authority, or everyone else.", _balance, (_OF, _WITHIN, _RULE)
    ),
    "trend": Question(
        "Trend",
        "Whether meetings became more or fewer in a time, against another.",
        _trend,
        (_WITHIN, _BASELINE, _OF, Field("with", "Whom they met", "others"), _RULE),
    ),
    "recognition": Question("Recognition", "How far each party went towards recognition, and when.", _plainly("recognition")),
    "reactions": Question("Reactions", "Whether the authority criticises more after others were met.", _plainly("reactions")),
    "approach": Question("Approaches", "What kind of engagement a party practises in a quarter.", _plainly("quarters")),
}
"""The answers that are offered where their rooms are there, by name."""


def offered() -> dict[str, Question]:
    """The answers whose rooms are there."""
    if importlib.util.find_spec(_ROOM) is None:
        return {}
    return {name: each for name, each in QUESTIONS.items() if importlib.util.find_spec(f"{_ROOM}.{name}")}


def answers(_site: Site, _asked: Asked) -> Page:
    """The questions that can be asked."""
    return Page(name="answers", title="Answers", told={"questions": offered()})


def answer(site: Site, asked: Asked) -> Page:
    """One answer, or the question where it needs more to be answered.

    Raises:
        MissingError: There is no such question.
    """
    name = asked["id"]
    question = offered().get(name)
    if question is None:
        raise MissingError(f"there is no answer called {name}")
    found, fault = None, ""
    try:
        found = question.call(_module(name), _minutes(site), asked)
    except VerbaleError as error:
        fault = f"{error.message} ({error.hint})" if error.hint else error.message
    told = {"name": name, "question": question, "answer": found, "fault": fault, "asked": Given(asked), "behind": _behind}
    return Page(name="answer", title=question.title, told=told)


def _behind(site: Site, name: str, table: Any, number: int) -> str:
    """The address of the engagements behind a row of an answer's table; nothing where it names none."""
    if number >= len(table.entries) or not table.entries[number]:
        return ""
    key = f"{name}-{table.name}"
    site.snapshot.figures[key] = table.entries
    return (
        site.to("engagements", ids=",".join(table.entries[number]))
        if len(table.entries[number]) <= _FEW
        else site.to("engagements", figure=f"{key}.{number}")
    )


_FEW = 40
"""Rows whose ids an address can name one by one, so that it holds also when the figure is asked otherwise later."""


def _minutes(site: Site) -> Any:
    known = site.snapshot.__dict__.get("minutes")
    if known is None:
        module = _module("minutes")
        sampling, cards = _module("sampling"), _module("scorecard")
        stated = sampling.load_frame(_path(site.frame)) if site.frame else None
        audits = cards.load_audits(_path(site.scorecard)) if site.scorecard else {}
        mentions = site.record.mentions() if site.record else ()
        known = module.minutes(site.snapshot.engaged, site.snapshot.sources, site.case, stated, audits, mentions)
        site.snapshot.__dict__["minutes"] = known
    return known


def _path(words: str) -> Any:
    from pathlib import Path

    return Path(words)


def _module(name: str) -> Any:
    return importlib.import_module(f"{_ROOM}.{name}")
