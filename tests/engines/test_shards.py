"""Runs over shards: whoever is killed wherever, the rows in the end are those of an undisturbed run."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from verbale.engines import shards
from verbale.engines.shard import rows
from verbale.engines.shards import run_shards
from verbale.errors import Transient

from .sharding import COMMAND, FULL, PLACES, bytes_of, pages, plan, whole

TEXTS = [f"text {n}" for n in range(23)]


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "_COMMAND", COMMAND)


@pytest.fixture
def sound(tmp_path: Path) -> dict[str, str]:
    """What an undisturbed run leaves."""
    return run(tmp_path / "sound", pages(tmp_path / "pages", *TEXTS), workers=1)


def run(folder: Path, inputs: Path, workers: int = 2, **fields: int) -> dict[str, str]:
    made = plan(inputs, folder, **fields)
    assert len(list(run_shards(made, folder, workers))) == len(made.inputs)
    assert whole(made, folder)
    return bytes_of(folder)


def test_any_number_of_workers_leaves_the_same_bytes(tmp_path: Path, sound: dict[str, str]) -> None:
    assert len(sound) == 2 * 5 + 1
    assert run(tmp_path / "again", tmp_path / "pages", workers=3) == sound


@pytest.mark.parametrize("place", [PLACES[0], *(pytest.param(place, marks=pytest.mark.long) for place in PLACES[1:])])
def test_workers_killed_at_any_place(tmp_path: Path, sound: dict[str, str], place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    point = tmp_path / "point"
    point.mkdir()
    for number in range(2):
        (point / str(number)).touch()
    monkeypatch.setenv("KILL_PLACE", place)
    monkeypatch.setenv("KILL_POINT", str(point))
    assert run(tmp_path / "killed", tmp_path / "pages") == sound
    assert list(point.iterdir()) == []


DRIVER = """
import sys
from pathlib import Path
from tests.engines.sharding import COMMAND, plan
from verbale.engines import shards
shards._COMMAND = COMMAND
made = plan(Path(sys.argv[1]), Path(sys.argv[2]))
for _ in shards.run_shards(made, Path(sys.argv[2]), 2):
    pass
"""


def drive(inputs: Path, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", DRIVER, inputs, folder], cwd=Path(__file__).parents[2], stderr=subprocess.DEVNULL
    )


@pytest.mark.long
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_killed_goes_on(tmp_path: Path, sound: dict[str, str], stop: signal.Signals) -> None:
    folder, kills = tmp_path / "killed", 0
    for _ in range(12):
        driver = drive(tmp_path / "pages", folder)
        deadline = time.monotonic() + 0.6 * 1.5**kills  # a quick machine is done in two seconds, a busy one has hardly begun
        while driver.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        if driver.poll() is None:
            driver.send_signal(stop)
            kills += 1
        if driver.wait(150) == 0:
            break
    assert kills
    assert bytes_of(folder) == sound


@pytest.mark.long
def test_a_document_that_kills_whoever_codes_it_is_set_aside(tmp_path: Path) -> None:
    inputs = pages(tmp_path / "pages", *TEXTS[:3], "DEADLY", *TEXTS[3:6])
    made = plan(inputs, tmp_path / "out", shard_files=7)
    (receipt,) = run_shards(made, tmp_path / "out", 1)
    found = list(rows(tmp_path / "out", receipt))
    assert [row["reason"] for row in found] == [None] * 3 + ["worker died"] + [None] * 3
    assert receipt.counts == {"documents": 6, "events": 0, "set_aside": 1, "pages": 0, "pages_left": 0}


@pytest.mark.long
def test_a_document_that_takes_too_long_is_set_aside(tmp_path: Path) -> None:
    inputs = pages(tmp_path / "pages", "first", "SLOW")
    made = plan(inputs, tmp_path / "out", code_timeout_s=5)
    (receipt,) = run_shards(made, tmp_path / "out", 1)
    assert [row["reason"] for row in rows(tmp_path / "out", receipt)] == [None, "worker died"]


def test_a_shard_that_nobody_can_finish_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "_COMMAND", ("false",))
    with pytest.raises(Transient, match="died 2 times"):
        run(tmp_path / "out", pages(tmp_path / "pages", "text"), shard_attempts=2)


def test_a_full_disk_ends_the_run_which_then_goes_on(
    tmp_path: Path, sound: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "_COMMAND", (*COMMAND[:-1], FULL))
    monkeypatch.setenv("KILL_POINT", str(tmp_path))
    with pytest.raises(Transient, match=os.strerror(errno.ENOSPC)):
        run(tmp_path / "full", tmp_path / "pages")
    (tmp_path / "room").touch()
    assert run(tmp_path / "full", tmp_path / "pages") == sound


def test_what_was_set_aside_has_its_row(tmp_path: Path) -> None:
    inputs = pages(tmp_path / "pages", "text")
    (inputs / "000a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    made = plan(inputs, tmp_path / "out")
    (receipt,) = run_shards(made, tmp_path / "out", 1)
    assert [row["reason"] for row in rows(tmp_path / "out", receipt)] == [None, "unknown format"]
