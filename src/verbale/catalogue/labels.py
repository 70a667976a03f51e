"""What codes are called in running text: parties, classes, acts, statuses, tools; the words are data (``common/labels.csv``)."""

from __future__ import annotations

import functools

from verbale.catalogue import tables

_CROSS_BORDER = frozenset({"TRANS-ARM"})


def label(kind: str, code: str) -> str:
    """The neutral words for ``code`` of the set ``kind``; the code itself, spelled out, where the table has none."""
    row = _labels().get((kind, code))
    return row["label"] if row else code.replace("_", " ")


def short(kind: str, code: str) -> str:
    """The words for narrow columns; the ordinary words where the table has no shorter ones."""
    row = _labels().get((kind, code))
    return (row["short"] or row["label"]) if row else label(kind, code)


def codes(kind: str) -> frozenset[str]:
    """The codes of the set ``kind`` that have words in the table."""
    return frozenset(code for of, code in _labels() if of == kind)


def is_state(party: str) -> bool:
    """Whether a party is a state, and no body, group or class."""
    return party in _states()


@functools.cache
def country_of(party: str) -> str | None:
    """The country whose class ``party`` is (``AFG`` of ``AFG-WOM``); ``None`` for states, bodies and groups across countries."""
    return party.partition("-")[0] if "-" in party and party not in _CROSS_BORDER else None


@functools.cache
def class_of(party: str) -> str | None:
    """The class of ``party`` within its country (``WOM`` of ``AFG-WOM``); ``None`` for states and bodies."""
    return party.partition("-")[2] if country_of(party) else None


def party(code: str, home: str | None = None) -> str:
    """What a party is called inside a sentence, with its article: "the United States", "Afghan women and women's groups".

    ``home`` is the case's country: its authority needs no country's name, the others' do.
    """
    country, kind = country_of(code), class_of(code)
    if country is None or kind is None:
        return _plain(code)
    words = label("class", kind).format(demonym=_demonym(country))
    return _authority(words, country, home) if kind == "AUTH" else words


def heading(code: str, home: str | None = None) -> str:
    """What a party is called at the head of a row: without the article, with a capital."""
    words = party(code, home).removeprefix("the ")
    return words[:1].upper() + words[1:]


def narrow(code: str, home: str | None = None) -> str:
    """What a party is called where there is little room: "UAE", "Red Cross (ICRC)"."""
    row = _labels().get(("party", code))
    return row["short"] if row and row["short"] else heading(code, home)


def demonym(country: str) -> str:
    """The adjective of a country (``Afghan``); its name where the table has no adjective."""
    return _demonym(country)


def _authority(words: str, country: str, home: str | None) -> str:
    return f"the {words}" if country == home else f"the {words} of {_plain(country)}"


def _plain(code: str) -> str:
    row = _labels().get(("party", code))
    return row["label"] if row else _states().get(code, {}).get("name") or _bodies().get(code, code)


def _demonym(country: str) -> str:
    row = _states().get(country, {})
    return next(iter(tables.cells(row.get("demonyms", ""))), row.get("name", country))


@functools.cache
def _labels() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["set"], row["code"]): row for row in tables.rows("common", "labels")}


@functools.cache
def _states() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in tables.rows("common", "states")}


@functools.cache
def _bodies() -> dict[str, str]:
    # A code's first row is the body itself; its agencies follow.
    return {row["code"]: row["name"] for row in reversed(tables.rows("common", "bodies"))}
