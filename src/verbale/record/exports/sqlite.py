"""Events as an SQLite file for Datasette: tables with keys, full text, a view to count from, and a file that describes them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from verbale.model import Event
from verbale.record.exports.codebook import ABOUT, WORDS
from verbale.record.exports.csv import COLUMNS

_DOCUMENT = ("title", "publisher", "published", "url", "key")
_OWN = tuple(name for name in COLUMNS if name not in (*_DOCUMENT, "path", "participants", "topics"))
_TYPES = {"count": "INTEGER", "evidence_start": "INTEGER", "evidence_end": "INTEGER", "confidence": "REAL"}
_BOOLEANS = frozenset({"disclaimer", "complete", "in_case"})


def write(events: Iterable[Event], path: Path) -> int:
    """Write events to a new file, and its description beside it as ``NAME.metadata.json``; return how many."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as base:
        base.executescript(_schema())
        count = sum(_insert(base, event) for event in events)
        base.execute("INSERT INTO events_fts(events_fts) VALUES ('rebuild')")
        base.commit()
    path.with_suffix(".metadata.json").write_text(json.dumps(_description(path.stem), indent=1) + "\n", encoding="utf-8")
    return count


def _schema() -> str:
    columns = ", ".join(f'"{name}" {_kind(name)}' for name in _OWN)
    return f"""
        CREATE TABLE documents (id TEXT PRIMARY KEY, {", ".join(f"{name} TEXT" for name in _DOCUMENT)});
        CREATE TABLE events ({columns}, PRIMARY KEY (id), FOREIGN KEY (document) REFERENCES documents (id));
        CREATE TABLE participants (
            event TEXT REFERENCES events (id), name TEXT, role TEXT, party TEXT, title TEXT, rank INTEGER, "also" TEXT);
        CREATE TABLE topics (event TEXT REFERENCES events (id), topic TEXT, PRIMARY KEY (event, topic));
        CREATE INDEX participants_event ON participants (event);
        CREATE INDEX participants_party ON participants (party);
        CREATE INDEX events_date ON events (date);
        CREATE VIRTUAL TABLE events_fts USING fts5 (evidence, content='events', content_rowid='rowid');
        CREATE VIEW contacts AS SELECT events.* FROM events
            WHERE type = 'CONSULT' AND status IN ('happened', 'ongoing') AND complete AND in_case;
    """  # noqa: S608 - names of our own columns only


def _kind(name: str) -> str:
    return "INTEGER" if name in _BOOLEANS else _TYPES.get(name, "TEXT")


def _insert(base: sqlite3.Connection, event: Event) -> int:
    document = event.document
    base.execute(
        "INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?)", (document.id, *(getattr(document, n) for n in _DOCUMENT))
    )
    marks = ", ".join("?" * len(_OWN))
    base.execute(f"INSERT INTO events VALUES ({marks})", [COLUMNS[name](event) for name in _OWN])  # noqa: S608 - question marks only
    people = [(event.id, p.name, p.role, p.party, p.title, p.rank, ", ".join(p.also)) for p in event.participants]
    base.executemany("INSERT INTO participants VALUES (?, ?, ?, ?, ?, ?, ?)", people)
    base.executemany("INSERT OR IGNORE INTO topics VALUES (?, ?)", [(event.id, topic) for topic in event.topics])
    return 1


def _description(name: str) -> dict[str, object]:
    """What Datasette shows of the file: each table with what its columns hold."""
    words = {column: WORDS[column] for column in _OWN}
    tables = {
        "events": {"description": ABOUT[0], "columns": words, "sort_desc": "date"},
        "contacts": {"description": "Contact that took place, complete and in the case.", "columns": words},
        "documents": {"columns": {each: WORDS[each] for each in _DOCUMENT}},
        "participants": {"columns": {"event": WORDS["id"], "party": "whom the participant acts for", "rank": "rank, 0 to 11"}},
    }
    return {"title": "Events read by Verbale", "description": " ".join(ABOUT), "databases": {name: {"tables": tables}}}
