"""Precision and recall of ``verbale check`` on citations of our own wording: ``python -m tests.check.measure``.

``citations`` was written before the rules. ``later`` was written after them, to see what they had not been made for: on its first
run precision was .87 and recall .76 (13 right of 15 found, 17 expected); some of its misses were mended since.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NamedTuple

from verbale.checking import check

SETS = ("citations", "later")


def citations(name: str) -> list[dict[str, str]]:
    """The citations of a set, each with the kind of finding that is expected, if any."""
    found: list[dict[str, str]] = json.loads(Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8"))
    return found


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


def measure(name: str) -> Measure:
    """Check every citation of a set; one is found where a finding has the kind that was expected."""
    right, found, misses, extras = 0, 0, [], []
    cited = citations(name)
    for each in cited:
        kinds = [f.kind for f in check(each["text"]) if f.confirmed]
        hit = each["expected"] in kinds
        right, found = right + hit, found + len(kinds)
        misses += [] if hit or not each["expected"] else [each["id"]]
        extras += [f"{each['id']}: {kind}" for kind in kinds if kind != each["expected"]]
    return Measure(right, found, sum(bool(c["expected"]) for c in cited), misses, extras)


if __name__ == "__main__":
    for name in SETS:
        told = measure(name)
        figures = f"{told.right} right of {told.found} found, {told.expected} expected"
        sys.stdout.write(f"{name}: precision {told.precision:.2f}, recall {told.recall:.2f} ({figures})\n")
        sys.stdout.write(f"  missed: {', '.join(told.misses) or 'none'}\n  extra: {', '.join(told.extras) or 'none'}\n")
