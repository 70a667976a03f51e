"""How long the verbs take over a large record, from the start of the process to its end: the first time, again, after a decision.

Run: python -m benchmarks.verbs FOLDER [EVENTS]

It makes the record in the folder where there is none. The first verb has all events matched, and what they come to is kept.
Beside the seconds stand those of the processor, which tell more on a machine that has other work.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.pages import EVENT, fill

VERBS = (
    ("engagements", "--json"), ("balance", "--of", "USA,EU,UN"), ("trend",), ("recognition",), ("reactions",), ("voices",),
    ("approach",), ("pressure",), ("coverage",), ("brief", "--out", "brief.md"),
)  # fmt: skip


def timed(folder: Path, *words: str) -> str:
    """The seconds that a verb takes, by the clock and of the processor."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    program = Path(sys.executable).with_name("verbale")
    found = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    failed = "" if found.returncode in (0, 1) else f"  failed: {found.stderr.strip()[-200:]}"
    return f"{time.perf_counter() - began:6.2f} s ({worked:6.2f} s)  {' '.join(words)}{failed}"


def main(folder: Path, events: int) -> None:
    """Measure."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "verbale.db").exists():
        fill(folder / "verbale.db", events)
    print("first:", timed(folder, "engagements", "--json"), flush=True)
    for words in VERBS:
        print(timed(folder, *words), flush=True)
    print("a decision:", timed(folder, "decide", "accept", EVENT, "--by", "anna"), flush=True)
    print("after it:", timed(folder, "engagements", "--json"), flush=True)
    print("again:", timed(folder, "engagements", "--json"), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
