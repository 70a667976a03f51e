"""The second schema: the ledger of decisions, what they are attached to, and what they make of the events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from verbale.record.migrations.order import plain_order

revision = "0002"
down_revision = "0001"

# the hash chain shows afterwards that a row was changed; this keeps any program from changing one by mistake
_STAYS = """
CREATE TRIGGER decisions_{what} BEFORE {what} ON decisions BEGIN
  SELECT RAISE(ABORT, 'decisions are only ever added');
END
"""
_STAYING = """
CREATE FUNCTION decisions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'decisions are only ever added' USING ERRCODE = 'integrity_constraint_violation'; END
$$
"""


def upgrade() -> None:
    """Add what is new; every row that is there stays as it is."""
    for name in ("verdict", "review", "read"):
        op.add_column("events", sa.Column(name, sa.Text()))
    _decisions()
    _attachments()
    plain_order("decisions", "attachments")
    if op.get_bind().dialect.name == "sqlite":
        for what in ("UPDATE", "DELETE"):
            op.execute(_STAYS.format(what=what))
    else:
        op.execute(_STAYING)
        op.execute(
            "CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions EXECUTE FUNCTION decisions_stay()"
        )


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("other", sa.Text()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
        sa.UniqueConstraint("previous", name=op.f("uq_decisions_previous")),
        sa.UniqueConstraint("hash", name=op.f("uq_decisions_hash")),
    )
    op.create_index(op.f("ix_decisions_subject"), "decisions", ["subject"], unique=False)


def _attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("decision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("side", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("event", sa.Text()),
        sa.Column("stale", sa.Text()),
        sa.ForeignKeyConstraint(["decision"], ["decisions.number"], name=op.f("fk_attachments_decision")),
        sa.PrimaryKeyConstraint("decision", "side", name=op.f("pk_attachments")),
    )
    op.create_index(op.f("ix_attachments_document"), "attachments", ["document"], unique=False)
    op.create_index(op.f("ix_attachments_event"), "attachments", ["event"], unique=False)
