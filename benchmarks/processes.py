"""What processes took and hold, as Linux tells it; elsewhere nothing is known."""

from __future__ import annotations

import os
from pathlib import Path


def children(parent: int) -> list[int]:
    """The processes that a process began and that are there still."""
    told = Path(f"/proc/{parent}/task")
    return [int(pid) for task in told.glob("*/children") for pid in task.read_text().split()]


def worked(process: int) -> float:
    """Seconds of the processor that a process took so far."""
    told = Path(f"/proc/{process}/stat")
    if not told.exists():
        return 0.0
    user, system = told.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def held(parent: int) -> dict[str, int]:
    """Megabytes that each descendant of a process holds, by the module that it runs."""
    found: dict[str, int] = {}
    for child in children(parent):
        try:
            name = Path(f"/proc/{child}/cmdline").read_bytes().rstrip(b"\0").split(b"\0")[-1].decode()
            pages = int(Path(f"/proc/{child}/statm").read_text().split()[1])
            found |= {name or "beginning": pages * 4096 // 1_000_000} | held(child)
        except OSError:  # it ended meanwhile
            continue
    return found
