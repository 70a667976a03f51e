"""Telling a person's name from other words, and how near two spellings of names are."""

from __future__ import annotations

import functools
import re

from rapidfuzz import fuzz

from verbale.catalogue import labels, tables
from verbale.catalogue.fold import fold

_PARTICLES = frozenset({"al", "bin", "ibn", "bint", "de", "del", "der", "van", "von", "da", "el", "ul", "ur", "of"})
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W\d_][\w'’\-]*")
_SPELLINGS = (
    ("ee", "i"),
    ("oo", "u"),
    ("kh", "k"),
    ("gh", "g"),
    ("q", "k"),
    ("aa", "a"),
    ("y", "i"),
    ("w", "v"),
    ("-", ""),
    ("'", ""),
)
_OUTSIDE = frozenset({"WOM", "CSO", "DIA", "REF", "MIN", "REL", "MED", "BUS", "PPL"})


def personal(name: str, title: str | None) -> str | None:
    """The person's name within the words by which somebody was named; ``None`` where they name a body, a group or nobody.

    A single word is a name only beside a title: without one, "Delegates" or "Herat" would be people.
    """
    words = _words(name)
    known = any(word.casefold() in _known() for word in words) or all(word.casefold() in title_words() for word in words)
    named = all(word[:1].isupper() or word.partition("-")[0].casefold() in _PARTICLES for word in words)
    enough = len(words) > 1 or (len(words) == 1 and bool(title))
    return " ".join(words) if enough and named and not known else None


def alone(name: str) -> str | None:
    """The one word that may be somebody's name where no other word of a name stands there: ``Motaqi`` of ``Mawlawi Motaqi``."""
    words = [word for word in _words(name) if fold(word).casefold() not in title_words()]
    if len(words) != 1 or words[0].casefold() in _known():
        return None
    return words[0] if words[0].rpartition("-")[2][:1].isupper() else None


def _words(name: str) -> list[str]:
    """The words of a name without what people are called by beside it."""
    words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(name)]
    while words and words[0].casefold() in _ordinary():
        words = words[1:]
    return words


def public(party: str | None) -> bool:
    """Whether people of this party act in office. Of all others nothing is gathered, as gathering could harm them."""
    return party is not None and labels.class_of(party) not in _OUTSIDE


def likeness(a: str, b: str) -> float:
    """How near two names are, 0 to 1, whatever the order of their parts and the way of writing them in Latin letters."""
    return float(fuzz.token_sort_ratio(_plain(a), _plain(b)) / 100)


def _plain(name: str) -> str:
    words = fold(name).casefold()
    for spelt, plain in _SPELLINGS:
        words = words.replace(spelt, plain)
    return words


@functools.cache
def _ordinary() -> frozenset[str]:
    return frozenset(tables.toml("common", "withholding")["ordinary"])


@functools.cache
def _known() -> frozenset[str]:
    """Words that are no part of a person's name: of states and peoples, of bodies, of groups."""
    lists = tables.toml("common", "withholding")
    words = {*lists["body"], *lists["peoples"], *lists["ordinary"]}
    for table, columns in _NO_NAMES.items():
        for row in tables.rows("common", table):
            named = (each for column in columns for each in tables.cells(row[column]))
            words.update(fold(each).casefold() for each in named if " " not in each)
    return frozenset(words)


_NO_NAMES = {"states": ("name", "demonyms", "people"), "classes": ("phrase",), "collectives": ("phrase",)}


@functools.cache
def title_words() -> frozenset[str]:
    """Words of titles: some of them are names as well (Amir, Malik), so that only all of them together are none."""
    return frozenset(word for row in tables.rows("common", "roles") for word in fold(row["phrase"]).casefold().split())
