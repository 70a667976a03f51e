"""The fourth schema: numbers that documents tell may be of 64 bits on PostgreSQL, as they were on SQLite from the beginning."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Widen two columns; every row that is there stays as it is."""
    if op.get_bind().dialect.name == "sqlite":
        return
    for table, column in (("events", "count"), ("mentions", "year")):
        op.alter_column(table, column, type_=sa.BigInteger())
