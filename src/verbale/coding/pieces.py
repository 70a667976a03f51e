"""Text cut into the pieces of words that the encoder knows, each with its place in the text.

As BERT's uncased tokeniser does it (Devlin et al. 2019): lower case without accents, punctuation by itself, then of every word the
longest known beginning, and so on through the rest.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LONGEST = 100
"""Words of more letters are taken as unknown, whole."""
_INNER = "##"
_ASCII_MARKS = frozenset("$+<=>^`|~")
"""Signs that Unicode does not count as punctuation, but BERT does."""


class Piece(NamedTuple):
    """A piece's number and where it stands: code points ``[start, end)`` of the text."""

    id: int
    start: int
    end: int


class Pieces:
    """A vocabulary; the number of a piece is its place in it."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """Take all pieces in order; those that go on inside a word begin with ``##``."""
        self._ids = {piece: n for n, piece in enumerate(vocabulary)}
        self._unknown = self._ids["[UNK]"]
        self.first, self.last = self._ids["[CLS]"], self._ids["[SEP]"]
        self._cut = functools.lru_cache(maxsize=1 << 15)(self._pieces)

    def of(self, text: str) -> list[Piece]:
        """The pieces of a text, in order."""
        found: list[Piece] = []
        for word, places in _words(text):
            for number, start, end in self._cut(word):
                found.append(Piece(number, places[start], places[end - 1] + 1))
        return found

    def _pieces(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """The pieces of a word as number, first and last letter; one unknown piece where it cannot be cut."""
        found: list[tuple[int, int, int]] = []
        start = 0
        while start < len(word) <= _LONGEST:
            end = len(word)
            while end > start and (("" if not start else _INNER) + word[start:end]) not in self._ids:
                end -= 1
            if end == start:
                break
            found.append((self._ids[("" if not start else _INNER) + word[start:end]], start, end))
            start = end
        return tuple(found) if start == len(word) else ((self._unknown, 0, len(word)),)


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Words in lower case without accents, punctuation by itself; for each letter its place in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        kind = _kind(char)
        if kind in ("space", "mark") and letters:
            yield "".join(letters), places
            letters, places = [], []
        if kind == "mark":
            yield char, [place]
        elif kind == "letter":
            plain = _plain(char)
            letters += plain
            places += [place] * len(plain)
    if letters:
        yield "".join(letters), places


@functools.lru_cache(maxsize=1 << 14)
def _kind(char: str) -> str:
    """Whether a character is space, part of a word, a word by itself, or nothing at all."""
    category = unicodedata.category(char)
    if char in "\t\n\r" or category == "Zs":
        return "space"
    if category[0] == "P" or char in _ASCII_MARKS or 0x3400 <= ord(char) <= 0x9FFF:
        return "mark"
    return "none" if category in ("Cc", "Cf", "Mn") or char == "\ufffd" else "letter"


@functools.lru_cache(maxsize=1 << 14)
def _plain(char: str) -> str:
    """A character in lower case without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", char.lower()) if unicodedata.category(c) != "Mn")
