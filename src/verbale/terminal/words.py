"""Words of documents made safe and short for a terminal, and the marks around what reports an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.text import Text

from verbale.model import Evidence, Span

AROUND = 60
"""Code points shown on either side of the words that report an event."""

# what a terminal would obey instead of show: control characters, and marks that turn the direction of everything after them
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def line(words: str) -> str:
    """``words`` on one line, without anything that a terminal would obey."""
    return " ".join(_UNSAFE.sub(" ", words).split())


def cut(words: str, length: int = 160) -> str:
    """``words`` on one line and no longer than ``length``."""
    whole = line(words)
    return whole if len(whole) <= length else whole[:length].rsplit(" ", 1)[0] + " …"


def marked(text: str, spans: Sequence[Evidence | Span], around: int = AROUND) -> Text:
    """The passages of ``text`` that report something, between » and « and in bold, with some words on either side."""
    shown = Text()
    last = 0
    for span in sorted(spans, key=_place):
        if span.start < last:
            continue
        shown.append(_between(text, last, span.start, around) if shown else _before(text, span.start, around), "dim")
        shown.append(f"»{line(text[span.start : span.end])}«", "bold")
        last = span.end
    return shown.append(_after(text, last, around), "dim")


def _between(text: str, last: int, start: int, around: int) -> str:
    """The words between two passages, or what stands at both ends where they are far apart."""
    gap = text[last:start]
    if len(gap) <= 2 * around and "\n" not in gap:
        return " " * gap.startswith(" ") + line(gap) + " " * (gap.endswith(" ") and gap != " ")
    return f"{_after(text, last, around).removesuffix(' …')} … {_before(text, start, around).removeprefix('… ')}"


def _place(span: Evidence | Span) -> tuple[int, int]:
    return span.start, span.end


def _before(text: str, start: int, around: int) -> str:
    piece = text[max(0, start - around) : start].rpartition("\n")[2]
    if len(piece) == around:
        piece = "… " + piece.partition(" ")[2]
    return line(piece) + " " * piece.endswith(" ")


def _after(text: str, end: int, around: int) -> str:
    piece = text[end : end + around].partition("\n")[0]
    if len(piece) == around:
        piece = piece.rpartition(" ")[0] + " …"
    return " " * piece.startswith(" ") + line(piece)
