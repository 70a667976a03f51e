"""The files of which accounts are kept, and to which of them acts belong: a table (``common/files.toml``)."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

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

    def spoken(self, words: str) -> bool:
        """Whether words point to the file."""
        return bool(self.words) and tables.holds(self.words, words)


def files() -> tuple[File, ...]:
    """All files in the order in which they are told; the last takes what belongs to no other."""
    return _files()


def file_of(entries: Iterable[Entry], words: Callable[[], str], *, sure: bool = True) -> File:
    """The file of acts that belong together; of several that weigh alike one of which the words speak, then the first.

    Args:
        entries: The acts.
        words: Gives the sentences that report them; they are asked for only where what is coded does not decide.
        sure: Whether they are told plainly; of what is not, the words alone say whether it took place.
    """
    given = tuple(entries)
    undone = next((each for each in _files() if each.undone), None)
    if undone is not None and all(_undone(each) or (not sure and _uncertain(each, undone, words)) for each in given):
        return undone
    found = Counter(file for each in given for file, weight in _pointing(each) for _ in range(weight))
    most = max(found.values(), default=0)
    best = [file for n, file in enumerate(_files()) if found[n] == most] if most else [each for each in _files() if not each.undone]
    if len(best) == 1:
        return best[0]
    spoken = words()
    return next((each for each in best if each.spoken(spoken)), best[0] if most else _files()[-1])


def _pointing(entry: Entry) -> Iterator[tuple[int, int]]:
    """The places of the files to which what is coded of an act points, each with its weight."""
    pointers = _pointers()
    yield from ((file, _ACT) for file in pointers.get(f"{entry.type}/{entry.mode}", ()))
    coded = {code for event in entry.events for code in (*event.topics, *event.needs)}
    yield from ((file, _TOPIC) for code in coded for file in pointers.get(code, ()))
    kinds = {labels.class_of(party) for party in entry_parties(entry)}
    yield from ((file, _CLASS) for kind in kinds if kind for file in pointers.get(f"-{kind}", ()))


def entry_parties(entry: Entry) -> frozenset[str]:
    """The parties that any report of an act names."""
    return frozenset(who.party for event in entry.events for who in event.participants if who.party)


def _uncertain(entry: Entry, undone: File, words: Callable[[], str]) -> bool:
    return entry.type == "CONSULT" and undone.spoken(words())


def _undone(entry: Entry) -> bool:
    return entry.type == "REJECT" or (entry.type == "CONSULT" and entry.status not in ENGAGING)


@functools.cache
def _files() -> tuple[File, ...]:
    return msgspec.convert(tables.toml("common", "files")["file"], tuple[File, ...])


@functools.cache
def _pointers() -> dict[str, tuple[int, ...]]:
    """The places of the files by what points to them: types of acts, topics and needs by their codes, classes after a dash."""
    found: dict[str, tuple[int, ...]] = {}
    for n, each in enumerate(_files()):
        for code in (*each.acts, *each.topics, *each.needs, *(f"-{kind}" for kind in each.classes)):
            found[code] = (*found.get(code, ()), n)
    return found
