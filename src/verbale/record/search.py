"""Full text: which documents have these words, best first, with the words marked; evidence counts for more.

SQLite's FTS5 here, PostgreSQL's own in :mod:`verbale.record.full_text`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, TextClause, bindparam, select, text

from verbale.model import Span
from verbale.record import full_text
from verbale.record.choosing import present
from verbale.record.store import Record
from verbale.record.tables import events, evidence, versions

_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_MARKS = re.compile("([\x02\x03])")

# A title weighs four times a text. bm25 is the smaller the better, so evidence that matches too moves its document up.
_RANKED = text("""
WITH quotes AS MATERIALIZED (
  SELECT rowid AS number, bm25(evidence_fts) AS score FROM evidence_fts WHERE evidence_fts MATCH :query
), told AS (
  SELECT events.version, min(quotes.score) AS score FROM quotes
  JOIN evidence ON evidence.number = quotes.number JOIN events ON events.number = evidence.event
  WHERE coalesce(events.verdict, '') <> 'rejected' GROUP BY events.version
), texts AS MATERIALIZED (
  SELECT rowid AS number, bm25(documents_fts, 4.0, 1.0) AS score FROM documents_fts WHERE documents_fts MATCH :query
)
SELECT versions.number, documents.id, documents.title, documents.publisher, documents.published,
  texts.score + coalesce(told.score, 0) AS score
FROM texts JOIN versions ON versions.number = texts.number
JOIN documents ON documents.id = versions.document AND documents.sha256 = versions.sha256
LEFT JOIN told ON told.version = versions.number
ORDER BY score, documents.id LIMIT :limit
""")
_SNIPPET = text("""
SELECT snippet(documents_fts, -1, char(2), char(3), ' … ', 24) FROM documents_fts
WHERE documents_fts MATCH :query AND rowid = :version
""")
_EVENTS = text("""
SELECT events.version, events.id, snippet(evidence_fts, 0, char(2), char(3), ' … ', 24) AS snippet
FROM evidence_fts JOIN evidence ON evidence.number = evidence_fts.rowid JOIN events ON events.number = evidence.event
WHERE evidence_fts MATCH :query AND events.version IN :versions AND coalesce(events.verdict, '') <> 'rejected'
ORDER BY bm25(evidence_fts), events.ordinal, evidence.ordinal
""").bindparams(bindparam("versions", expanding=True))
_TOLD = text("SELECT rowid FROM evidence_fts WHERE evidence_fts MATCH :query")
_PAGES = text("SELECT rowid FROM documents_fts WHERE documents_fts MATCH :query")


class _Asked(NamedTuple):
    """How one kind of database is asked."""

    query: Callable[[list[str]], str]
    ranked: TextClause
    snippet: TextClause
    events: TextClause
    told: TextClause
    pages: TextClause


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A document that has the words. ``events`` are those whose evidence has them; ``marks`` are spans of ``snippet``.

    ``score`` is the greater the better, and says nothing outside its own list.
    """

    document: str
    title: str | None
    publisher: str | None
    published: str | None
    snippet: str
    marks: tuple[Span, ...]
    events: tuple[str, ...]
    score: float


def search(record: Record, query: str, limit: int = 20) -> tuple[Hit, ...]:
    """The documents in which every word of the query stands, best first.

    Args:
        record: Where to look; only present versions are searched.
        query: Words; ``"words in quotes"`` stand together, ``diplom*`` begins so. Case and accents do not matter, and every other
            character only parts words.
        limit: How many documents at most.
    """
    with record.reading() as connection:
        asked = _asked(connection)
        match = asked.query(_terms(query))
        if not match:
            return ()
        ranked = connection.execute(asked.ranked, {"query": match, "limit": limit}).all()
        # one question for all of them: the index knows words, not versions, and would be gone through for each
        told: dict[int, list[Row[Any]]] = {row.number: [] for row in ranked}
        for event in connection.execute(asked.events, {"query": match, "versions": list(told)}) if told else ():
            told[event.version].append(event)
        return tuple(_hit(connection, row, match, asked, told[row.number]) for row in ranked)


def matching(record: Record, query: str) -> tuple[Sequence[int], Sequence[int]]:
    """Without order or snippets: the numbers of the evidence that has the words, and of the versions of documents that have them.

    Args:
        record: Where to look; :func:`numbered` tells whose the numbers are.
        query: Words, as for :func:`search`.
    """
    with record.reading() as connection:
        asked = _asked(connection)
        match = asked.query(_terms(query))
        if not match:
            return (), ()
        told, pages = (connection.scalars(question, {"query": match}).all() for question in (asked.told, asked.pages))
        return told, pages


def numbered(record: Record) -> tuple[dict[int, str], dict[int, str]]:
    """Whose the numbers are that :func:`matching` gives: the ids of the events, and of the documents, of present versions alone."""
    of_events = select(evidence.c.number, events.c.id).join_from(evidence, events)
    of_pages = select(versions.c.number, versions.c.document)
    with record.reading() as connection:
        told, pages = (connection.execute(present(asked, of)).all() for asked, of in ((of_events, events), (of_pages, versions)))
        return dict(map(tuple, told)), dict(map(tuple, pages))


def _asked(connection: Connection) -> _Asked:
    return _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL


def fts_query(terms: list[str]) -> str:
    """The terms in FTS5's language, with nothing in it that FTS5 could take for a command; empty where no word is left."""
    return " ".join(map(_quoted, terms))


def _terms(query: str) -> list[str]:
    """The words and phrases of a query, those that hold nothing to look for left out."""
    terms = ((found[1] or found[2] or "") for found in _TERM.finditer(query.replace("\0", " ")))
    return [term for term in terms if any(letter.isalnum() for letter in term)]


def _quoted(term: str) -> str:
    return f'"{term.rstrip("*")}"' + ("*" if term.endswith("*") else "")


def _hit(connection: Connection, row: Row[Any], match: str, asked: _Asked, told: list[Row[Any]]) -> Hit:
    where = {"query": match, "version": row.number}
    snippet, marks = _marked(told[0].snippet if told else connection.scalars(asked.snippet, where).one())
    return Hit(
        document=row.id,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        snippet=snippet,
        marks=marks,
        events=tuple(dict.fromkeys(event.id for event in told)),
        score=round(-row.score, 6),
    )


def _marked(snippet: str) -> tuple[str, tuple[Span, ...]]:
    """The snippet on one line without its marks, and where they were."""
    words, spans, start = "", [], 0
    for piece in _MARKS.split(" ".join(str(snippet).split())):
        if piece == "\x02":
            start = len(words)
        elif piece == "\x03":
            spans.append(Span(start=start, end=len(words)))
        else:
            words += piece
    return words, tuple(spans)


_SQLITE = _Asked(fts_query, _RANKED, _SNIPPET, _EVENTS, _TOLD, _PAGES)
_POSTGRESQL = _Asked(full_text.ts_query, full_text.RANKED, full_text.SNIPPET, full_text.EVENTS, full_text.TOLD, full_text.PAGES)
