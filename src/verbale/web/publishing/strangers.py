"""Names that nobody knows, within quoted words: in doubt a capital that no known word has is somebody's name, and is covered.

A name that is coded as a participant is withheld by its tier. But people are also spoken of who take no part ("raised the case of
A B"), and whoever is in no catalogue may hold no office. Addresses of mail, handles and telephone numbers are covered too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from verbale.brief.masking import MASK, Masking
from verbale.brief.veil import Veil, fold
from verbale.model import Coded
from verbale.web.publishing.tiers import tier

CONTACT = "[contact withheld]"
_TOKEN = re.compile(r"[^\W\d_][\w'’]*")
_BEGINS = re.compile(r"(?:^|[.!?:\n…“\"]\s*|[.!?]['’”\")]*\s+)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_REACH = re.compile(
    r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|(?<![\w/])@\w{2,}"
    r"|(?<![\w.,])(?:\+|00)\d[\d\s().\-]{6,}\d|(?<!\w)0\d{2,3}[\s\-]\d{3}[\s\-]?\d{3,4}(?!\w)"
)
_BESIDE = re.compile(r"\s*-?\s*(?:(?:al|ul|ur|ud|bin|bint|ibn|de|van|von)[\s\-]+)?")
_ACRONYM = 6
_TWO = 2


class Strangers:
    """Covers, in words that are quoted, what may be the name of somebody whom no catalogue knows."""

    def __init__(self, veil: Veil, readings: Iterable[Coded], case: str) -> None:
        """Learn the words that documents write small and the names of whoever acts in office; find those of all others."""
        given = tuple(readings)
        self._veil = veil
        self._known = {fold(word) for reading in given for word in _official(reading, case)}
        self._small = {word for reading in given for word in _TOKEN.findall(reading.document.text) if word[:1].islower()}
        full = {name for reading in given for name in self._full(reading.document.text)}
        full |= {name for reading in given for name in self._alone(reading, case)}
        self.names = tuple(sorted(full))
        self._masking = Masking(self.names, self._known | self._small)

    def cover(self, text: str) -> str:
        """Words without the names that nobody knows."""
        covered = self._masking.cover(_REACH.sub(CONTACT, text))
        made, at = [], 0
        for start, end, many, first in self._runs(covered):
            if many > 1 or not first:
                made += [covered[at:start], MASK]
                at = end
        return "".join((*made, covered[at:]))

    def _full(self, text: str) -> Iterator[str]:
        found = (text[start:end] for start, end, many, _ in self._runs(text) if many >= _TWO)
        return (" ".join(_POSSESSIVE.sub("", name).split()) for name in found)

    def _alone(self, reading: Coded, case: str) -> Iterator[str]:
        """Participants of whom nothing is known but one word."""
        people = (who for event in reading.events for who in event.participants if who.party is None and tier(who, case) == "T3")
        words = (_POSSESSIVE.sub("", who.name) for who in people if _TOKEN.fullmatch(who.name))
        return (word for word in words if self._strange(word))

    def _runs(self, text: str) -> Iterator[tuple[int, int, int, bool]]:
        """Where unknown words stand beside each other: from, to, how many, and whether they begin a sentence."""
        run: list[re.Match[str]] = []
        for token in _TOKEN.finditer(text):
            if not self._strange(token[0]):
                continue
            if run and not _BESIDE.fullmatch(text, run[-1].end(), token.start()):
                yield _span(text, run)
                run = []
            run.append(token)
        if run:
            yield _span(text, run)

    def _strange(self, word: str) -> bool:
        plain = _POSSESSIVE.sub("", word)
        if plain[:1].islower() or len(plain) < _TWO or (plain.isupper() and plain.isascii() and len(plain) <= _ACRONYM):
            return False
        return not any(self._knows(each) for each in (plain, plain.removesuffix("s"), f"{plain}s"))

    @functools.cache  # noqa: B019 - it lives as long as a release is made
    def _knows(self, word: str) -> bool:
        return word.lower() in self._small or fold(word) in self._known or not self._veil.ventures(f"x {word}", "")


def _span(text: str, run: list[re.Match[str]]) -> tuple[int, int, int, bool]:
    start = run[0].start()
    return start, run[-1].end(), len(run), _BEGINS.search(text, 0, start) is not None


def _official(reading: Coded, case: str) -> Iterator[str]:
    """The words by which whoever acts in office is named, with titles, places and those who publish."""
    document = reading.document
    yield from _TOKEN.findall(document.publisher or "")
    for event in reading.events:
        shown = [who for who in event.participants if tier(who, case) != "T3"]
        told = [words for who in shown for words in (who.name, who.title or "")]
        told.append(event.place or "")
        told.append(event.attribution.name if event.attribution and event.attribution.party else "")
        told += [each.words for each in event.naming]
        yield from (_POSSESSIVE.sub("", word) for words in told for word in _TOKEN.findall(words))
