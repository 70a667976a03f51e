"""Several hundred files that no honest person would send, made by script; the same every time.

A name that begins with ``keep`` is one whose words must be read all the same: :data:`KEPT` stands behind the attack.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from . import docs, mails, pages, pdfs, tables, texts

KEPT = texts.KEPT
Files = Iterator[tuple[str, bytes]]


def files() -> Files:
    """Names and bytes; no name twice."""
    for room in (texts, pages, docs, pdfs, mails, tables):
        yield from room.files()
    yield from _damaged()


def _damaged() -> Files:
    """Sound files of every format with a few bytes changed, cut or doubled, chosen by a die that always falls alike."""
    dice = random.Random(20)
    for ending, whole in (("html", pages.sound()), ("docx", docs.sound()), ("pdf", pdfs.sound()), ("eml", mails.sound())):
        for number in range(14):
            data = bytearray(whole)
            for _ in range(1 + number):
                data[dice.randrange(len(data))] = dice.randrange(256)
            yield f"flipped-{number}.{ending}", bytes(data)
        for number in range(6):
            at, to = sorted(dice.randrange(len(whole)) for _ in range(2))
            yield f"cut-{number}.{ending}", whole[:at] + whole[to:]
            yield f"doubled-{number}.{ending}", whole[:to] + whole[at:]
