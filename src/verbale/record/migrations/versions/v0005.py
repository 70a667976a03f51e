"""The fifth schema: what was worked out of the events stays with the ids of the engagements, and with what it was made from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from verbale.record.migrations.order import plain_order

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add what is new; every row that is there stays as it is, and whatever is asked next has the events matched."""
    op.add_column("documents", sa.Column("changed", sa.Integer(), nullable=False, server_default="0"))
    op.create_index(op.f("ix_documents_changed"), "documents", ["changed"], unique=False)
    op.add_column("engagements", sa.Column("body", sa.Text()))
    op.create_table(
        "groupings",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_groupings")),
    )
    plain_order("engagements", "groupings")
