"""Precision and recall of ``verbale check`` on 60 citations of our own wording: ``python -m tests.check.measure``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NamedTuple

from verbale.checking import check

CITATIONS = json.loads(Path(__file__).with_name("citations.json").read_text(encoding="utf-8"))


class Measure(NamedTuple):
    """What was found; hints count as nothing found."""

    right: int
    found: int
    expected: int
    misses: list[str]
    extras: list[str]

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.expected


def measure() -> Measure:
    """Check every citation; one is found where a finding has the kind that was expected."""
    right, found, misses, extras = 0, 0, [], []
    for each in CITATIONS:
        kinds = [f.kind for f in check(each["text"]) if f.confirmed]
        hit = each["expected"] in kinds
        right, found = right + hit, found + len(kinds)
        misses += [] if hit or not each["expected"] else [each["id"]]
        extras += [f"{each['id']}: {kind}" for kind in kinds if kind != each["expected"]]
    return Measure(right, found, sum(bool(c["expected"]) for c in CITATIONS), misses, extras)


if __name__ == "__main__":
    told = measure()
    figures = f"{told.right} right of {told.found} found, {told.expected} expected"
    sys.stdout.write(f"precision {told.precision:.2f}, recall {told.recall:.2f} ({figures})\n")
    sys.stdout.write(f"missed: {', '.join(told.misses) or 'none'}\nextra: {', '.join(told.extras) or 'none'}\n")
