"""The third schema: the ids that were given out to engagements, with the events that they stood for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from verbale.record.migrations.order import plain_order

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what is new; every row that is there stays as it is."""
    op.create_table(
        "engagements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("minted", sa.Integer(), nullable=False),
        sa.Column("anchor_document", sa.Text(), nullable=False),
        sa.Column("anchor_event", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("redirect", sa.Text()),
        sa.ForeignKeyConstraint(["redirect"], ["engagements.id"], name=op.f("fk_engagements_redirect")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_engagements")),
        sa.UniqueConstraint("minted", name=op.f("uq_engagements_minted")),
    )
    op.create_table(
        "engagement_events",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("engagement", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement"], ["engagements.id"], name=op.f("fk_engagement_events_engagement")),
        sa.PrimaryKeyConstraint("event", name=op.f("pk_engagement_events")),
    )
    op.create_index(op.f("ix_engagement_events_engagement"), "engagement_events", ["engagement"], unique=False)
    plain_order("engagements", "engagement_events")
