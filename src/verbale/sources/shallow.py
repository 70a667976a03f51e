"""HTML made shallow: the parser drops all that follows a depth of 256, without a word."""

from __future__ import annotations

import re
from collections import Counter

MAX_DEPTH = 200
BREAK = "<br>"
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
INLINE = frozenset((
    "a", "abbr", "b", "big", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small",
    "span", "strike", "strong", "sub", "sup", "tt", "u",
))  # fmt: skip


def shallow(page: str) -> str:
    """The page without the tags that open deeper than :data:`MAX_DEPTH`; their words stay, blocks parted by a line break."""
    kept: list[str] = []
    open_tags: list[str] = []
    counts: Counter[str] = Counter()
    end, parted = 0, False
    for tag in _TAG.finditer(page):
        name = tag.group(2).lower()
        if name in VOID:
            continue
        deep = len(open_tags) >= MAX_DEPTH
        if not tag.group(1):
            open_tags.append(name)
            counts[name] += 1
        elif counts[name]:
            _close(name, open_tags, counts)
            deep = len(open_tags) >= MAX_DEPTH
        if deep:
            words = page[end : tag.start()]
            # one break for a whole run of tags: a hundred thousand of them would take as long as the depth that is taken away
            if name in INLINE or words.strip() or not parted:
                parted = name not in INLINE
                kept += (words, BREAK if parted else "")
            end = tag.end()
    return "".join(kept) + page[end:] if kept else page


def _close(name: str, open_tags: list[str], counts: Counter[str]) -> None:
    """Close the innermost tag of that name, and with it what was left open inside."""
    while open_tags:
        inner = open_tags.pop()
        counts[inner] -= 1
        if inner == name:
            return
