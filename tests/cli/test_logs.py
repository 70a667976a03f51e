"""What is logged while verbs run: what happened, and never anything that a document tells."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from verbale import logs

from .conftest import Verbale
from .test_read import PAGE

SECRET = "Zzyzx"
Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lines]:
    """The lines of a log that is switched on."""
    path = tmp_path / "what.log"
    monkeypatch.setenv("VERBALE_LOG", str(path))
    yield lambda: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    logs.begin("")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Documents whose words, title, name and folder all hold a word that must not get out, and one that cannot be read."""
    folder = tmp_path / f"of {SECRET}"
    folder.mkdir()
    for number in range(3):
        (folder / f"{SECRET}{number}.txt").write_text(f"{SECRET} met us, number {number}.\n\n{PAGE}", encoding="utf-8")
    (folder / f"{SECRET}.pdf").write_bytes(SECRET.encode())
    return folder


def told(found: list[dict[str, Any]]) -> list[str]:
    return [each["what"] for each in found]


def test_what_is_added_is_logged_without_its_words(verbale: Verbale, pages: Path, lines: Lines) -> None:
    assert verbale("add", str(pages)).code == 1
    found = lines()
    assert told(found) == ["run_begun", "set_aside", "run_ended", "ended"]
    assert SECRET not in json.dumps(found)
    (aside,) = (each for each in found if each["what"] == "set_aside")
    assert aside["level"] == "warning" and aside["reason"]
    assert found[-1]["documents"] == 3 and found[-1]["set_aside"] == 1


def test_shards_are_logged_without_their_words(verbale: Verbale, pages: Path, lines: Lines) -> None:
    pytest.importorskip("pyarrow", reason="shards are written by an extra")
    verbale("code", str(pages), "--shards", f"shards {SECRET}", "--workers", "1")
    verbale("load", f"shards {SECRET}")
    found = lines()
    assert {"worker_started", "shard_done", "run_begun", "shard_loaded", "run_ended"} <= {*told(found)}
    assert SECRET not in json.dumps(found)


def test_what_failed_is_logged(verbale: Verbale, tmp_path: Path, lines: Lines) -> None:
    assert verbale("add", SECRET, "--record", str(tmp_path / SECRET / "x.db")).code == 3
    (found,) = lines()
    assert (found["what"], found["reason"]) == ("failed", "RecordError")
