"""Whether memory stays flat: ``python -m benchmarks.memory [DOCUMENTS] [SHARE] [MINUTES]``, one worker, looked at while it works.

One text in a hundred is of the case, as in an archive, unless another share is told; it stops after so many minutes, and says how
many documents were coded by then. Prints for each tenth of the time the most memory that the process that codes held, and the one
that reads for it; it fails where either held more in the second half than in the first, or more than a gigabyte. Linux only.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.processes import held
from benchmarks.speed import write_texts
from verbale.engines.plan import planned
from verbale.engines.shards import run_shards
from verbale.settings import Settings

PAUSE_S = 0.5
SHARD = 500
MOST_MB = 1_000
ROOM = 1.05
"""Of one half of a run to the other: an allocator gives back what it likes."""

Looks = list[dict[str, int]]


def most(looks: Looks) -> dict[str, int]:
    """The most that each process held."""
    return {name: max(each.get(name, 0) for each in looks) for name in sorted({name for each in looks for name in each})}


def coded(folder: Path, out: Path, seconds: float) -> int:
    """Code a folder as long as there is time, and return how many documents were."""
    plan = planned([str(folder)], out, Settings(shard_files=SHARD))
    done, end = 0, time.monotonic() + seconds
    for receipt in run_shards(plan, out, 1):
        done += receipt.counts["documents"]
        if time.monotonic() > end:
            break
    return done


def watched(documents: int, share: float, seconds: float) -> tuple[int, Looks]:
    """How many documents were coded, and what was held at each look."""
    looks: Looks = []
    over = threading.Event()

    def look() -> None:
        while not over.wait(PAUSE_S):
            looks.append(held(os.getpid()))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "in")
        folder.mkdir()
        write_texts(folder, documents, share)
        watch = threading.Thread(target=look)
        watch.start()
        done = coded(folder, Path(name, "out"), seconds)
        over.set()
        watch.join()
    return done, looks


def main(documents: int, share: float, minutes: float) -> None:
    """Measure."""
    begun = time.perf_counter()
    done, looks = watched(documents, share, minutes * 60)
    print(f"{done} of {documents} documents, {share:.0%} of them of the case, {time.perf_counter() - begun:.0f} s")
    for tenth in range(10):
        part = most(looks[len(looks) * tenth // 10 : len(looks) * (tenth + 1) // 10])
        print(f"{tenth + 1:3}0 %: " + ", ".join(f"{name} {megabytes} MB" for name, megabytes in part.items()))
    half = len(looks) // 2
    first, second = most(looks[:half]), most(looks[half:])
    for name, megabytes in second.items():
        if megabytes > MOST_MB or megabytes > first.get(name, 0) * ROOM:
            sys.exit(f"{name} grows: {first.get(name, 0)} MB in the first half, {megabytes} MB in the second")
    print("flat")


if __name__ == "__main__":
    words = sys.argv[1:]
    main(int(words[0]) if words else 5_000, float(words[1]) if words[1:] else 0.01, float(words[2]) if words[2:] else 25)
