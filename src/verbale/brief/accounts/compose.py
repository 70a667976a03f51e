"""From the acts of a period to the accounts: each act once, in one file, none that an armed side had a part in."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.accounts.files import File, file_of, files
from verbale.brief.accounts.groups import Group, groups
from verbale.brief.accounts.quoting import Place, Words, words
from verbale.brief.accounts.sentences import sentence
from verbale.brief.material import Material
from verbale.brief.page import Block, Inline, Items, Line, Rows, Section, text
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.pictures.counting import ids
from verbale.pictures.words import count

GROUPS = 6
"""Occasions that a file tells of, the latest; what is beyond is counted and linked."""
SENTENCES = 3
"""Sentences of one occasion."""
POSSIBLE = 3
"""Passages of less sure readings that a file quotes."""
_ARMED = "ARM"


def accounts(material: Material, veil: Veil) -> tuple[Section, ...]:
    """One section for every file that anything is told of."""
    return _Accounts(material, veil).sections()


class _Told(msgspec.Struct):
    """A sentence that is written, and the acts that it rests on."""

    parts: list[Inline]
    acts: list[Entry]


class _Accounts:
    """Writes the accounts, knowing which sentences were quoted already."""

    def __init__(self, material: Material, veil: Veil) -> None:
        self._material, self._veil = material, veil
        self._quoted: dict[Place, _Told] = {}
        self._words: dict[str, Words] = {}

    def sections(self) -> tuple[Section, ...]:
        plain: dict[str, list[Group]] = {}
        for group in groups(each for each in self._material.acts if tellable(each)):
            plain.setdefault(self._file(group).id, []).append(group)
        # what is surely told is written first, so that no possible reading takes its words
        written = {file.id: self._items(plain.get(file.id, [])) for file in files()}
        possible: dict[str, list[Entry]] = {}
        for each in sorted((e for e in self._material.possible if tellable(e)), key=_likeliest):
            possible.setdefault(self._file((each,)).id, []).append(each)
        made = (Section(f"file-{f.id}", f.title, (*written[f.id], *self._possible(possible.get(f.id, [])))) for f in files())
        return tuple(each for each in made if each.blocks)

    def _file(self, group: Group) -> File:
        return file_of(group, " ".join(self._of(each).quote.words for each in group))

    def _of(self, entry: Entry) -> Words:
        if entry.id not in self._words:
            self._words[entry.id] = words(self._material, self._veil, entry)
        return self._words[entry.id]

    def _items(self, found: list[Group]) -> list[Block]:
        lines: list[Line] = []
        rest: list[Entry] = [each for group in found[GROUPS:] for each in group]
        for group in found[:GROUPS]:
            told, more = self._group(group)
            rest += more
            if told:
                lines.append(_line(told))
        if rest:
            lines.append((Rows(f"{count(len(rest), 'further act')}", ids(rest)), f" of this file {'is' if len(rest) == 1 else 'are'} in the notes alone."))
        return [Items(tuple(lines))] if lines else []

    def _group(self, group: Group) -> tuple[list[_Told], list[Entry]]:
        """The sentences of an occasion, and the acts that they leave to the notes. What one sentence reports is told once."""
        told: list[_Told] = []
        rest: list[Entry] = []
        for each in group:
            found = self._of(each)
            before = self._quoted.get(found.place)
            if before is not None:
                before.acts.append(each)
            elif len(told) < SENTENCES:
                made = sentence(self._material, each, found.quote, first=not told, alone=len(group) == 1)
                told.append(_Told(made, [each]))
                self._quoted[found.place] = told[-1]
            else:
                rest.append(each)
        return told, rest

    def _possible(self, found: list[Entry]) -> list[Block]:
        fresh = [each for each in found if self._of(each).place not in self._quoted]
        shown: list[_Told] = []
        for each in fresh:
            place = self._of(each).place
            if place in self._quoted:
                self._quoted[place].acts.append(each)
            elif len(shown) < POSSIBLE:
                shown.append(_Told([self._of(each).quote], [each]))
                self._quoted[place] = shown[-1]
        parts: list[Inline] = []
        for each in shown:
            parts += [" ", *each.parts, Rows("", ids(each.acts))]
        rest = [each for each in found if not any(each in one.acts for one in shown)]
        if parts:
            parts = ["Read less surely, so that only the words are given:", *parts]
            parts += ["; beside these ", Rows(count(len(rest), "possible act"), ids(rest)), "."] if rest else ["."]
        return [text(*parts)] if parts else []


def tellable(entry: Entry) -> bool:
    """Whether an act may be told in an account: nothing of it is kept silent, and no armed side has a part in it."""
    kinds = {labels.class_of(party) for event in entry.events for party in event.parties()}
    return not entry.silent and _ARMED not in kinds and not any("-ARM" in party for e in entry.events for party in e.parties())


def _line(told: Iterable[_Told]) -> Line:
    parts: list[Inline] = []
    for n, each in enumerate(told):
        parts += [*([" "] if n else []), *each.parts, ".", Rows("", ids(each.acts))]
    return tuple(parts)


def _likeliest(entry: Entry) -> tuple[float, str]:
    return -max(event.confidence for event in entry.events), entry.id
