from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Boolean, Column, MetaData, RowMapping, column, create_engine, insert, select, text
from sqlalchemy import table as sql_table

from verbale.record import Record, check, open_record, search
from verbale.record.tables import SCHEMA, meta, metadata

from ..making import draft, make_coded
from ..server import Server

OLD = sorted(Path(__file__).parent.glob("*.db.gz"))
"""A record of every earlier schema, as the program of its time wrote it."""
_NEW = {"verdict", "review", "read", "changed"}
_LATER = {"meta", "decisions", "attachments", "engagements", "engagement_events", "groupings"}


def _ours(name: str | None, kind: str, parents: object) -> bool:
    return kind != "table" or (name != "meta" and "_fts" not in str(name))


def test_the_migrations_make_exactly_the_tables(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "verbale.record:migrations")
    config.set_main_option("path_separator", "os")
    return config


def test_the_newest_migration_is_the_schema_that_the_program_knows() -> None:
    assert ScriptDirectory.from_config(_config()).get_heads() == [SCHEMA]


@pytest.fixture(params=OLD, ids=lambda path: path.name.partition(".")[0])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def _on_server(old: Path, address: str) -> None:
    """Make the record on a server as the program of its time would have: its own schema, and the rows of the file."""
    file, engine = create_engine(f"sqlite:///{old}"), create_engine(address)
    with file.connect() as source, engine.begin() as target:
        config = _config()
        config.attributes["connection"] = target
        command.upgrade(config, source.execute(select(meta.c.version_num)).scalar_one())
        there = MetaData()
        there.reflect(target)
        for table in (each for each in there.sorted_tables if each.name != "meta"):
            columns = [each for each in table.c if each.computed is None]
            rows = source.execute(select(*(column(each.name) for each in columns)).select_from(sql_table(table.name))).mappings()
            if found := [_typed(row, columns) for row in rows]:
                target.execute(insert(table), found)
            if "number" in table.c and table.c.number.server_default is not None:
                target.execute(text(f"SELECT setval('{table.name}_number_seq', (SELECT max(number) FROM {table.name}))"))
    for each in (file, engine):
        each.dispose()


def _typed(row: RowMapping, columns: list[Column[Any]]) -> dict[str, Any]:
    """A row of the file with truth as truth: the file has it as numbers."""
    truths = {each.name for each in columns if isinstance(each.type, Boolean)}
    return {name: bool(value) if name in truths else value for name, value in row.items()}


@pytest.mark.long
def test_an_older_record_on_a_server_keeps_all_that_it_has(old: Path, server: Server) -> None:
    address = server.address(server.make())
    _on_server(old, address)
    with open_record(old) as file, open_record(address) as record:
        assert check(record) == ()
        assert record.counts() == file.counts()
        assert list(record.events()) == list(file.events())
        assert [hit.document for hit in search(record, "Muttaqi")] == ["potzel"]
        assert record.add_coded(make_coded("They met in Oslo, and said no word of it to anybody."), record.begin_run("add"))
        assert check(record) == ()
    engine = create_engine(address)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours, "compare_type": True})
        widened = [found for found in compare_metadata(context, metadata) if "modify_type" in str(found)]
    engine.dispose()
    assert widened == []


def _rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that is not full text, without the columns that came later."""
    with sqlite3.connect(path) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables = [name for name in names if "_fts" not in name and name not in _LATER]
        found = {}
        for table in sorted(tables):
            columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})") if name not in _NEW]
            found[table] = connection.execute("SELECT {} FROM {}".format(", ".join(f'"{c}"' for c in columns), table)).fetchall()
    return found


def test_an_older_record_keeps_all_that_it_has(old: Path) -> None:
    before = _rows(old)
    with open_record(old) as record:
        assert check(record) == ()
        assert record.counts()["documents"] == 2
        assert [hit.document for hit in search(record, "Muttaqi")] == ["potzel"]
    assert _rows(old) == before
    assert len(before["events"]) == 3


def test_an_older_record_can_be_decided_on(old: Path) -> None:
    with open_record(old) as record:
        event = next(iter(record.events(document="potzel")))
        for action in ("accept", "reject"):
            record.decide(draft(action, event.id))
            assert check(record) == ()
        assert [event.document.id for event in record.events()] == ["page"]


def test_opening_again_changes_nothing(old: Path) -> None:
    open_record(old).close()
    with open_record(old) as record:
        assert isinstance(record, Record)
        assert check(record) == ()
