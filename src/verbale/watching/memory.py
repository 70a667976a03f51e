"""What a watch knows from before: which pages it has seen, when each feed may be asked again. It survives a kill at any moment."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

_TABLES = """
CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, etag TEXT, modified TEXT, failures INTEGER NOT NULL, due REAL NOT NULL);
CREATE TABLE IF NOT EXISTS pages (url TEXT PRIMARY KEY, outcome TEXT NOT NULL, tries INTEGER NOT NULL) WITHOUT ROWID;
"""


class Feed(NamedTuple):
    """A feed: what its server said of the version seen last, how often it failed since, and when it is due (UTC seconds)."""

    url: str
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    due: float = 0.0


class Memory:
    """The state, in a small file beside the record; use it as a context manager."""

    def __init__(self, path: Path) -> None:
        """Open the file, made where it is not there."""
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.close()

    def feed(self, url: str) -> Feed:
        """What is known of a feed."""
        row = self._connection.execute("SELECT url, etag, modified, failures, due FROM feeds WHERE url = ?", (url,)).fetchone()
        return Feed(*row) if row else Feed(url)

    def keep(self, feed: Feed) -> None:
        """Keep what is known of a feed."""
        self._connection.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?)", feed)

    def settled(self, url: str) -> bool:
        """Whether a page needs no further look."""
        row = self._connection.execute("SELECT outcome FROM pages WHERE url = ?", (url,)).fetchone()
        return row is not None and row[0] != "again"

    def tried(self, url: str) -> int:
        """How often a page was tried in vain."""
        row = self._connection.execute("SELECT tries FROM pages WHERE url = ?", (url,)).fetchone()
        return row[0] if row else 0

    def settle(self, url: str, outcome: str) -> None:
        """Keep what became of a page: ``again`` where it is to be tried once more."""
        change = "INSERT INTO pages VALUES (?, ?, 1) ON CONFLICT (url) DO UPDATE SET outcome = excluded.outcome, tries = tries + 1"
        self._connection.execute(change, (url, outcome))
