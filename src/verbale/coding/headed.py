"""Days that head what follows, as in a chronology: "24 November 2023." before a paragraph, or as a heading of several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.coding.page import Page
from verbale.coding.timewords import expressions
from verbale.coding.when import When, resolve

_CLOSED = re.compile(r"\s*(?:$|[.:–—|]|-(?!\w))")


def heading_day(page: Page, pages: Sequence[Page], published: str | None) -> When | None:
    """The day that stands alone before a block, at its head or over the blocks before it; ``None`` where there is none.

    Args:
        page: the block.
        pages: the document's blocks.
        published: the page's EDTF date, for days printed without a year.
    """
    for before in sorted((p for p in pages if p.base <= page.base), key=lambda p: -p.base):
        found = _opening(before, published)
        if found:
            return found
    return None


def _opening(page: Page, published: str | None) -> When | None:
    """The day with which a block opens, where nothing but a stop follows it."""
    text = page.doc.text
    first = next(iter(expressions(text[:60])), None)
    if first is None or first.kind != "date" or text[: first.start].strip() or not _CLOSED.match(text[first.end :]):
        return None
    when = resolve(first, published)
    if when is None:
        return None
    return When(when.date, when.precision, when.basis, page.base + first.start, page.base + first.end)
