"""Finding a person's words in a document: exactly as they stand there, or not at all."""

from __future__ import annotations

import re

from verbale.errors import UsageError
from verbale.model import Document, Span

_SHOWN = 60


def spans(document: Document, words: str, at: int | None = None) -> Span:
    """Where words stand in a document.

    Args:
        document: Where to look.
        words: Exactly as the text has them; line ends and runs of blanks may differ.
        at: The place, in code points, where they begin; needed where they stand there several times.

    Raises:
        UsageError: They do not stand there, or several times; the hint says what stands there instead, or where.
    """
    text = document.text
    found = [Span(start=each.start(), end=each.end()) for each in _pattern(words).finditer(text)] if words.strip() else []
    if at is not None:
        found = [each for each in found if each.start == at]
    if len(found) == 1:
        return found[0]
    if found:
        places = ", ".join(str(each.start) for each in found)
        raise UsageError(
            f"the words stand in the document {len(found)} times", f"give more of them, or the place with --at: {places}"
        )
    raise UsageError(f"the words “{_short(words)}” do not stand in the document", _instead(text, words))


def nearest(text: str, name: str, span: Span) -> Span | None:
    """Where a name stands, inside the span if it can be, else nearest to it; ``None`` where it stands nowhere."""
    found = [Span(start=each.start(), end=each.end()) for each in _pattern(name, whole=True).finditer(text)]
    return min(found, key=lambda each: (_outside(each, span), each.start), default=None)


def _outside(each: Span, span: Span) -> int:
    return max(span.start - each.start, each.end - span.end, 0)


def _pattern(words: str, *, whole: bool = False) -> re.Pattern[str]:
    body = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){body}(?!\w)" if whole else body)


def _instead(text: str, words: str) -> str:
    """The passage that shares the longest beginning with the words."""
    parts = words.split()
    for length in range(len(parts) - 1, 0, -1):
        found = _pattern(" ".join(parts[:length])).search(text)
        if found and length > 1:
            return f"the document has: “{_short(text[found.start() : found.start() + len(words) + 20])}”"
    return "copy them from the text of the document, with its quotation marks and dashes"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
