"""Lines of pages put together to paragraphs again."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

import msgspec

from verbale.sources.document import joined

# Before these a hyphen at a line's end is the word's own.
OWN_HYPHEN = frozenset((
    "all", "anti", "co", "cross", "de", "ex", "high", "inter", "long", "low", "mid", "multi", "non", "post", "pre", "pro",
    "self", "semi", "so", "sub", "vice", "well",
))  # fmt: skip
BULLETS = re.compile(r"^(?:[•‣▪●◦∙·–—*]|\uf0b7|\uf0a7|-)\s+")
_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_HYPHEN = re.compile("(\\w+)(?:[-\u2010\u00ad]|\x02|\ufffe)$")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_DIGITS = re.compile(r"\d+")
SHORT = 0.85  #: a line that ends before this share of the column was ended on purpose
WIDE_GAP = 1.3  #: a step down of more than this many usual ones starts a paragraph
MIN_PAGES = 3  #: from how many pages on a repeated first or last line is a running head


class Line(msgspec.Struct, frozen=True):
    """A line of a page, with its box and size of type in points (the origin is at the bottom left)."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """The pages' text, one line a paragraph, an empty line between them; words parted at line ends are made whole."""
    step = _usual_step(pages)
    pages = _without_running_heads(pages, step)
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    column = _column(lines)
    vocabulary = Counter(word.lower() for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text))
    blocks: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is None or _starts(before, line, column, step):
            blocks.append(BULLETS.sub("- ", line.text))
        else:
            blocks[-1] = _joined(blocks[-1], line.text, vocabulary)
    return joined(blocks)


def _column(lines: Sequence[Line]) -> float:
    """Where full lines end: the right edge that nine lines in ten do not pass."""
    return sorted(line.right for line in lines)[int(len(lines) * 0.9)]


def _usual_step(pages: Sequence[Sequence[Line]]) -> float:
    steps = [above.bottom - below.bottom for page in pages for above, below in itertools.pairwise(page)]
    down = [step for step in steps if step > 1]
    return median(down) if down else 0.0


def _starts(before: Line, line: Line, column: float, step: float) -> bool:
    """Whether a line starts a paragraph, told from the line before."""
    if BULLETS.match(line.text) or _NUMBERED.match(line.text) or abs(before.size - line.size) > 0.1 * before.size:
        return True
    down = before.bottom - line.bottom
    ended = bool(_SENTENCE_END.search(before.text))
    if down <= 0:
        # A new column or page: the sentence goes on unless it had ended.
        return ended
    if down > WIDE_GAP * step:
        return True
    return before.right < SHORT * column and (ended or line.left > before.left + line.size)


def _joined(before: str, text: str, vocabulary: Counter[str]) -> str:
    found = _HYPHEN.search(before)
    after = re.match(r"\w+", text)
    if not found or not after:
        return f"{before} {text}"
    stem = before[: found.end(1)]
    return stem + ("-" if _keeps_hyphen(found.group(1).lower(), after.group(), vocabulary) else "") + text


def _keeps_hyphen(left: str, right: str, vocabulary: Counter[str]) -> bool:
    """As the document writes the word elsewhere; else by the word's parts."""
    parted, whole = vocabulary[f"{left}-{right.lower()}"], vocabulary[left + right.lower()]
    if parted or whole:
        return parted > whole
    return left in OWN_HYPHEN or not right[0].islower()


def _without_running_heads(pages: Sequence[Sequence[Line]], step: float) -> list[list[Line]]:
    """Pages without the lines that stand apart at the top or bottom of most of them, page numbers aside."""
    edges = [_apart(page, step) for page in pages]
    counts = Counter(mark for page in edges for mark in {_mark(line) for line in page})
    needed = max(MIN_PAGES, len(pages) // 2)
    return [
        [line for line in page if line not in edge or counts[_mark(line)] < needed] for page, edge in zip(pages, edges, strict=True)
    ]


def _apart(page: Sequence[Line], step: float) -> list[Line]:
    """The first and the last line, where a wide space parts them from the text."""
    if len(page) < 2:
        return list(page)
    above, below = page[0].bottom - page[1].bottom, page[-2].bottom - page[-1].bottom
    return [line for line, gap in ((page[0], above), (page[-1], below)) if abs(gap) > WIDE_GAP * step]


def _mark(line: Line) -> str:
    return _DIGITS.sub("0", line.text)
