"""Where words that somebody copied from a text stand in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from verbale.errors import DataError

_NTH = re.compile(r"^(.*?)#(\d+)$", re.DOTALL)


def find(words: str, text: str) -> tuple[int, int]:
    """The place of ``words``; ``words#2`` is where they stand a second time.

    Raises:
        DataError: They do not stand there.
    """
    nth = 1
    if numbered := _NTH.match(words):
        words, nth = numbered[1], int(numbered[2])
    spans = [m.span() for m in _pattern(words).finditer(text)]
    if len(spans) < nth:
        raise DataError(f"these words do not stand in the text{f' {nth} times' if nth > 1 else ''}: {words!r}")
    return spans[nth - 1]


def near(words: str, text: str, evidence: Sequence[Sequence[int]]) -> tuple[int, int]:
    """The place of ``words`` within the evidence, else nearest before it, else anywhere.

    Raises:
        DataError: They do not stand in the text.
    """
    if _NTH.match(words):
        return find(words, text)
    pattern = _pattern(words)
    for start, end in evidence:
        if found := pattern.search(text, start, end):
            return found.span()
    before = [m.span() for m in pattern.finditer(text) if m.start() < evidence[0][0]]
    return before[-1] if before else find(words, text)


def _pattern(words: str) -> re.Pattern[str]:
    # a line break or another quotation mark is no difference
    parts = [_quotes(re.escape(part)) for part in unicodedata.normalize("NFC", words).split()]
    core = r"\s+".join(parts)
    return re.compile((r"(?<!\w)" if words[:1].isalnum() else "") + core + (r"(?!\w)" if words[-1:].isalnum() else ""))


def _quotes(part: str) -> str:
    return re.sub(r"['’‘]", "['’‘]", re.sub(r"[\"“”]", '["“”]', part))
