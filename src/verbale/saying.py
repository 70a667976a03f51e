"""Sentences that can be said in another language: English words that remember their form, and what stands in it.

They are strings like any other to whoever prints them; the pages look their forms up among the messages of a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Said(str):
    """Words in English, made of a form (``{n} in {days} days``) and its values; ``many`` is the form for any number but one."""

    form: str
    many: str
    number: int
    values: Mapping[str, object]


class Day(str):
    """A day, a month or a year in English words, with the date that it is (``2023-07``)."""

    date: str


def dated(date: str, words: str) -> Day:
    """A date in English words."""
    made = Day(words)
    made.date = date
    return made


def said(form: str, /, **values: object) -> Said:
    """A form with its values; a value can be a sentence itself."""
    return _made(form, "", 1, values)


def numbered(n: int, one: str, many: str, /, **values: object) -> Said:
    """The form that a number asks for; the number is the value ``n``."""
    return _made(one, many, n, {"n": n, **values})


def joined(between: str, parts: Iterable[str]) -> Said:
    """Parts with the same words between them."""
    values = {f"_{n}": part for n, part in enumerate(parts)}
    return _made(between.join(f"{{{name}}}" for name in values), "", 1, values)


def _made(form: str, many: str, number: int, values: Mapping[str, object]) -> Said:
    words = Said((form if number == 1 or not many else many).format(**values))
    words.form, words.many, words.number, words.values = form, many, number, values
    return words
