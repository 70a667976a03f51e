"""From the acts of a period to the accounts: each act once, in one file, none that an armed side had a part in."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.accounts.files import File, entry_parties, file_of, files
from verbale.brief.accounts.groups import Group, groups
from verbale.brief.accounts.leading import lead
from verbale.brief.accounts.quoting import Place, Words, words
from verbale.brief.accounts.sentences import ended, sentence
from verbale.brief.material import Material
from verbale.brief.page import Block, Inline, Items, Line, Rows, Section, text
from verbale.brief.telling import of_page, speaking
from verbale.brief.veil import Veil
from verbale.pictures.counting import ids
from verbale.pictures.words import capital, count, day

SENTENCES = (4,) * 6 + (3,) * 6
"""Sentences of each occasion that a file tells of, the latest first; what is beyond is counted and linked."""
POSSIBLE = 6
"""Passages of less sure readings that a file quotes."""
_PASSAGE = 25
"""Code points below which a passage tells nothing."""
_ARMED = "-ARM"


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
        for each in filter(tellable, self._material.possible):
            possible.setdefault(self._file((each,), sure=False).id, []).append(each)
        made = {f: (*written[f.id], *self._possible(f, possible.get(f.id, []))) for f in files()}
        return tuple(Section(f"file-{f.id}", f.title, (*lead(f, self._material), *blocks)) for f, blocks in made.items() if blocks)

    def _file(self, group: Group, *, sure: bool = True) -> File:
        return file_of(group, lambda: " ".join(self._of(each).quote.words for each in group), sure=sure)

    def _of(self, entry: Entry) -> Words:
        if entry.id not in self._words:
            self._words[entry.id] = words(self._material, self._veil, entry)
        return self._words[entry.id]

    def _items(self, found: list[Group]) -> list[Block]:
        lines: list[Line] = []
        rest: list[Entry] = [each for group in found[len(SENTENCES) :] for each in group]
        for group, most in zip(found, SENTENCES, strict=False):
            told, more = self._group(group, most)
            rest += more
            if told:
                lines.append(_line(told))
        if rest:
            are = "is" if len(rest) == 1 else "are"
            lines.append((Rows(capital(count(len(rest), "further act")), ids(rest)), f" of this file {are} in the notes alone."))
        return [Items(tuple(lines))] if lines else []

    def _group(self, group: Group, most: int) -> tuple[list[_Told], list[Entry]]:
        """The sentences of an occasion, and the acts that they leave to the notes. What one sentence reports is told once."""
        told: list[_Told] = []
        rest: list[Entry] = []
        for place, entries in self._by_place(group).items():
            before = self._quoted.get(place)
            if before is not None:
                before.acts += entries
            elif len(told) < most:
                after = told[-1].acts[0] if told else None
                lead = min(entries, key=_speaking)
                made = sentence(self._material, lead, self._of(lead).quote, after=after, alone=len(group) == 1)
                told.append(_Told(made, [lead, *(each for each in entries if each is not lead)]))
                self._quoted[place] = told[-1]
            else:
                rest += entries
        return told, rest

    def _by_place(self, group: Group) -> dict[Place, list[Entry]]:
        found: dict[Place, list[Entry]] = {}
        for each in group:
            found.setdefault(self._of(each).place, []).append(each)
        return found

    def _possible(self, file: File, found: list[Entry]) -> list[Block]:
        shown: list[_Told] = []
        rest: list[Entry] = []
        for each in sorted(found, key=lambda one: (not file.spoken(self._of(one).quote.words), *_likeliest(one))):
            place, passage = self._of(each).place, self._of(each).quote
            if place in self._quoted:
                self._quoted[place].acts.append(each)
            elif len(shown) < POSSIBLE and _telling(each, passage.words):
                shown.append(_Told([*_dated(each), *ended([passage])], [each]))
                self._quoted[place] = shown[-1]
            else:
                rest.append(each)
        if not shown and not rest:
            return []
        parts: list[Inline] = ["Read less surely, so that only the words are given:"] if shown else []
        for one in shown:
            parts += [" ", *one.parts, Rows("", ids(one.acts))]
        more = Rows(count(len(rest), "possible act"), ids(rest))
        if rest and shown:
            parts += [" Beside these there ", "is " if len(rest) == 1 else "are ", more, "."]
        else:
            parts += [] if shown else ["Read less surely, and not told further: ", more, "."]
        return [text(*parts)]


def _telling(entry: Entry, words: str) -> bool:
    """Whether a passage tells anything by itself: no headline, nothing that only leads to what follows it, not a few words."""
    return len(words) >= _PASSAGE and not words.endswith(":") and words != (speaking(entry).document.title or "")


def _dated(entry: Entry) -> list[Inline]:
    return [f"{'reported ' if of_page(entry) else ''}{day(entry.date)}, "] if entry.date else []


def tellable(entry: Entry) -> bool:
    """Whether an act may be told in an account: nothing of it is kept silent, and no armed side has a part in it."""
    return not entry.silent and not any(party.endswith(_ARMED) for party in entry_parties(entry))


def _line(told: Iterable[_Told]) -> Line:
    parts: list[Inline] = []
    for n, each in enumerate(told):
        parts += [*([" "] if n else []), *each.parts, Rows("", ids(each.acts))]
    return tuple(parts)


def _speaking(entry: Entry) -> tuple[bool, bool, float, str]:
    """Of what one sentence reports, contact speaks for all, then steps of recognition, then what is likeliest."""
    step = (entry.type, entry.mode) in (("SUPPORT", "recognise"), ("COOPERATE", "mission"))
    return (entry.type != "CONSULT" or not entry.took_place, not step, *_likeliest(entry))


def _likeliest(entry: Entry) -> tuple[float, str]:
    return -max(event.confidence for event in entry.events), entry.id
