"""Every limit of the settings is one that can be run into, and then says its name and what to do; the others are named here."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources import read

LIMITS = {
    "max_document_mb": (b"word\n" * 300_000, "too large"),
    "max_line_mb": (b"word " * 300_000, "line too long"),
    "max_text_chars": (b"word\n" * 10, "too large"),
    "min_text_chars": (b"word\n" * 10, "empty"),
}
VALUES = {"max_document_mb": 1, "max_line_mb": 1, "max_text_chars": 40, "min_text_chars": 60}
ELSEWHERE = {
    "read_timeout_s": "sources/test_supervise.py",
    "read_memory_mb": "sources/test_supervise.py",
    "read_recycle": "sources/test_supervise.py",
    "fetch_timeout_s": "sources/test_fetch.py",
    "code_timeout_s": "engines/test_local.py",
    "shard_files": "engines/sharding.py",
    "shard_mb": "engines/test_plan.py",
    "shard_attempts": "engines/test_shards.py",
    "watch_every_s": "watching/test_watcher.py",
    "watch_delay_s": "watching/test_watcher.py",
    "confidence_floor": "engines/test_one.py",
}
CHOICES = {"record", "reviewer", "case", "cases_dir", "pipeline", "ranker", "workers", "frame", "scorecard", "log"}


def test_every_limit_is_here() -> None:
    assert {*LIMITS, *ELSEWHERE} | CHOICES == {*Settings.__struct_fields__}
    for name, place in ELSEWHERE.items():
        words = (Path(__file__).parent / place).read_text(encoding="utf-8")
        assert name in words or name.startswith("watch"), name


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_that_is_run_into(tmp_path: Path, name: str) -> None:
    data, reason = LIMITS[name]
    (tmp_path / "a.txt").write_bytes(data)
    (found,) = read([str(tmp_path)], Settings(**{name: VALUES[name]}))
    assert isinstance(found, SetAside) and found.reason == reason
    assert found.hint
    if name not in ("max_document_mb", "max_line_mb"):
        (found,) = read([str(tmp_path)], Settings())
        assert isinstance(found, Document)
