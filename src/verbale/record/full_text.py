"""PostgreSQL's full text, asked what SQLite's is asked in :mod:`verbale.record.search`."""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import bindparam, text

_MARKS = re.compile("[\u0300-\u036f]")
_PARTS = re.compile(r"[^\w]+|_+")

# A title weighs four times a text, as there; the greater the better, so it is turned round to be read as there.
RANKED = text("""
WITH query AS MATERIALIZED (SELECT CAST(:query AS tsquery) AS asked), told AS (
  SELECT events.version, max(ts_rank(evidence.words, asked)) AS score FROM query, evidence
  JOIN events ON events.number = evidence.event
  WHERE evidence.words @@ asked AND coalesce(events.verdict, '') <> 'rejected' GROUP BY events.version
)
SELECT versions.number, documents.id, documents.title, documents.publisher, documents.published,
  -(ts_rank('{0.25, 0.25, 0.25, 1.0}', versions.words, asked, 1) + coalesce(told.score, 0)) AS score
FROM query, versions
JOIN documents ON documents.id = versions.document AND documents.sha256 = versions.sha256
LEFT JOIN told ON told.version = versions.number
WHERE versions.words @@ asked
ORDER BY score, documents.id LIMIT :limit
""")
_SHOWN = "'StartSel=\x02, StopSel=\x03, MaxWords=24, MinWords=12, MaxFragments=1'"
SNIPPET = text(f"""
SELECT ts_headline('simple', coalesce(title || '. ', '') || text, CAST(:query AS tsquery), {_SHOWN})
FROM versions WHERE number = :version
""")  # noqa: S608 - nothing of anybody's stands in it
EVENTS = text(f"""
SELECT events.version, events.id, ts_headline('simple', evidence.text, CAST(:query AS tsquery), {_SHOWN}) AS snippet
FROM evidence JOIN events ON events.number = evidence.event
WHERE evidence.words @@ CAST(:query AS tsquery) AND events.version IN :versions AND coalesce(events.verdict, '') <> 'rejected'
ORDER BY ts_rank(evidence.words, CAST(:query AS tsquery)) DESC, events.ordinal, evidence.ordinal
""").bindparams(bindparam("versions", expanding=True))  # noqa: S608 - as above
TOLD = text("SELECT number FROM evidence WHERE words @@ CAST(:query AS tsquery)")
PAGES = text("SELECT number FROM versions WHERE words @@ CAST(:query AS tsquery)")


def ts_query(terms: list[str]) -> str:
    """The terms in PostgreSQL's language, with nothing in it that it could take for a command; empty where no word is left."""
    return " & ".join(filter(None, map(_phrase, terms)))


def _phrase(term: str) -> str:
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", term))
    words = [word for word in _PARTS.split(plain) if word]
    asked = [f"'{word.lower()}'" for word in words]
    if asked and term.endswith("*"):
        asked[-1] += ":*"
    return f"({' <-> '.join(asked)})" if asked else ""
