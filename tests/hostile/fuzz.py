"""Fuzzing by hand, guided by what the code does: ``python -m tests.hostile.fuzz TARGET... [--seconds 60]``; no target means all.

Needs atheris (of the extra ``dev``; Linux on x86-64). An input that fails a target, takes it ten seconds or two gigabytes is kept
in ``fuzz-finds/``, and told in the end; make a file of the corpus of it once it is mended.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

FINDS = Path("fuzz-finds")
SECONDS, MEGABYTES = 10, 2_048
INSTRUMENTED = ("verbale.sources", "verbale.coding.timewords", "verbale.coding.when")


def fuzz(name: str, seconds: int, corpus: str) -> None:
    """Fuzz one target; the library ends the process."""
    import atheris

    with atheris.instrument_imports(include=list(INSTRUMENTED)):
        from .targets import TARGETS, seeds
    for number, data in enumerate(seeds(name)):
        Path(corpus, f"{number:04}").write_bytes(data)
        TARGETS[name](data)  # what loads once is loaded before the clock runs
    limits = [f"-max_total_time={seconds}", f"-timeout={SECONDS}", f"-rss_limit_mb={MEGABYTES}", "-max_len=65536"]
    told = ["-print_final_stats=1", "-verbosity=1", f"-artifact_prefix={FINDS}/{name}-"]
    atheris.Setup([sys.argv[0], *limits, *told, corpus], TARGETS[name])
    atheris.Fuzz()


def main() -> int:
    """Fuzz targets, each in a process of its own; 1 where one was found wanting."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="*")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.corpus:
        fuzz(given.target[0], given.seconds, given.corpus)
    from .targets import TARGETS

    FINDS.mkdir(exist_ok=True)
    failed = [name for name in given.target or TARGETS if not _sound(name, given.seconds)]
    tell(f"{len(failed)} targets found wanting: {' '.join(failed)}" if failed else "all targets held")
    return bool(failed)


def _sound(name: str, seconds: int) -> bool:
    with tempfile.TemporaryDirectory() as corpus:
        words = [sys.executable, "-m", "tests.hostile.fuzz", name, "--seconds", str(seconds), "--corpus", corpus]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    runs = [line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed_units" in line]
    tell(f"{name}: {runs[0] if runs else 'no'} inputs, {'held' if done.returncode == 0 else 'found wanting'}")
    if done.returncode:
        tell(*(done.stdout + done.stderr).splitlines()[-30:])
    return done.returncode == 0


def tell(*lines: str) -> None:
    """Say something now, as the next target takes a while."""
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
