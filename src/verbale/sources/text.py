"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from verbale.settings import Settings
from verbale.sources import header, markdown
from verbale.sources.decode import decode
from verbale.sources.document import Draft, check_length, with_headline
from verbale.sources.raw import Raw
from verbale.sources.reasons import unreadable
from verbale.sources.sniff import MAGIC, binary

MARKDOWN = frozenset({"md", "markdown"})
SUFFIXES = frozenset({"txt", "text"}) | MARKDOWN
# Data and code of other programs: characters, but nobody's prose.
_NOT_PROSE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:[{\[]|<\?xml|#!|<svg)")
_HEADLINE = re.compile(r"\s*(?P<words>\S.{5,200}?)[ \t]*\n[ \t]*\n")


def bid(raw: Raw) -> float:
    """By name, or as a last resort by looking like prose: text has no sign of its own."""
    if raw.suffix in SUFFIXES:
        return 0.0 if raw.head.startswith(MAGIC) else 0.5
    return 0.0 if binary(raw.head) or _NOT_PROSE.match(raw.head) else 0.2


def read(raw: Raw, settings: Settings) -> Iterator[Draft]:
    """The one document of the file: what stands above it is taken off, Markdown is rendered, other text is left as it is."""
    text = decode(raw.whole(settings)).replace("\r\n", "\n").replace("\r", "\n")
    _check_lines(text, settings)
    # Before it is rendered: the marks of an endless text would take as long to find.
    check_length(text, settings)
    fields, body = header.split(text)
    markdown_like = raw.suffix in MARKDOWN
    found = None if fields else _headline(body)
    if markdown_like:
        found, body = markdown.title_of(body), markdown.plain(body)
    draft = Draft(text=with_headline(fields.get("title"), body), format="md" if markdown_like else "txt", title=found)
    yield msgspec.structs.replace(draft, **fields, published_method="given" if "published" in fields else None)


def _check_lines(text: str, settings: Settings) -> None:
    if max(map(len, text.split("\n"))) > settings.max_line_mb * 1_000_000:
        raise unreadable("line too long", settings.max_line_mb)


def _headline(text: str) -> str | None:
    found = _HEADLINE.match(text)
    words = found.group("words") if found else ""
    # A first line that ends like a sentence is the first paragraph.
    return words if words and words[-1] not in '.!:;,"”' else None
