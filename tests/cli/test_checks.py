from __future__ import annotations

import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from verbale.cli import checks
from verbale.settings import Settings


def test_a_pipeline_that_is_not_there() -> None:
    found = checks.pipeline(Settings(pipeline="xx_no_such_pipeline"))
    assert not found.ok
    assert "pip install" in found.hint


def test_a_disk_that_is_nearly_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda path: SimpleNamespace(free=3 * 2**20))
    found = checks.disk(Settings())
    assert (found.ok, found.words) == (False, "3 MB free")
    assert found.hint


def test_a_folder_that_cannot_be_written_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(dir: Path) -> None:  # noqa: A002
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(checks.tempfile, "TemporaryFile", refuse)
    found = checks.writable(Settings(record=str(tmp_path / "x.db")))
    assert not found.ok
    assert str(tmp_path) in found.words


def test_sqlite_without_full_text(monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare(sqlite3.Connection):
        def execute(self, sql: str, *_: object) -> sqlite3.Cursor:  # type: ignore[override]
            raise sqlite3.OperationalError("no such module: fts5")

    connect = sqlite3.connect
    monkeypatch.setattr(checks.sqlite3, "connect", lambda where: connect(where, factory=Bare))
    assert not checks.search().ok


def test_a_record_elsewhere_is_looked_after_here() -> None:
    assert checks.writable(Settings(record="postgresql+psycopg://host/name")).ok
