"""What Alembic runs: the migrations, on the connection and inside the transaction that the caller opened."""

from __future__ import annotations

from alembic import context

from verbale.record.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table="meta",
    render_as_batch=True,
    # SQLite can undo table changes, though Alembic does not expect it: a crash in an upgrade leaves the record as it was
    transactional_ddl=True,
)
context.run_migrations()
