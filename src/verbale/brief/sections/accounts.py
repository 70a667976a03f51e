"""One occasion as either side tells it: the sentences of each account as the pages have them, and what only one speaks of."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from verbale.analysis.entries import AUTHORITY
from verbale.brief.accounts.short import dated
from verbale.brief.material import Material
from verbale.brief.notes import leading, published
from verbale.brief.occasions import Occasion, occasions
from verbale.brief.page import Inline, Items, Line, Rows, Section, text
from verbale.brief.quoting import Place
from verbale.brief.telling import source
from verbale.brief.veil import Veil
from verbale.brief.versions import Said, versions
from verbale.catalogue import labels
from verbale.engagements.sentences import around
from verbale.pictures.counting import ids
from verbale.pictures.words import capital, day, listed

_LISTED, _QUOTED = 8, 4
_LOOKED = 100
"""Occasions, the latest first, of which two accounts are looked for."""
_COMPARED = 2
"""Sentences that an account has at least where it is said what it does not speak of."""
_AUTHORITIES = "the authorities"


def accounts(material: Material, veil: Veil, printed: set[Place]) -> Section | None:
    """Occasions of which both sides have an account, the latest first; nothing where there is none that may be told.

    What is quoted is added to ``printed``.
    """
    writer = _Writer(material, veil, printed)
    lines: list[Line] = []
    for each in occasions(material)[:_LOOKED]:
        if len(lines) == _LISTED:
            break
        line = writer.line(each)
        lines += [line] if line else []
    if not lines:
        return None
    printed |= writer.quoted
    note = text("What either side says of the same days, as the pages have it. It is no measure of who is right.")
    return Section("accounts", "Two accounts of one occasion", (note, Items(tuple(lines))))


class _Writer:
    """Writes occasions, knowing which act has which report."""

    def __init__(self, material: Material, veil: Veil, printed: set[Place]) -> None:
        self._material = material
        self._versions = versions(material, veil)
        self.quoted = set(printed)
        self._words = {_sentence(material, place) for place in printed}

    @functools.cached_property
    def _owners(self) -> dict[str, str]:
        return {event.id: each.id for each in self._material.told if not each.silent for event in each.events}

    def line(self, occasion: Occasion) -> Line | None:
        """An occasion with both accounts; nothing where only one is told."""
        found = self._versions.of(occasion)
        known = set(self._words)
        left = {side: list(self._new(said, known)) for side, said in found.items()}
        said = {side: own for side, own in left.items() if own}
        if len(said) == 1 or occasion.outside not in said:
            return None
        sides = (occasion.outside, *sorted(said.keys() - {occasion.outside}))
        parts: list[Inline] = [
            f"{capital(listed([self._name(side) for side in sides]))}, {dated(self._material, occasion.entries[0])}",
            Rows("", ids(occasion.entries)),
            ".",
        ]
        for side in sides:
            parts += self._account(side, said[side][:_QUOTED])
        quoted = [one for side in sides for one in said[side][:_QUOTED]]
        places = {place for one in quoted for place in one.words.places}
        self.quoted |= places
        self._words |= {_sentence(self._material, place) for place in places}
        return (*parts, *self._topics(sides, said), *self._sources(quoted))

    def _new(self, said: Iterable[Said], known: set[str]) -> Iterator[Said]:
        """The sentences that are not printed already, off their page or off another that has the same words."""
        for one in said:
            words = _sentence(self._material, one.words.place)
            if words not in known:
                known.add(words)
                yield one

    def _account(self, side: str, said: list[Said]) -> list[Inline]:
        name = self._name(side)
        tells = f"As {name} {'tell' if name == _AUTHORITIES else 'tells'} it"
        parts: list[Inline] = [f" {tells if any(one.own for one in said) else f'What {name} said, as the page has it'}: "]
        for n, one in enumerate(said):
            acts = self._acts(one)
            parts += [*([" "] if n else []), one.quote, *([Rows("", acts)] if acts else [])]
        return parts

    def _acts(self, one: Said) -> tuple[str, ...]:
        return (self._owners[one.event.id],) if one.event and one.event.id in self._owners else ()

    def _sources(self, quoted: list[Said]) -> list[Inline]:
        """The pages to which no note of a sentence leads."""
        noted = {one.document.id for one in quoted if self._acts(one)}
        pages = {one.document.id: one.document for one in quoted if one.document.id not in noted}
        parts: list[Inline] = []
        for page in pages.values():
            lead = f"{source(page.publisher)}, {day(published(page, hushed=False))}: "
            parts += ["; " if parts else " Also quoted: ", lead, leading(page, hushed=False)]
        return [*parts, "."] if parts else []

    def _topics(self, sides: tuple[str, ...], said: dict[str, list[Said]]) -> list[Inline]:
        if min(map(len, said.values())) < _COMPARED:
            return []
        parts: list[Inline] = []
        for side in sides:
            name = self._name(side)
            only = [labels.label("topic", topic) for topic in self._versions.unspoken(side, said)]
            parts += [f" Of {listed(only)} only {name} {'speak' if name == _AUTHORITIES else 'speaks'}."] if only else []
        return parts

    def _name(self, party: str) -> str:
        return _AUTHORITIES if labels.class_of(party) == AUTHORITY else labels.party(party, self._material.about.country)


def _sentence(material: Material, place: Place) -> str:
    """The words of the sentence that begins at a place."""
    text = material.coded(place[0]).document.text
    return text[slice(*around(text, place[1], place[1] + 1))]
