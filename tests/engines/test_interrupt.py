from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

VERBALE = Path(sys.executable).with_name("verbale")
PAGE = "KABUL, 12 July 2023 - The Chinese ambassador met Amir Khan Muttaqi, the acting foreign minister, in Kabul. " * 20


def children(process: subprocess.Popen[bytes]) -> list[str]:
    tasks = Path(f"/proc/{process.pid}/task").glob("*/children")
    return [child for task in tasks for child in task.read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="asks the kernel for the processes of a process")
def test_an_interrupted_run_leaves_with_130_and_leaves_nobody_behind(tmp_path):
    for n in range(300):
        (tmp_path / f"{n}.txt").write_text(PAGE, encoding="utf-8")
    command = [VERBALE, "code", ".", "--workers", "2", "--out", "events.jsonl"]
    run = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    # the one that reads, and two that code
    while len(workers := children(run)) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    assert run.wait(30) == 130
    assert len(workers) == 3 and not any(Path(f"/proc/{pid}").exists() for pid in workers)
    assert not (tmp_path / "events.jsonl").exists()
