"""Whom an event names of one party, and whether two events name the same people, whatever the spelling."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import msgspec

from verbale.catalogue.fold import fold
from verbale.identities.names import alone, personal, title_words
from verbale.model import Participant

_SPELLINGS = (("kh", "k"), ("gh", "g"), ("zh", "z"), ("sh", "s"), ("ph", "f"), ("q", "k"), ("w", "v"), ("x", "s"))
_STYLES = frozenset({"akhund", "khan", "sahib"})
"""Words of respect that stand behind a name and are left out as often as not."""
_SEVERAL = frozenset({"they", "them", "we", "us", "our", "their", "both", "two", "the two"})
"""Words for several people: whom of them the coder found says nothing of who else was there."""
_PARTICLE = 3
_USUAL = frozenset({"~mhmd", "~mhmt", "~hmd", "~abdl", "~bdl", "~bn", "~al"})
"""Parts of so many names that sharing one says nothing."""
_ENOUGH = 4
"""Signs of a part of a name, its mark included, below which sharing it says nothing."""
_LETTERS = re.compile(r"[^a-z]")
_VOWELS = re.compile(r"(?<!^)[aeiouy]")
_SILENT = re.compile(r"(?<=[aeiou])h$")
_DOUBLED = re.compile(r"(.)\1+")


class People(msgspec.Struct, frozen=True, gc=False):
    """People: the ids of those whom the catalogue knows, the surnames of all, and the surnames of the unknown.

    ``parts`` are those of all full names; ``single`` the names of one word: they tell that people are the same where another names
    them in full, never that they are others, as they need not be names at all.
    """

    ids: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.ids or self.unknown)

    def __or__(self, other: People) -> People:
        both = zip(_fields(self), _fields(other), strict=True)
        return People(*(mine | theirs for mine, theirs in both))

    def common(self, other: People) -> frozenset[str]:
        """The ids, or surnames where either side lacks the id, that both name. Three Haqqanis with ids are three."""
        found = (self.ids & other.ids) | (self.unknown & other.surnames) | (self.surnames & other.unknown)
        if self.single or other.single:
            found |= (self.single & other.parts) | (self.parts & other.single)
        return found


NOBODY = People()


def _fields(one: People) -> tuple[frozenset[str], ...]:
    return one.ids, one.surnames, one.unknown, one.parts, one.single


def people(participants: Iterable[Participant]) -> dict[str, People]:
    """The people of each party who are named."""
    found: dict[str, People] = {}
    for who in participants:
        if who.party and ((one := person(who.actor, who.name, who.title)) or one.single):
            found[who.party] = found.get(who.party, NOBODY) | one
    return found


@functools.lru_cache(maxsize=50_000)
def person(actor: str | None, name: str, title: str | None) -> People:
    """One participant; nobody where the words name a body, a group, an office or several people."""
    if name.casefold() in _SEVERAL:
        return NOBODY
    found = personal(name, title)
    # an office need not be one of the catalogue's: "the Economic Deputy"
    office = not found or fold(found.split()[-1]).casefold() in title_words()
    if office or not found:
        one = alone(name)
        single = _skeletons(one) if one else frozenset()
        return People(frozenset({actor}), single, parts=single) if actor else People(single=single)
    surname, parts = _surnames(found), _parts(found)
    return People(frozenset({actor}), surname, parts=parts) if actor else People(frozenset(), surname, surname, parts)


def signs(one: People) -> frozenset[str]:
    """All by which people can be known again: ids and surnames."""
    return one.ids | one.surnames


def named(one: People) -> frozenset[str]:
    """All that names people, parts of names and single ones among it."""
    return one.ids | one.surnames | one.parts | one.single


def _last(name: str) -> str:
    words = [word for word in name.split() if word.casefold() not in _STYLES]
    return (words or name.split())[-1]


def _surnames(name: str) -> frozenset[str]:
    """The surname, and with the particle before it, which is written as one word as well: ``Di Carlo``."""
    words = [word for word in name.split() if word.casefold() not in _STYLES]
    joined = "".join(words[-2:]) if len(words) > 1 and len(words[-2]) <= _PARTICLE else ""
    return _skeletons(_last(name)) | (frozenset({skeleton(joined)}) if joined else frozenset())


def _skeletons(name: str) -> frozenset[str]:
    """A word of a name, and what of it stands behind its last hyphen: ``Klouman-Bekken`` is ``Bekken`` as well."""
    return frozenset(skeleton(each) for each in (name, name.rpartition("-")[2]) if each)


def _parts(name: str) -> frozenset[str]:
    found = frozenset(each for word in name.split() if word.casefold() not in _STYLES for each in _skeletons(word))
    return frozenset(each for each in found if len(each) >= _ENOUGH) - _USUAL


def skeleton(surname: str) -> str:
    """A surname without what differs between its spellings in Latin letters: ``muttaqi`` and ``Motaqi`` are ``mtk``."""
    plain = fold(surname).casefold()
    for spelt, one in _SPELLINGS:
        plain = plain.replace(spelt, one)
    plain = _SILENT.sub("", _LETTERS.sub("", plain))
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", plain))
    return f"~{bones if len(bones) > 1 else plain}"
