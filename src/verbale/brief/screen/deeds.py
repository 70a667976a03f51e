"""What was done by an act that changes how parties stand to each other, in a few words: a table (``common/deeds.toml``)."""

from __future__ import annotations

import functools

import msgspec

from verbale.analysis.entries import Entry
from verbale.catalogue import tables


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """What was done, by the words of its sentence; ``group`` is the heading of its own under which it is told, if any."""

    acts: tuple[str, ...]
    said: str
    words: str = ""
    group: str = ""

    def tells(self, entry: Entry, words: str) -> bool:
        """Whether it is what the words of an act say."""
        of_type = entry.type in self.acts or f"{entry.type}/{entry.mode}" in self.acts
        return of_type and (not self.words or tables.holds(self.words, words))


def deed(entry: Entry, words: str) -> Deed | None:
    """What was done by an act, in the words of whose report; nothing where neither they nor its kind say it."""
    return next((each for each in _deeds() if each.tells(entry, words)), None)


def headings() -> tuple[str, ...]:
    """The headings of their own that deeds have."""
    return tuple(dict.fromkeys(each.group for each in _deeds() if each.group))


@functools.cache
def _deeds() -> tuple[Deed, ...]:
    return msgspec.convert(tables.toml("common", "deeds")["deed"], tuple[Deed, ...])
