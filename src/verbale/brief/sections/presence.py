"""Invitations and presence: of every meeting of many, whether the authorities were there, stayed away or were not asked."""

from __future__ import annotations

import functools

import msgspec

from verbale.analysis.entries import AUTHORITY, Entry
from verbale.analysis.voices.asks import UNNAMED
from verbale.brief.material import Material
from verbale.brief.notes import leading
from verbale.brief.page import Line, Rows, Section, Table
from verbale.brief.telling import speaking
from verbale.catalogue import tables
from verbale.model import ENGAGING
from verbale.pictures.counting import ids
from verbale.pictures.words import day

_LISTED = 20
_MANY = 3
"""Outside parties from which a meeting is one of many."""
_MODES = frozenset({"host", "attend", "mediate"})
_PRESENT, _PLANNED, _UNTOLD = "present", "planned", "not told"


class _Kind(msgspec.Struct, frozen=True):
    said: str
    words: str


def presence(material: Material) -> Section | None:
    """A row for each page that tells of such a meeting, the latest first; nothing where none does."""
    found: dict[str, list[Entry]] = {}
    for each in (*material.acts, *material.possible):
        page = speaking(each).document.id
        if not each.silent and page not in material.hushed and _of_many(each, material):
            found.setdefault(page, []).append(each)
    if not found:
        return None
    rows = [_row(entries, material) for entries in sorted(found.values(), key=_when, reverse=True)]
    caption = "Meetings of many, each by the heading of its page, and whether the authorities were there"
    table = Table(caption, ("Page", "Date", "The authorities", "Notes"), tuple(rows[:_LISTED]))
    return Section("presence", "Invited, present, absent", (table,))


def _of_many(entry: Entry, material: Material) -> bool:
    """Whether an act is contact at a meeting of many, by its kind, by those who were there or by its words."""
    if entry.type not in ("CONSULT", "REJECT"):
        return False
    there = frozenset().union(*(event.parties() for event in entry.events))
    hosted = entry.mode in _MODES and len(entry.outside) > 1
    many = entry.type == "CONSULT" and (hosted or len(entry.outside) >= _MANY or bool(there & UNNAMED))
    return many or tables.holds(_rules()[0], _words(entry, material))


def _words(entry: Entry, material: Material) -> str:
    return " ".join(material.prudence.sentences(event) for event in entry.events)


def _row(entries: list[Entry], material: Material) -> tuple[Line, ...]:
    page = speaking(entries[0]).document
    return ((leading(page, hushed=False),), (day(_when(entries)),), (_said(entries, material),), (Rows("", ids(entries)),))


def _when(entries: list[Entry]) -> str:
    return max((each.date for each in entries if each.date), default=speaking(entries[0]).document.published or "")


def _said(entries: list[Entry], material: Material) -> str:
    """What is told of the authorities: what the words say first, then what was read."""
    words = " ".join((speaking(entries[0]).document.title or "", *(_words(each, material) for each in entries)))
    said = next((kind.said for kind in _rules()[1] if tables.holds(kind.words, words)), None)
    if said is not None:
        return said
    there = [each for each in entries if AUTHORITY in each.home and not material.doubts(each)]
    if any(each.status in ENGAGING for each in there):
        return _PRESENT
    return _PLANNED if there else _UNTOLD


@functools.cache
def _rules() -> tuple[str, tuple[_Kind, ...]]:
    table = tables.toml("common", "presence")
    return table["meeting"], msgspec.convert(table["said"], tuple[_Kind, ...])
