"""An answer: a finding in words, its tables, what it rests on, and what speaks against it. Every answer has this shape."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from verbale.analysis.entries import Entry, Rule, kept_from
from verbale.analysis.stats.rates import Estimate
from verbale.saying import joined, said

Cell = str | int | float | None
Rows = Iterable[tuple[tuple[Cell, ...], Iterable[Entry]]]
"""The rows of a table, each with the engagements behind it."""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Figures in rows; ``entries`` holds, for each row, the ids of the engagements behind it."""

    name: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    entries: tuple[tuple[str, ...], ...] = ()


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """One report behind a figure: the engagement, when it was, and the words, with who published them and where."""

    entry: str
    event: str
    date: str
    words: str
    publisher: str
    url: str
    reviewed: bool


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What is answered to a question.

    ``finding`` is one sentence or two. ``unit`` and ``rule`` say what was counted and how; ``reviewed`` how much of it a person has
    looked at; ``coverage`` what was read for it and what is missing; ``caveats`` what speaks against it. ``verdict`` is one of few
    fixed words where the question asks for a verdict. ``refused`` says why no rate is given, where none is. ``words`` is filled by
    :func:`worded` alone.
    """

    name: str
    title: str
    finding: str
    unit: str
    rule: str
    reviewed: str
    coverage: str
    verdict: str | None = None
    refused: str | None = None
    caveats: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    words: tuple[Words, ...] = ()


def table(name: str, caption: str, columns: Iterable[str], rows: Rows) -> Table:
    """A table of rows, each with the engagements behind it."""
    made = [(cells, tuple(each.id for each in behind)) for cells, behind in rows]
    return Table(
        name=name,
        caption=caption,
        columns=tuple(columns),
        rows=tuple(cells for cells, _ in made),
        entries=tuple(ids for _, ids in made),
    )


def worded(answer: Answer, entries: Iterable[Entry]) -> Answer:
    """The answer with the words behind its figures: every event of the engagements that its tables name, each once, by date."""
    given = tuple(entries)
    named, hushed = {name for each in answer.tables for ids in each.entries for name in ids}, kept_from(given)
    behind = sorted((each for each in given if each.id in named and not each.silent), key=lambda e: (e.date or "9999", e.id))
    return msgspec.structs.replace(answer, words=tuple(words for each in behind for words in _words(each, hushed)))


def _words(each: Entry, hushed: frozenset[str]) -> Iterable[Words]:
    for event in each.events:
        yield Words(
            entry=each.id,
            event=event.id,
            date=each.date,
            words=" ".join(event.evidence[0].text.split()),
            publisher=event.document.publisher or event.document.id,
            url="" if event.document.id in hushed else event.document.url or "",
            reviewed=event.review is not None,
        )


def reviewed(behind: Iterable[Entry]) -> str:
    """How much of what a figure rests on a person has looked at, as part of a sentence."""
    found = {each.id: each.reviewed for each in behind}
    if not found:
        return said("nothing was counted")
    checked = sum(found.values())
    if not checked:
        return said("machine-read, none reviewed")
    return said("{checked} of {all} engagements reviewed by a person, the rest machine-read", checked=checked, all=len(found))


def ruled(by: Rule, *more: str) -> str:
    """A counting rule in words, with what else holds, as parts of a sentence."""
    return joined("; ", (*by.parts, *more))


def interval(found: Estimate, *, percent: bool = False) -> str:
    """An interval as it is printed: ``1.20 to 2.35``, ``12 % to 31 %``; what is not bounded says so."""
    low, high = (_bound(value, percent) for value in (found.low, found.high))
    return said("{low} to {high}", low=low, high=high)


def figure(value: float, *, percent: bool = False) -> str:
    """A figure as it is printed; a dash where there is none."""
    return "–" if value != value else _bound(value, percent)


def _bound(value: float, percent: bool) -> str:
    if value == float("inf"):
        return "no bound"
    return f"{100 * value:.0f} %" if percent else f"{value:.2f}"
