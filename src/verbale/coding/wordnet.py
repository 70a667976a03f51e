"""What a word is a kind of, by WordNet 3.0 as cut by ``tools/wordnet.py``: "lambast" is a kind of criticising."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import numpy as np

PATH = Path(__file__).parent / "models" / "wordnet.npz"
SENSES = 2
"""How many meanings of a word are looked at, the commonest first."""
DEPTH = 4
"""How many steps up from a meaning."""


@functools.lru_cache(maxsize=1 << 16)
def kinds(lemma: str, pos: str, senses: int = SENSES, depth: int = DEPTH) -> tuple[str, ...]:
    """Names for the meanings of a word (``pos`` V or N) and for what they are kinds of, and for their fields of meaning."""
    words, first, parents, fields = _nouns_or_verbs(pos)
    if lemma not in words:
        return ()
    found: set[str] = set()
    for node in first[words[lemma]][:senses].tolist():
        found.add(f"{pos}field{fields[node]}")
        for _ in range(depth):
            found.add(f"{pos}{node}")
            node = int(parents[node])
            if node < 0:
                break
    return tuple(sorted(found))


@functools.cache
def _nouns_or_verbs(pos: str) -> tuple[dict[str, int], Any, Any, Any]:
    with np.load(PATH, allow_pickle=False) as arrays:
        words = {word: n for n, word in enumerate(str(arrays[f"{pos}.words"]).split())}
        return words, arrays[f"{pos}.first"], arrays[f"{pos}.parent"], arrays[f"{pos}.field"]
