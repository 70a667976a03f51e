"""The files of which accounts are kept, and to which of them acts belong: a table (``common/files.toml``)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import msgspec

from verbale.analysis.entries import Entry
from verbale.catalogue import labels, tables
from verbale.model import ENGAGING

_ACT, _CLASS, _TOPIC = 3, 2, 1
"""What an act's type, a class that takes part and a topic weigh."""


class File(msgspec.Struct, frozen=True, kw_only=True):
    """A file: its title, and what points to it; ``words`` do where nothing that is coded does."""

    id: str
    title: str
    acts: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    words: str = ""
    undone: bool = False

    def weight(self, entry: Entry) -> int:
        """How much of what is coded of an act points to the file."""
        topics = {topic for event in entry.events for topic in event.topics}
        needs = {need for event in entry.events for need in event.needs}
        kinds = {labels.class_of(party) for event in entry.events for party in event.parties()}
        coded = _TOPIC * (len(self.topics & topics) + len(self.needs & needs))
        return coded + _CLASS * len(self.classes & kinds) + _ACT * (f"{entry.type}/{entry.mode}" in self.acts)

    def spoken(self, words: str) -> bool:
        """Whether words point to the file."""
        return bool(self.words) and _pattern(self.words).search(words) is not None


def files() -> tuple[File, ...]:
    """All files in the order in which they are told; the last takes what belongs to no other."""
    return _files()


def file_of(entries: Iterable[Entry], words: str, *, sure: bool = True) -> File:
    """The file of acts that belong together; of several that weigh alike one of which the words speak, then the first.

    Args:
        entries: The acts.
        words: The sentences that report them.
        sure: Whether they are told plainly; of what is not, the words alone say whether it took place.
    """
    given = tuple(entries)
    undone = next((each for each in _files() if each.undone), None)
    if undone is not None and all(
        _undone(each) or (not sure and each.type == "CONSULT" and undone.spoken(words)) for each in given
    ):
        return undone
    found = {each.id: sum(map(each.weight, given)) for each in _files()}
    best = max(_files(), key=lambda each: (found[each.id], each.spoken(words)))
    if found[best.id]:
        return best
    return next((each for each in _files() if not each.undone and each.spoken(words)), _files()[-1])


def _undone(entry: Entry) -> bool:
    return entry.type == "REJECT" or (entry.type == "CONSULT" and entry.status not in ENGAGING)


@functools.cache
def _files() -> tuple[File, ...]:
    return msgspec.convert(tables.toml("common", "files")["file"], tuple[File, ...])


@functools.cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)
