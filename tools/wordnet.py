"""Cut WordNet to what the coder uses: the meanings of common words, and what each is a kind of.

    python tools/wordnet.py FOLDER

``FOLDER`` holds the files of WordNet 3.0 (Debian: package wordnet-base, /usr/share/wordnet). Kept are lower-case words of one part,
their first two meanings, and above each meaning those that it is a kind of (the first parent only).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from verbale.coding.wordnet import PATH, SENSES

_FILES = {"V": "verb", "N": "noun"}
_WORD = re.compile(r"[a-z]{2,}")


def main() -> None:
    """Read, cut, write."""
    folder = Path(sys.argv[1])
    arrays: dict[str, np.ndarray] = {}
    for pos, name in _FILES.items():
        words = {word: offsets[:SENSES] for word, offsets in _index(folder / f"index.{name}")}
        parents = dict(_data(folder / f"data.{name}"))
        kept = sorted({node for offsets in words.values() for node in _above(offsets, parents)})
        number = {offset: n for n, offset in enumerate(kept)}
        lemmas = sorted(words)
        arrays[f"{pos}.words"] = np.array(" ".join(lemmas))
        arrays[f"{pos}.first"] = np.array([[number[o] for o in (words[w] * SENSES)[:SENSES]] for w in lemmas], dtype=np.int32)
        arrays[f"{pos}.parent"] = np.array([number.get(parents[o][1], -1) for o in kept], dtype=np.int32)
        arrays[f"{pos}.field"] = np.array([parents[o][0] for o in kept], dtype=np.int8)
    np.savez_compressed(PATH, **arrays)


def _index(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Words and the places of their meanings, the commonest first."""
    for fields in _lines(path):
        if _WORD.fullmatch(fields[0]):
            yield fields[0], fields[6 + int(fields[3]) :]


def _data(path: Path) -> Iterator[tuple[str, tuple[int, str]]]:
    """Meanings by their places: the field each belongs to, and the first meaning above it ("" where there is none)."""
    for fields in _lines(path):
        pointers = fields[5 + 2 * int(fields[3], 16) :]
        above = next((pointers[n + 1] for n, mark in enumerate(pointers) if mark in ("@", "@i")), "")
        yield fields[0], (int(fields[1]), above)


def _lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="ascii").splitlines():
        if not line.startswith("  "):
            yield line.partition(" | ")[0].split()


def _above(offsets: list[str], parents: dict[str, tuple[int, str]]) -> Iterator[str]:
    for offset in offsets:
        node = offset
        while node in parents:
            yield node
            node = parents[node][1]


if __name__ == "__main__":
    main()
