"""From the acts of a period to the accounts: each act once, in one file, none that an armed side had a part in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.accounts.files import File, file_of, files
from verbale.brief.accounts.groups import Group, groups
from verbale.brief.accounts.leading import lead, steps
from verbale.brief.accounts.sentences import ended, sentence
from verbale.brief.accounts.short import short
from verbale.brief.accounts.undone import Row, says, table, undone
from verbale.brief.material import Material
from verbale.brief.notes import published
from verbale.brief.page import Block, Inline, Items, Line, Quote, Rows, Section, text
from verbale.brief.quoting import Place, Words, words
from verbale.brief.telling import UNWORDED, speaking
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.engagements.sentences import around, leans
from verbale.pictures.counting import ids
from verbale.pictures.words import count, day

SENTENCES = (4,) * 6 + (3,) * 6
"""Sentences of each occasion that a file tells of, the latest first."""
FURTHER = 20
"""Acts of each file that are told in a few words beyond those sentences."""
LATEST = 2000
"""Occasions, the latest first, that the accounts are kept of."""
LOOKED = 500
"""Less sure readings, the likeliest first, among which passages are looked for."""
POSSIBLE = 3
"""Passages of less sure readings that a file quotes."""
BELOW = " What either side says of it stands below."
"""What is said of contact whose words are quoted beside those of the other side."""
_PASSAGE = 25
"""Code points below which a passage tells nothing."""
_ANYBODY = "PPL"


def accounts(material: Material, veil: Veil, printed: set[Place]) -> tuple[Section, ...]:
    """One section for every file that anything is told of.

    Sentences that are ``printed`` elsewhere are not quoted again, and those that are quoted are added to it.
    """
    writer = _Accounts(material, veil, printed)
    made = writer.sections()
    printed |= writer.quoted
    return made


def tabled(material: Material, veil: Veil) -> set[Place]:
    """Where the sentences stand that the tables of the files quote."""
    stepped = (each for file in files() for each in steps(file, material) if material.tells(each))
    return {words(material, veil, each).place for each in stepped} | set(undone(material, veil))


class _Told(msgspec.Struct):
    """A sentence that is written, and the acts that it rests on."""

    parts: list[Inline]
    acts: list[Entry]


class _Accounts:
    """Writes the accounts, knowing which sentences were quoted already."""

    def __init__(self, material: Material, veil: Veil, printed: set[Place]) -> None:
        self._material, self._veil = material, veil
        self._printed = frozenset(printed)
        self._beside = self._printed - tabled(material, veil)
        self._tabled: set[Place] = set()
        self._quoted: dict[Place, _Told] = {}
        self._stepped: dict[str, File] = {}
        self._pages: dict[str, File] = {}

    @property
    def quoted(self) -> set[Place]:
        """Where the sentences stand that are quoted, and those that they lean on."""
        return self._tabled | self._quoted.keys() | self._places(self._quoted.values())

    def sections(self) -> tuple[Section, ...]:
        plain: dict[str, list[Group]] = {}
        self._stepped = {each.id: file for file in files() for each in steps(file, self._material) if self._material.tells(each)}
        stepped = [each for each in (*self._material.acts, *self._material.possible) if each.id in self._stepped]
        taken = {self._of(each).place for each in stepped}
        rows = {
            place: (entries, said, self._of(entries[0]).beside(taken) or quote)
            for place, (entries, said, quote) in undone(self._material, self._veil).items()
            if place not in taken
        }
        self._tabled = taken | set(rows) | self._printed
        self._pages = {page: self._stepped[each.id] for each in stepped for page in each.documents}
        tabled = {each.id for each in (*stepped, *(each for entries, _, _ in rows.values() for each in entries))}
        every = groups(filter(self._material.tells, self._material.acts))
        for group in every[:LATEST]:
            if any(each.id not in tabled for each in group) or any(self._of(each).place not in self._tabled for each in group):
                plain.setdefault(self._file(group).id, []).append(group)
                for page in (page for each in group for page in each.documents):
                    self._pages.setdefault(page, self._file(group))
        # what is surely told is written first, so that no possible reading takes its words
        written = {file.id: self._items(plain.get(file.id, [])) for file in files()}
        possible: dict[str, list[Entry]] = {}
        for each in sorted(filter(self._material.tells, self._material.possible), key=_likeliest)[:LOOKED]:
            if self._of(each).place not in self._tabled:
                # beside what its page tells surely, where that is in a file
                file = self._pages.get(speaking(each).document.id) or self._file((each,), sure=False)
                possible.setdefault(file.id, []).append(each)
        blocks = {f: (*written[f.id], *self._possible(f, possible.get(f.id, []))) for f in files()}
        led = {file: (*self._lead(file, of, rows), *of) for file, of in blocks.items()}
        made = [Section(f"file-{file.id}", file.title, of) for file, of in led.items() if of]
        return (*made, *self._older(every[LATEST:]))

    def _older(self, groups: Sequence[Group]) -> list[Section]:
        """What is left of a record that is larger than anybody reads."""
        acts = [each for group in groups for each in group]
        words = ("Older acts that are in the figures and are not told here: ", Rows(count(len(acts), "act"), ids(acts)), ".")
        return [Section("older", "Older acts", (text(*words),))] if acts else []

    def _lead(self, file: File, blocks: tuple[Block, ...], rows: dict[Place, Row]) -> list[Block]:
        """What stands first in a file."""
        if file.undone:
            return [table(rows, self._material, self._veil)] if rows else []
        return lead(file, self._material, self._veil, told=bool(blocks))

    def _file(self, group: Group, *, sure: bool = True) -> File:
        stepped = next((self._stepped[each.id] for each in group if each.id in self._stepped), None)
        return stepped or file_of(group, lambda: " ".join(self._of(each).alone.words for each in group), sure=sure)

    def _of(self, entry: Entry) -> Words:
        return words(self._material, self._veil, entry)

    def _quote(self, entry: Entry, line: Collection[Place] = ()) -> Quote | None:
        """What is quoted of an act: with what it leans on where the line has not quoted that yet; nothing that means nobody."""
        of = self._of(entry)
        return of.alone if of.led is not None and (of.place[0], of.led) in line else of.whole

    def _places(self, told: Iterable[_Told]) -> set[Place]:
        """Where the sentences begin that a line has quoted, and those that they lean on."""
        found = [self._of(each.acts[0]) for each in told]
        return {place for of in found for place in (of.place, (of.place[0], of.place[1] if of.led is None else of.led))}

    def _items(self, found: list[Group]) -> list[Block]:
        lines: list[Line] = []
        rest: list[_Told] = [_Told([], entries) for group in found[len(SENTENCES) :] for entries in self._by_place(group).values()]
        for group, most in zip(found, SENTENCES, strict=False):
            told, more = self._group(group, most)
            rest += more
            if told:
                lines.append(_line(told))
        rest = [each for each in rest if not self._known(each)]
        if rest:
            lines.append(self._further(rest))
        return [Items(tuple(lines))] if lines else []

    def _known(self, told: _Told) -> bool:
        """Whether the sentence of an act is quoted already; from now on it is."""
        place = self._of(min(told.acts, key=_speaking)).place
        known = place in self._tabled or place in self._quoted
        self._quoted.setdefault(place, told)
        return known

    def _further(self, rest: list[_Told]) -> Line:
        """What the sentences leave over, an act each in a few words; beyond ``FURTHER`` it is counted and linked."""
        parts: list[Inline] = ["Also: "]
        for n, each in enumerate(rest[:FURTHER]):
            known = short(self._material, self._veil, min(each.acts, key=_speaking))
            parts += ["; " if n else "", *known, Rows("", ids(each.acts))]
        beyond = [act for each in rest[FURTHER:] for act in each.acts]
        parts += ["; and ", Rows(count(len(beyond), "further act"), ids(beyond))] if beyond else []
        return tuple(part for part in (*parts, ".") if part)

    def _group(self, group: Group, most: int) -> tuple[list[_Told], list[_Told]]:
        """The sentences of an occasion, and the acts that they leave over. What one sentence reports is told once."""
        told: list[_Told] = []
        rest: list[_Told] = []
        for place, entries in self._by_place(group).items():
            lead = min(entries, key=_speaking)
            before = self._quoted.get(place) or self._within(told, lead)
            if before is not None:
                before.acts += entries
            elif place in self._tabled and (told or not self._met(entries)):
                continue
            elif len(told) < most:
                after = told[-1].acts[0] if told else None
                words = None if place in self._tabled else self._quote(lead, self._places(told))
                if words is None and not self._met(entries):
                    continue
                made = sentence(self._material, lead, words, after=after)
                made += [BELOW] if place in self._beside else []
                told.append(_Told(made, [lead, *(each for each in entries if each is not lead)]))
                self._quoted[place] = told[-1]
            else:
                rest.append(_Told([], entries))
        return told, rest

    @staticmethod
    def _met(entries: Iterable[Entry]) -> bool:
        """Whether there was contact: it is told in our words where its own may not be quoted or are quoted elsewhere."""
        return any(each.type == "CONSULT" and each.took_place for each in entries)

    def _within(self, told: Iterable[_Told], entry: Entry) -> _Told | None:
        """The sentence of a line that was quoted with the words of an act before it."""
        words = self._of(entry).alone.words
        return next((each for each in told for part in each.parts if isinstance(part, Quote) and words in part.words), None)

    def _by_place(self, group: Group) -> dict[Place, list[Entry]]:
        found: dict[Place, list[Entry]] = {}
        for each in group:
            found.setdefault(self._of(each).place, []).append(each)
        return found

    def _possible(self, file: File, found: list[Entry]) -> list[Block]:
        shown: list[_Told] = []
        for each in sorted(found, key=lambda one: (not file.spoken(self._of(one).alone.words), *_likeliest(one))):
            of, passage = self._of(each), self._quote(each)
            place = of.place
            before = (
                self._quoted.get(place) or self._quoted.get((place[0], of.led or 0)) or self._within(self._quoted.values(), each)
            )
            if before is not None:
                before.acts.append(each)
            elif file.undone and not says(of.alone.words):
                continue
            elif passage is not None and len(shown) < POSSIBLE and self._telling(each, passage.words):
                shown.append(_Told([f"{_page(each, self._material)}, ", *ended([passage])], [each]))
                self._quoted[place] = shown[-1]
        if not shown:
            return []
        parts: list[Inline] = [f"{UNWORDED}:"]
        for one in shown:
            parts += [" ", *one.parts, Rows("", ids(one.acts))]
        return [text(*parts)]

    def _telling(self, entry: Entry, words: str) -> bool:
        """Whether a passage tells anything by itself: no headline, no half or cut sentence, nobody in it who is not named.

        It must itself speak of somebody of the country: else nobody knows what it has to do with it.
        """
        event, of = speaking(entry), self._of(entry)
        text = self._material.prudence.text(event) or ""
        first, last = around(text, of.place[1], of.place[1] + 1)
        there = (labels.class_of(who.party or "") for who in event.participants if first <= who.start < last)
        if all(kind in (None, _ANYBODY) for kind in there):
            return False
        if len(words) < _PASSAGE or words[:1].islower() or words.endswith(":") or words in (event.document.title or ""):
            return False
        return of.led is not None or not leans(words, text, self._veil.ordinary)


def _page(entry: Entry, material: Material) -> str:
    """The day of the page: of what is read less surely the date is no surer."""
    page = speaking(entry).document
    known = published(page, page.id in material.hushed)
    return f"page of {day(known)}" if known else "undated page"


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
