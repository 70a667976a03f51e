"""Who reads what: every reader bids for an input, the best bid reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from verbale.model import SetAside
from verbale.settings import Settings
from verbale.sources import docx, feed, html, mail, pdf, tables, text, warc
from verbale.sources.document import Draft
from verbale.sources.raw import Raw
from verbale.sources.reasons import unreadable
from verbale.sources.sniff import CERTAIN


class Reader(Protocol):
    """What a module must offer to be a reader."""

    SUFFIXES: frozenset[str]
    """The endings of names, lower case and without the dot, that promise this format."""

    def bid(self, raw: Raw) -> float:
        """How sure it is that the input is its own, 0 to 1: by content first, by name second; quick, and importing nothing."""

    def read(self, raw: Raw, settings: Settings) -> Iterator[Draft | SetAside]:
        """The documents of the input, and what of it could not be read."""


READERS: tuple[Reader, ...] = (feed, html, pdf, docx, mail, warc, tables, text)


def choose(raw: Raw) -> Reader:
    """The reader with the best bid, of equal bids the first in :data:`READERS`.

    Raises:
        UnreadableError: ``unknown format`` where nobody bids, ``not what its name says`` where the name promises another format
            than the content has and the content leaves room for doubt.
    """
    score, reader = max(((reader.bid(raw), reader) for reader in READERS), key=lambda bid: bid[0])
    promised = any(raw.suffix in known.SUFFIXES for known in READERS)
    if promised and raw.suffix not in reader.SUFFIXES and score < CERTAIN:
        raise unreadable("not what its name says", f".{raw.suffix}")
    if score == 0:
        raise unreadable("not what its name says" if promised else "unknown format", f".{raw.suffix}")
    return reader
