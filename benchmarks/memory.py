"""Whether memory stays flat: ``python -m benchmarks.memory [DOCUMENTS] [SHARE]``, one worker, looked at while it works.

Prints for each tenth of the run the most memory that any process of it held: the one that codes, and the one that reads for it.
Linux only.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.speed import write_texts
from verbale.engines.plan import planned
from verbale.engines.shards import run_shards
from verbale.settings import Settings

PAUSE_S = 0.2


def held(parent: int) -> dict[str, int]:
    """Megabytes that each descendant of a process holds, by the module that it runs."""
    found: dict[str, int] = {}
    for child in (int(pid) for task in Path(f"/proc/{parent}/task").iterdir() for pid in (task / "children").read_text().split()):
        try:
            name = Path(f"/proc/{child}/cmdline").read_bytes().rstrip(b"\0").split(b"\0")[-1].decode()
            pages = int(Path(f"/proc/{child}/statm").read_text().split()[1])
            found |= {name: pages * 4096 // 1_000_000} | held(child)
        except OSError:  # it ended meanwhile
            continue
    return found


def main(documents: int, share: float) -> None:
    """Measure."""
    looks: list[dict[str, int]] = []
    over = threading.Event()

    def look() -> None:
        while not over.wait(PAUSE_S):
            looks.append(held(os.getpid()))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "in")
        folder.mkdir()
        write_texts(folder, documents, share)
        plan = planned([str(folder)], Path(name, "out"), Settings())
        watch = threading.Thread(target=look)
        watch.start()
        begun = time.perf_counter()
        for _ in run_shards(plan, Path(name, "out"), 1):
            pass
        over.set()
        watch.join()
    print(f"{documents} documents, {share:.0%} of them of the case, {time.perf_counter() - begun:.0f} s")
    for tenth in range(10):
        part = looks[len(looks) * tenth // 10 : len(looks) * (tenth + 1) // 10]
        most = {name: max(each.get(name, 0) for each in part) for name in sorted({name for each in part for name in each})}
        print(f"{tenth + 1:3}0 %: " + ", ".join(f"{name} {megabytes} MB" for name, megabytes in most.items()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000, float(sys.argv[2]) if len(sys.argv) > 2 else 0.05)
