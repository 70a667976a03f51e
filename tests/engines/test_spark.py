"""Spark leaves the shards that processes on this machine leave, also where its workers and its driver are killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from verbale.engines import shards
from verbale.engines.shards import run_shards

from .sharding import CODE, COMMAND, FULL, PLACES, bytes_of, pages, plan, whole

pytestmark = [pytest.mark.long, pytest.mark.enable_socket, pytest.mark.timeout(900)]
pytest.importorskip("pyspark", reason="Spark is an extra: pip install verbale[spark]")
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    pytest.skip("Spark needs Java", allow_module_level=True)

WAIT_S = 400
"""Spark starts a virtual machine and many interpreters, which takes a busy machine minutes."""
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
ROOT = Path(__file__).parents[2]
DRIVER = """
import os, signal, sys
from pathlib import Path
from tests.engines import sharding
from verbale.engines.spark import run_on_spark

made = sharding.plan(Path(sys.argv[1]), Path(sys.argv[2]))
for _ in run_on_spark(made, Path(sys.argv[2]), "local[2,4]"):
    pass
"""
# in every Python that Spark starts: a coder that only passes documents on, and dies at most once for each token
SITE = """
import os
if os.environ.get("SHARD_CODE"):
    exec(compile(os.environ["SHARD_CODE"], "fake", "exec"), {"__name__": "fake"})
"""
TEXTS = [f"text {n}" for n in range(12)]


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setattr(shards, "_COMMAND", COMMAND)
    made = plan(pages(tmp_path / "pages", *TEXTS), tmp_path / "sound")
    list(run_shards(made, tmp_path / "sound", 1))
    return bytes_of(tmp_path / "sound")


def drive(tmp_path: Path, place: str = "", kills: int = 0, code: str = CODE) -> subprocess.Popen[bytes]:
    (tmp_path / "site").mkdir(exist_ok=True)
    (tmp_path / "site" / "sitecustomize.py").write_text(SITE)
    point = tmp_path / "point"
    point.mkdir(exist_ok=True)
    for number in range(kills):
        (point / str(number)).touch()
    paths = os.pathsep.join([str(tmp_path / "site"), str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    env = os.environ | {"PYTHONPATH": paths, "SHARD_CODE": code, "KILL_PLACE": place, "KILL_POINT": str(point)}
    env |= {"JDK_JAVA_OPTIONS": QUICK}
    words = [sys.executable, "-c", DRIVER, str(tmp_path / "pages"), str(tmp_path / "spark")]
    return subprocess.Popen(words, cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def finish(driver: subprocess.Popen[bytes]) -> str:
    _, words = driver.communicate(timeout=WAIT_S)
    assert driver.returncode == 0, words.decode()[-2000:]
    return words.decode()


def left(tmp_path: Path) -> dict[str, str]:
    made = plan(tmp_path / "pages", tmp_path / "spark")
    for journal in (tmp_path / "spark").glob(".part-*"):
        journal.unlink()
    assert whole(made, tmp_path / "spark")
    return bytes_of(tmp_path / "spark")


def test_the_same_bytes(tmp_path: Path, sound: dict[str, str]) -> None:
    finish(drive(tmp_path))
    assert left(tmp_path) == sound


@pytest.mark.parametrize("place", PLACES)
def test_killed_workers(tmp_path: Path, sound: dict[str, str], place: str) -> None:
    finish(drive(tmp_path, place, kills=2))
    assert left(tmp_path) == sound
    assert list((tmp_path / "point").iterdir()) == []


def test_a_killed_driver(tmp_path: Path, sound: dict[str, str]) -> None:
    driver = drive(tmp_path)
    deadline = time.monotonic() + 90
    while not list((tmp_path / "spark").glob("*.receipt.json")) and time.monotonic() < deadline and driver.poll() is None:
        time.sleep(0.05)
    os.killpg(driver.pid, signal.SIGKILL)
    driver.communicate()
    finish(drive(tmp_path))
    assert left(tmp_path) == sound


def test_a_full_disk(tmp_path: Path, sound: dict[str, str]) -> None:
    driver = drive(tmp_path, code=FULL)
    _, words = driver.communicate(timeout=WAIT_S)
    assert driver.returncode and b"Spark gave up" in words
    (tmp_path / "point" / "room").touch()
    finish(drive(tmp_path, code=FULL))
    assert left(tmp_path) == sound
