"""Text in the order of its code points on every store: PostgreSQL would else sort as its machine's language does."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def plain_order(*tables: str) -> None:
    """Let the text columns of new tables be in plain order; SQLite's are already."""
    bind = op.get_bind()
    if bind.dialect.name != "postgresql":
        return
    for table in tables:
        for column in sa.inspect(bind).get_columns(table):
            if isinstance(column["type"], sa.Text):
                op.execute(f'ALTER TABLE {table} ALTER COLUMN "{column["name"]}" TYPE text COLLATE "C"')
