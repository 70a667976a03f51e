from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from verbale import model
from verbale.record import tables


def test_what_the_types_hold_has_its_column() -> None:
    assert set(model.Mention.__struct_fields__) - {"words"} <= set(tables.mentions.c.keys())
    assert set(model.Claim.__struct_fields__) - {"words"} <= set(tables.claims.c.keys())
    assert set(model.Participant.__struct_fields__) - {"candidates"} <= set(tables.participants.c.keys())
    assert set(model.Document.__struct_fields__) - {"id"} <= set(tables.versions.c.keys())
    assert set(model.SetAside.__struct_fields__) <= set(tables.set_aside.c.keys())


def test_every_table_can_be_made_on_postgresql() -> None:
    for table in tables.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=postgresql.dialect())).strip().startswith("CREATE TABLE")


def test_the_database_itself_refuses_evidence_whose_span_does_not_fit_its_words(path: Path) -> None:
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="ck_evidence_words"):
        connection.execute('INSERT INTO evidence (event, ordinal, start, "end", text) VALUES (1, 0, 0, 5, "four")')
    connection.close()
