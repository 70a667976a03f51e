"""Web pages: the text without furniture, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from verbale.settings import Settings
from verbale.sources.dates import to_edtf
from verbale.sources.decode import decode
from verbale.sources.document import Draft, clean, joined, with_headline
from verbale.sources.raw import Raw
from verbale.sources.reasons import unreadable
from verbale.sources.shallow import shallow
from verbale.sources.sniff import binary

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SUFFIXES = frozenset({"html", "htm", "xhtml"})
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?><!--.{0,2000}?-->\s*)*+<(?:!doctype\s+html|html)\b", re.S | re.I
)
_MARKUP = re.compile(rb"<(?:p|div|body|head|title|br|h[1-6]|table|ul|article|span|a)\b[^<>]*>", re.I)
_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^<>]{0,100}?encoding\s*=\s*[\"']([\w-]+)", re.I)
# Where pages say when they were published, the most deliberate first.
DATES = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime",
    "//meta[translate(@name,'DCTERMSPUBLIHA','dctermspubliha')='dcterms.issued' or translate(@name,'DC','dc')='dc.date']/@content",
    "//meta[@name='publish-date' or @name='pubdate' or @name='citation_publication_date' or @name='date']/@content",
)
PUBLISHERS = (
    "//meta[@property='og:site_name' or @name='og:site_name']/@content",
    "//meta[@name='publisher' or @name='DC.publisher']/@content",
)


def bid(raw: Raw) -> float:
    """Sure of a page that begins as one; a fragment or a bare text only by its name."""
    # NULs are UTF-16's: left out, the marks are the same as in ASCII.
    if _PAGE.match(raw.head.replace(b"\x00", b"")):
        return 0.95
    if raw.suffix not in SUFFIXES or binary(raw.head):
        return 0.0
    return 0.6 if _MARKUP.search(raw.head) else 0.3


def read(raw: Raw, settings: Settings) -> Iterator[Draft]:
    """The one document of the page."""
    yield page(raw.whole(settings), settings, base=raw.base)


def page(data: bytes, settings: Settings, declared: str | None = None, base: str | None = None) -> Draft:
    """The document of a page's bytes.

    Args:
        data: The page.
        settings: ``min_text_chars`` is asked of the text below the headline.
        declared: The character set that its envelope names (a mail's part), if any.
        base: The address that it was fetched from, if it was.

    Raises:
        UnreadableError: ``empty`` where nothing but furniture is found, ``encoding``.
    """
    tree = _tree(decode(data, declared or _charset(data)))
    from trafilatura import extract_metadata

    found = extract_metadata(deepcopy(tree), default_url=base)
    title = found.title or _first(tree, "//h1//text()") or _first(tree, "//title/text()")
    published, method = _published(tree)
    return Draft(
        text=with_headline(title, _text(tree, settings)),
        format="html",
        title=title,
        publisher=next(filter(None, (_first(tree, path) for path in PUBLISHERS)), None) or found.sitename,
        published=published,
        published_method=method,
        url=found.url,
        language=_first(tree, "/html/@lang"),
    )


def _charset(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    return (found.group(1) or found.group(2)).decode("ascii", "ignore") if found else None


def _tree(text: str) -> HtmlElement:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        # Bytes, as lxml refuses characters that come with a declaration of their encoding.
        return html.document_fromstring(shallow(clean(text)).encode(), parser=parser)
    except etree.ParserError as error:
        raise unreadable("empty") from error


def _text(tree: HtmlElement, settings: Settings) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(deepcopy(tree), include_comments=False)
    rows = (row.strip(" |") for row in (getattr(found, "text", None) or "").split("\n"))
    text = joined(row for row in rows if row)
    if len(text) < settings.min_text_chars:
        raise unreadable("empty")
    return text


def _published(tree: HtmlElement) -> tuple[str | None, str | None]:
    """The date with how it was found: in the page's own metadata, by htmldate in its markup, or by htmldate as a guess."""
    for path in DATES:
        words = _first(tree, path)
        if to_edtf(words):
            return words, "meta"
    from htmldate import find_date

    found = find_date(deepcopy(tree), original_date=True, extensive_search=False)
    if found:
        return found, "htmldate"
    guess = find_date(deepcopy(tree), original_date=True, extensive_search=True)
    # A guess of 1 January is a year in a copyright line.
    return (guess, "htmldate guess") if guess and not guess.endswith("-01-01") else (None, None)


def _first(tree: HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]).strip() or None if found else None
