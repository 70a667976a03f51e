"""Withholding the names of people who do not act in an official capacity.

The rule: a person whose party is a class outside office (women, civil society, refugees, ...) or cannot be told is not named,
unless the catalogue has the person, whose public part is then known. In doubt the name is withheld: a reader loses a name, a
person could lose more. What is masked is the whole name wherever it stands, and each part of it that no public person shares.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from verbale.brief.masking import MASK as MASK
from verbale.brief.masking import Masking
from verbale.brief.telling import WITHHELD_CLASSES, public_people
from verbale.catalogue import labels, tables
from verbale.catalogue.fold import fold as plain
from verbale.model import Coded, Participant

_WORD = re.compile(r"[^\W\d_][\w'’\-]*|[,;()]")
_CAPITAL = re.compile(r"(?<=[\w,;:] )[^\W\d_a-z][\w'’\-]+")
_POSSESSIVE = re.compile(r"['’]s?$")

_IDS = frozenset({"acts", "sources"})
"""Fields of a page that hold ids alone, of a long record by the hundred thousand."""

_T = TypeVar("_T")


def fold(text: str) -> str:
    """``text`` without accents and capitals, as names are compared."""
    return plain(text).casefold()


class Veil:
    """The names to withhold in a set of readings, and the covering of them."""

    def __init__(self, readings: Sequence[Coded], case: str) -> None:
        """Collect the names once; covering is then quick."""
        self._case = case
        self._public = _public_names(case)
        found: set[str] = set()
        shown: set[str] = set()
        seen: set[tuple[str, bool, bool]] = set()
        for reading in readings:
            found.update(_beside(reading.document.text, _vocabulary(case)))
            for who in (p for event in reading.events for p in event.participants):
                kept = self.withholds(who)
                key = who.name, kept, who.party is None
                if key not in seen:
                    (found if kept else shown).update(self._personal(who, reading.document.text))
                    if not _described_by(_split(who.name)):
                        seen.add(key)
        self.names = tuple(sorted(name for name in found if fold(name) not in self._public))
        known = {word for name in shown | self._public for word in name.split()}
        self._masking = Masking(self.names, known)
        self._known = frozenset(map(fold, known)) | _vocabulary(case)
        self._covered: dict[str, str] = {}

    @functools.cached_property
    def people(self) -> int:
        """How many people that is; a surname alone is taken to be a person named in full elsewhere."""
        spelt = {frozenset(fold(name).split()) for name in self.names}
        fuller: dict[str, list[frozenset[str]]] = {}
        for words in spelt:
            for word in words:
                fuller.setdefault(word, []).append(words)
        return sum(not any(words < other for other in fuller[min(words, key=lambda w: len(fuller[w]))]) for words in spelt)

    def withholds(self, who: Participant) -> bool:
        """Whether a participant's name is not to be shown."""
        if who.actor in public_people(self._case):
            return False
        return who.party is None or labels.class_of(who.party) in WITHHELD_CLASSES

    def ventures(self, words: str, beside: str) -> bool:
        """Whether ``words`` may name somebody whom ``beside`` does not: by a capital that is no known word's."""
        shown = {fold(word) for word in _WORD.findall(beside)}
        for outlet in _outlets(self._case):
            words = words.replace(outlet, "") if outlet in words else words
        plain = (fold(_POSSESSIVE.sub("", word)) for word in _CAPITAL.findall(words))
        # of a people and of its members alike: "Europeans", "Norwegians"
        return any(word not in shown and not self._known & {word, word.removesuffix("s")} for word in plain)

    def ordinary(self, word: str) -> bool:
        """Whether a word is one of countries, places, bodies, offices or any other that is no part of a person's name."""
        return fold(_POSSESSIVE.sub("", word)) in _vocabulary(self._case)

    def cover(self, text: str) -> str:
        """``text`` without the names; an address that spells one is dropped whole."""
        if not self.names:
            return text
        if text.startswith(("http://", "https://")):
            return "" if self._masking.spelt(text) else text
        return self._masking.cover(text)

    def covered(self, thing: _T) -> _T:
        """A structure with the names covered in every text within it."""
        return msgspec.convert(self._walk(msgspec.to_builtins(thing, enc_hook=str)), type(thing))

    def _walk(self, thing: Any) -> Any:
        if isinstance(thing, str):
            # most texts of a long page are there many times: days, publishers, parties
            if thing not in self._covered:
                self._covered[thing] = self.cover(thing)
            return self._covered[thing]
        if isinstance(thing, dict):
            return {key: value if key in _IDS else self._walk(value) for key, value in thing.items()}
        return [self._walk(each) for each in thing] if isinstance(thing, list | tuple) else thing

    def _personal(self, who: Participant, text: str) -> Iterable[str]:
        runs = _runs(who.name, _vocabulary(self._case), text)
        # A party that cannot be told is often a place or a thing; two unknown capitals in a row are a person.
        return (run for run in runs if who.party is not None or " " in run)


def _runs(name: str, known: frozenset[str], text: str) -> list[str]:
    """The personal names within a participant's words: runs of capitalised words that are no ordinary, place's or body's words."""
    words = _split(name)
    if any(fold(word) in _words("body") for word in words if word[:1].isupper()):
        return []
    runs: list[list[str]] = [[]]
    for at, word in enumerate(words):
        # a script without capitals has names all the same
        if word[:1].isalpha() and not word[:1].islower() and fold(word) not in known and not _describes(words, at, text):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return [" ".join(run) for run in runs if run and not (len(run) == 1 and _places(words, run[0]))]


def _beside(text: str, known: frozenset[str]) -> list[str]:
    """Full names that stand beside a word for a private person: "the activist A B", "A B, a teacher"."""
    found = [a or b for a, b in _described().findall(text)]
    return [" ".join(name.split()) for name in found if not any(fold(_POSSESSIVE.sub("", word)) in known for word in name.split())]


@functools.lru_cache(maxsize=100_000)
def _split(name: str) -> tuple[str, ...]:
    return tuple(_POSSESSIVE.sub("", word) for word in _WORD.findall(name))


def _described_by(words: Sequence[str]) -> bool:
    """Whether the first word may have a capital only because a sentence begins there: "Protesting women"."""
    return len(words) > 1 and words[1][:1].islower()


def _describes(words: Sequence[str], at: int, text: str) -> bool:
    if at or not _described_by(words):
        return False
    word = words[0].lower()
    return word.endswith(tuple(_words("group_endings"))) or re.search(rf"\b{re.escape(word)}\b", text) is not None


def _places(words: Sequence[str], word: str) -> bool:
    at = words.index(word)
    return at > 0 and words[at - 1] in _words("placing")


@functools.cache
def _described() -> re.Pattern[str]:
    nouns = "|".join(sorted(_words("described")))
    name = r"[^\W\d_a-z][\w'’\-]+(?:\s+[^\W\d_a-z][\w'’\-]+){1,2}"
    return re.compile(rf"\b(?:{nouns}),?\s+({name})|({name}),\s+(?:an?|the)\s+(?:[\w'’\-]+\s+){{0,4}}(?:{nouns})\b")


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tables.toml("common", "withholding")[name])


def _peoples() -> frozenset[str]:
    return frozenset(each + ending for each in _words("peoples") for ending in ("", "s"))


@functools.cache
def _public_names(case: str) -> frozenset[str]:
    spelt = (
        name
        for pack in ("common", case)
        for row in tables.rows(pack, "people")
        for name in (row["name"], *tables.cells(row["aliases"]))
    )
    return frozenset(map(fold, spelt))


@functools.cache
def _vocabulary(case: str) -> frozenset[str]:
    """Folded words that are no part of a person's name: of countries, places, classes, offices, bodies, and ordinary ones."""
    words: set[str] = set(_words("ordinary") | _words("body") | _peoples())
    for pack in ("common", case):
        for table, columns in _WORDS.items():
            for row in tables.rows(pack, table):
                for column in columns:
                    words.update(fold(row.get(column, "")).replace(";", " ").split())
    return frozenset(words)


@functools.cache
def _outlets(case: str) -> frozenset[str]:
    """The names of those who publish, whole: a word of one may be a person's."""
    return frozenset(row["name"] for pack in ("common", case) for row in tables.rows(pack, "outlets"))


_WORDS = {
    "states": ("name", "aliases", "demonyms", "people", "capital"),
    "classes": ("phrase",),
    "roles": ("phrase",),
    "collectives": ("phrase",),
    "authorities": ("name", "aliases"),
    "bodies": ("name", "aliases"),
    "organisations": ("name", "aliases"),
    "forums": ("name",),
    "places": ("name", "aliases"),
}
