"""The record's tables, in SQLAlchemy Core, the same on SQLite and on PostgreSQL.

A *document* is a source with the version of it that counts now; a *version* is one text of that source. What a coder read hangs
on a version: events with their participants and evidence, mentions, claims. A *run* is one call of a verb. ``events.body`` is the
whole event as JSON: the other columns of ``events`` are read from it for searching and counting, and never lead back to it.

A *decision* is what a person decided, a row that is only ever added; ``decisions.body`` is all of it, ``hash`` the hash of that.
What decisions make of the events stands in ``events`` itself, so that every question is answered from one table: ``verdict`` and
``review`` say what was decided, and ``read`` is the body that the coder read where a person changed it (empty where the coder
read nothing). ``attachments`` says to which event of the present version a decision belongs, or why to none. Both are worked out
from the decisions whenever a document is coded again.

An *engagement* is an id that was given out, with the events that it stood for then, so that it can be given to the same ones
again. ``body`` is what was worked out of the events while it stands; the one row of ``groupings`` says from what: by which rules,
and up to which change. ``documents.changed`` is the number of the last change of what a document's events say, so that engagements
need be worked out again only where something changed.

The full-text tables (SQLite's FTS5) are made by the migrations and kept in step by triggers; ``meta`` is Alembic's own table.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
)  # fmt: skip

SCHEMA = "0005"
"""The newest migration. Revisions are numbers of four digits, so that their order as text is their order in time."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

meta = table("meta", column("version_num"))


def _number() -> Column[int]:
    """A row's number: the key that full text and child rows point at. It says nothing and leaves the record nowhere."""
    return Column("number", Integer, primary_key=True)


def _told(name: str) -> Column[int]:
    """A number that a document tells, and that may be any: 64 bits, which SQLite's own numbers have anyway."""
    return Column(name, BigInteger().with_variant(Integer, "sqlite"))


def _child(parent: str) -> Column[int]:
    """A pointer to the row that this one belongs to, and goes with."""
    return Column(parent.rstrip("s"), ForeignKey(f"{parent}.number", ondelete="CASCADE"), nullable=False, index=True)


def _described(*, by_day: bool) -> tuple[Column[str], ...]:
    """What is known of a document beside its text; ``by_day`` where it is searched by the day of its publication."""
    names = ("key", "path", "url", "title", "publisher", "published", "published_method", "language", "format")
    return tuple(Column(name, Text, index=by_day and name == "published") for name in names)


def _words() -> tuple[Column[int], Column[int], Column[str]]:
    """Exact words: a half-open span in code points, and its text."""
    return Column("start", Integer, nullable=False), Column("end", Integer, nullable=False), Column("text", Text, nullable=False)


runs = Table(
    "runs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("verb", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("ended", Text),
    Column("case", Text),
    Column("case_version", Text),
    Column("coder", Text),
    Column("settings", Text, nullable=False),
    Column("inputs", Text, nullable=False),
    Column("counts", Text, nullable=False),
    Column("status", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    *_described(by_day=True),
    Column("first_run", ForeignKey("runs.id"), nullable=False),
    Column("last_run", ForeignKey("runs.id"), nullable=False),
    Column("changed", Integer, nullable=False, server_default="0", index=True),
)

versions = Table(
    "versions",
    metadata,
    _number(),
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("sha256", Text, nullable=False),
    Column("text", Text, nullable=False),
    *_described(by_day=False),
    Column("furniture", Text, nullable=False),
    Column("coder", Text, nullable=False),
    Column("skipped", Text),
    Column("digest", Text, nullable=False),
    Column("seen_run", ForeignKey("runs.id"), nullable=False),
    Column("coded_run", ForeignKey("runs.id"), nullable=False),
    Column("last_run", ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("document", "sha256"),
)

events = Table(
    "events",
    metadata,
    _number(),
    _child("versions"),
    Column("ordinal", Integer, nullable=False),
    Column("id", Text, nullable=False, index=True),
    Column("document", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("mode", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("date", Text),
    Column("date_precision", Text),
    Column("date_basis", Text),
    Column("first_day", Text, index=True),
    Column("last_day", Text),
    Column("place", Text),
    Column("place_country", Text),
    Column("channel", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("visibility", Text, nullable=False),
    Column("venue", Text, nullable=False),
    Column("women_present", Text, nullable=False),
    Column("disclaimer", Boolean, nullable=False),
    _told("count"),
    Column("confidence", Float, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("in_case", Boolean, nullable=False),
    Column("coder", Text, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("body", Text, nullable=False),
    Column("verdict", Text),
    Column("review", Text),
    Column("read", Text),
    UniqueConstraint("version", "id"),
)

participants = Table(
    "participants",
    metadata,
    _number(),
    _child("events"),
    Column("ordinal", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("party", Text, index=True),
    Column("actor", Text, index=True),
    Column("also", Text, nullable=False),
    Column("location", Text, nullable=False),
    Column("title", Text),
    Column("rank", Integer),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    _number(),
    _child("events"),
    Column("ordinal", Integer, nullable=False),
    *_words(),
    CheckConstraint('"end" > start AND length(text) = "end" - start', name="words"),
)

mentions = Table(
    "mentions",
    metadata,
    _number(),
    _child("versions"),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("value", Text, nullable=False),
    *_words(),
    Column("cause", Text),
    Column("population", Text),
    Column("party", Text),
    _told("year"),
    Column("error", Text),
)

claims = Table(
    "claims",
    metadata,
    _number(),
    _child("versions"),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    *_words(),
    Column("by", Text),
    Column("about", Text, nullable=False),
    Column("hedged", Boolean, nullable=False),
)

set_aside = Table(
    "set_aside",
    metadata,
    _number(),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("path", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("hint", Text, nullable=False),
    UniqueConstraint("run", "path", "reason"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("other", Text),
    Column("body", Text, nullable=False),
    Column("previous", Text, nullable=False, unique=True),
    Column("hash", Text, nullable=False, unique=True),
)

attachments = Table(
    "attachments",
    metadata,
    Column("decision", ForeignKey("decisions.number"), primary_key=True, autoincrement=False),
    Column("side", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False, index=True),
    Column("event", Text, index=True),
    Column("stale", Text),
)

engagements = Table(
    "engagements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("minted", Integer, nullable=False, unique=True),
    Column("anchor_document", Text, nullable=False),
    Column("anchor_event", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("redirect", ForeignKey("engagements.id")),
    Column("body", Text),
)

groupings = Table(
    "groupings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("rules", Text, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("names", Text, nullable=False),
    Column("texts", Text, nullable=False),
    Column("words", Text, nullable=False),
)

engagement_events = Table(
    "engagement_events",
    metadata,
    Column("event", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("engagement", ForeignKey("engagements.id"), nullable=False, index=True),
)
