"""How long it takes to find the copies among many documents.

Run: python -m benchmarks.copies 100000
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator

from verbale.engagements.copies import copied
from verbale.model import Document

_WORDS = [f"{a}{b}{c}" for a in ("ka", "lo", "mi", "ne", "ta", "su") for b in "rnslmd" for c in ("an", "is", "eru", "ol", "ent")]
_LENGTH = 400
_COPIED = 0.3


def made(number: int) -> Iterator[Document]:
    """Documents of 400 words, three in ten of them copies with some words changed and an introduction of their own."""
    chance = random.Random(7)
    texts: list[str] = []
    for n in range(number):
        if texts and chance.random() < _COPIED:
            words = chance.choice(texts).split()
            for at in chance.sample(range(len(words)), 12):
                words[at] = chance.choice(_WORDS)
            text = " ".join((*chance.choices(_WORDS, k=15), *words))
        else:
            text = " ".join(chance.choices(_WORDS, k=_LENGTH))
            texts.append(text)
        yield Document(id=f"d{n:07}", sha256="", text=text, published="2024-01-01")


def main(number: int) -> None:
    """Measure once and print it."""
    documents = list(made(number))
    began, worked = time.perf_counter(), time.process_time()
    found = copied(documents)
    took, worked = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{number} documents: {took:.1f} s, of the processor {worked:.1f} s; {len(found)} copies, {peak:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
