"""The whole sentences in which something stands: a few words torn from theirs say less than the writer did."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-Z0-9])|\n\s*\n|\n(?=\s*[-•*–])")
_SHORT = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|Gen|Lt|Col|Maj|Sgt|Prof|Rev|Hon|Amb|No|vs|etc|approx|[A-WYZ])|\b[A-Z]\.[A-Z])\.$")
_REACH = 600
"""Code points to either side within which a sentence is looked for; beyond it the words are cut as they stand."""


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentences of ``text`` that hold ``[start, end)``, without the blanks at either end."""
    start, end = min(start, len(text)), min(end, len(text))
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    first, last = low, high
    for found in _END.finditer(text, low, high):
        if _SHORT.search(text, max(0, found.start() - 8), found.start() + 1):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() + 1 >= end:
            last = found.end()
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last
