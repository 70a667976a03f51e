"""The first schema: documents and versions, what was read in them, runs, and full text on SQLite."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from verbale.record.migrations.order import plain_order

revision = "0001"
down_revision = None

# FTS5 over the rows themselves (no second copy of the text), kept in step by triggers, as nothing then can forget to
_INDEX = """
CREATE VIRTUAL TABLE {index} USING fts5(
  {columns}, content='{table}', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
)
"""
_ENTER = """
CREATE TRIGGER {index}_enter AFTER INSERT ON {table} BEGIN
  INSERT INTO {index}(rowid, {columns}) VALUES (new.number, {new});
END
"""
_LEAVE = """
CREATE TRIGGER {index}_leave AFTER DELETE ON {table} BEGIN
  INSERT INTO {index}({index}, rowid, {columns}) VALUES ('delete', old.number, {old});
END
"""
_CHANGE = """
CREATE TRIGGER {index}_change AFTER UPDATE OF {columns} ON {table} BEGIN
  INSERT INTO {index}({index}, rowid, {columns}) VALUES ('delete', old.number, {old});
  INSERT INTO {index}(rowid, {columns}) VALUES (new.number, {new});
END
"""

# PostgreSQL: words as the other store's tokenizer sees them, without case and accents; of a text beyond measure, the beginning
_WORDS = r"""
CREATE FUNCTION words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT to_tsvector('simple'::regconfig, regexp_replace(
    regexp_replace(normalize(left($1, 200000), NFKD), '[\u0300-\u036f]', '', 'g'), '[-!-/:-@\[-`{-~]+', ' ', 'g'))
$$
"""
_WORDED = {"versions": "setweight(words(coalesce(title, '')), 'A') || words(text)", "evidence": "words(text)"}


def upgrade() -> None:
    """Make every table."""
    for make in (_runs, _documents, _set_aside, _versions, _claims, _events, _mentions, _evidence, _participants):
        make()
    plain_order("runs", "documents", "set_aside", "versions", "claims", "events", "mentions", "evidence", "participants")
    if op.get_bind().dialect.name == "sqlite":
        _full_text("documents_fts", "versions", ("title", "text"))
        _full_text("evidence_fts", "evidence", ("text",))
    else:
        op.execute(_WORDS)
        for table, words in _WORDED.items():
            op.execute(f"ALTER TABLE {table} ADD COLUMN words tsvector GENERATED ALWAYS AS ({words}) STORED")
            op.execute(f"CREATE INDEX fts_{table} ON {table} USING gin (words)")


def _full_text(index: str, table: str, columns: tuple[str, ...]) -> None:
    old, new = (", ".join(f"{row}.{name}" for name in columns) for row in ("old", "new"))
    for statement in (_INDEX, _ENTER, _LEAVE, _CHANGE):
        op.execute(statement.format(index=index, table=table, columns=", ".join(columns), old=old, new=new))


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("ended", sa.Text()),
        sa.Column("case", sa.Text()),
        sa.Column("case_version", sa.Text()),
        sa.Column("coder", sa.Text()),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("path", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("published_method", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("format", sa.Text()),
        sa.Column("first_run", sa.Text(), nullable=False),
        sa.Column("last_run", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["first_run"], ["runs.id"], name=op.f("fk_documents_first_run")),
        sa.ForeignKeyConstraint(["last_run"], ["runs.id"], name=op.f("fk_documents_last_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_published"), "documents", ["published"], unique=False)


def _set_aside() -> None:
    op.create_table(
        "set_aside",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("run", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_set_aside_run")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_set_aside")),
        sa.UniqueConstraint("run", "path", "reason", name=op.f("uq_set_aside_run_path_reason")),
    )


def _versions() -> None:
    op.create_table(
        "versions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("path", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("published_method", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("format", sa.Text()),
        sa.Column("furniture", sa.Text(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("skipped", sa.Text()),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("seen_run", sa.Text(), nullable=False),
        sa.Column("coded_run", sa.Text(), nullable=False),
        sa.Column("last_run", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["last_run"], ["runs.id"], name=op.f("fk_versions_last_run")),
        sa.ForeignKeyConstraint(["coded_run"], ["runs.id"], name=op.f("fk_versions_coded_run")),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_versions_document"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["seen_run"], ["runs.id"], name=op.f("fk_versions_seen_run")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_versions")),
        sa.UniqueConstraint("document", "sha256", name=op.f("uq_versions_document_sha256")),
    )


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Text()),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["versions.number"], name=op.f("fk_claims_version"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_version"), "claims", ["version"], unique=False)


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("date", sa.Text()),
        sa.Column("date_precision", sa.Text()),
        sa.Column("date_basis", sa.Text()),
        sa.Column("first_day", sa.Text()),
        sa.Column("last_day", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("place_country", sa.Text()),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("visibility", sa.Text(), nullable=False),
        sa.Column("venue", sa.Text(), nullable=False),
        sa.Column("women_present", sa.Text(), nullable=False),
        sa.Column("disclaimer", sa.Boolean(), nullable=False),
        sa.Column("count", sa.Integer()),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("in_case", sa.Boolean(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("run", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_events_run")),
        sa.ForeignKeyConstraint(["version"], ["versions.number"], name=op.f("fk_events_version"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_events")),
        sa.UniqueConstraint("version", "id", name=op.f("uq_events_version_id")),
    )
    op.create_index(op.f("ix_events_document"), "events", ["document"], unique=False)
    op.create_index(op.f("ix_events_first_day"), "events", ["first_day"], unique=False)
    op.create_index(op.f("ix_events_id"), "events", ["id"], unique=False)
    op.create_index(op.f("ix_events_type"), "events", ["type"], unique=False)
    op.create_index(op.f("ix_events_version"), "events", ["version"], unique=False)


def _mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text()),
        sa.Column("population", sa.Text()),
        sa.Column("party", sa.Text()),
        sa.Column("year", sa.Integer()),
        sa.Column("error", sa.Text()),
        sa.ForeignKeyConstraint(["version"], ["versions.number"], name=op.f("fk_mentions_version"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_kind"), "mentions", ["kind"], unique=False)
    op.create_index(op.f("ix_mentions_version"), "mentions", ["version"], unique=False)


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint('"end" > start AND length(text) = "end" - start', name=op.f("ck_evidence_words")),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name=op.f("fk_evidence_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_event"), "evidence", ["event"], unique=False)


def _participants() -> None:
    op.create_table(
        "participants",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("party", sa.Text()),
        sa.Column("actor", sa.Text()),
        sa.Column("also", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("rank", sa.Integer()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name=op.f("fk_participants_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_participants")),
    )
    op.create_index(op.f("ix_participants_actor"), "participants", ["actor"], unique=False)
    op.create_index(op.f("ix_participants_event"), "participants", ["event"], unique=False)
    op.create_index(op.f("ix_participants_party"), "participants", ["party"], unique=False)
