"""Feeds (RSS, Atom) and sitemaps: what the entries of a feed say themselves, and what feeds and sitemaps point at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from verbale.errors import UnreadableError
from verbale.model import SetAside
from verbale.settings import Settings
from verbale.sources.address import canonical
from verbale.sources.document import Draft, check_length, clean, with_headline
from verbale.sources.jobs import Link
from verbale.sources.raw import Raw
from verbale.sources.reasons import set_aside, unreadable

SUFFIXES = frozenset({"rss", "atom"})
# possessive: a thousand comments must not be tried in every combination
_FEED = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?><!--.{0,2000}?-->\s*)*+<(?:rss|feed|rdf:RDF)\b", re.S)
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b")
MOST = 50_000  #: entries of one sitemap, by its protocol


def bid(raw: Raw) -> float:
    """Sure of what begins as a feed."""
    return 0.95 if _FEED.match(raw.head) else 0.0


def read(raw: Raw, settings: Settings) -> Iterator[Draft | SetAside]:
    """The entries as documents; ``part`` is an entry's number."""
    for number, entry in enumerate(_entries(raw.whole(settings)), 1):
        title, text = entry.get("title"), _plain(_content(entry))
        try:
            check_length(text, settings)
        except UnreadableError as error:
            yield set_aside(raw.name, error, number)
            continue
        yield Draft(
            text=with_headline(title, text),
            format="feed",
            title=title,
            publisher=entry.get("author"),
            published=_published(entry),
            published_method="feed",
            url=entry.get("link"),
            source=entry.get("id"),
            part=number,
        )


def links(data: bytes) -> Iterator[Link]:
    """The web addresses that a feed or a sitemap points at, each once, in its order; of a sitemap of sitemaps, those.

    Raises:
        UnreadableError: It is neither.
    """
    if _SITEMAP.search(data[:4096]):
        found: Iterator[Link] = _located(data)
    else:
        found = (Link(url=e.get("link") or "", title=e.get("title"), published=_published(e)) for e in _entries(data))
    seen: set[str] = set()
    for link in found:
        url = canonical(link.url)
        if url and url not in seen and len(seen) < MOST:
            seen.add(url)
            yield Link(url=url, title=link.title, published=link.published)


def _entries(data: bytes) -> list[Any]:
    try:
        import feedparser
    except ImportError as error:
        raise unreadable("not installed", setting="feeds") from error
    found = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=False)
    if not found.entries:
        raise unreadable("empty")
    return list(found.entries)


def _located(data: bytes) -> Iterator[Link]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise unreadable("empty")
    for place in root.iter("{*}url", "{*}sitemap"):
        yield Link(url=(place.findtext("{*}loc") or "").strip(), published=place.findtext("{*}lastmod"))


def _content(entry: Any) -> str:
    """The longest that an entry says: feeds give a summary, the whole, or both."""
    told = [each.get("value") or "" for each in entry.get("content", ())]
    return max([*told, entry.get("summary") or ""], key=len)


def _plain(markup: str) -> str:
    if "<" not in markup:
        return clean(markup)
    from resiliparse.extract.html2text import extract_plain_text

    return clean(extract_plain_text(markup, preserve_formatting=True, list_bullets=True))


def _published(entry: Any) -> str | None:
    words = entry.get("published") or entry.get("updated")
    return str(words) if words else None
