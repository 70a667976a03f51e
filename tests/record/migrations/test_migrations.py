from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from verbale.record.tables import SCHEMA, metadata


def _ours(name: str | None, kind: str, parents: object) -> bool:
    return kind != "table" or (name != "meta" and "_fts" not in str(name))


def test_the_migrations_make_exactly_the_tables(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_schema_that_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", "verbale.record:migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA]
