"""Names found in texts and covered, in a time that does not grow with the number of names: each is looked up by its first word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from verbale.catalogue.fold import fold

MASK = "[name withheld]"
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[a-z]+")
_LEAST = 3
"""Letters of a name's part below which it is covered only with the whole name."""


class Masking:
    """The names to cover, by the words with which they begin."""

    def __init__(self, names: Iterable[str], shared: Iterable[str]) -> None:
        """Take names, and the words that others share and that therefore are covered only as part of a whole name."""
        given = tuple(names)
        kept = {_key(word) for word in shared}
        # A whole name is covered in any capitals, a part only as a name is written: "Rose", "ROSE", never "rose".
        wholes = {(name, rf"(?i:{_whole(name)})") for name in given}
        parts = {word for name in given for word in name.split() if len(word) >= _LEAST and _key(word) not in kept}
        spelt = {(word, f"{re.escape(word)}|{re.escape(word.upper())}") for word in parts}
        self._spellings = _grouped(sorted(wholes, key=_longest) + sorted(spelt, key=_longest))
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._plain: set[str] = set()
        self._slugs = _by_first(tuple(_LATIN.findall(_key(name))) for name in given)

    def cover(self, text: str) -> str:
        """``text`` with a mask in place of every name."""
        if self._plain.issuperset(_WORD.findall(text)):
            return text
        made: list[str] = []
        at = 0
        for start, end in self._found(text):
            made += (text[at:start], MASK)
            at = end
        return "".join((*made, text[at:])) if made else text

    def spelt(self, address: str) -> bool:
        """Whether an address spells one of the names, in whatever characters between the words."""
        words = _LATIN.findall(_key(address))
        return any(tuple(words[n : n + len(name)]) == name for n, word in enumerate(words) for name in self._slugs.get(word, ()))

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        at = 0
        for word in _WORD.finditer(text):
            if word.start() < at:
                continue
            pattern = self._beginning(word[0])
            if pattern is not None and (found := pattern.match(text, word.start())):
                at = found.end()
                yield found.span()

    def _beginning(self, word: str) -> re.Pattern[str] | None:
        """The pattern of the names that can begin with a word."""
        if word in self._plain:
            return None
        if word not in self._patterns:
            found = self._spellings.get(_key(word))
            if not found:
                self._plain.add(word)
                return None
            self._patterns[word] = re.compile(rf"(?:{'|'.join(found)})(?!\w)")
        return self._patterns[word]


def _key(text: str) -> str:
    return fold(text).casefold()


def _whole(name: str) -> str:
    return r"[\s\-]+".join(map(re.escape, name.split()))


def _longest(pair: tuple[str, str]) -> tuple[int, str]:
    return -len(pair[1]), pair[1]


def _grouped(spelt: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The spellings by the first word of the names, in their order."""
    found: dict[str, list[str]] = {}
    for name, spelling in spelt:
        first = _WORD.search(name)
        if first:
            found.setdefault(_key(first[0]), []).append(spelling)
    return found


def _by_first(names: Iterable[tuple[str, ...]]) -> dict[str, set[tuple[str, ...]]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        if name:
            found.setdefault(name[0], set()).add(name)
    return found
