"""What is fuzzed, each target a function of bytes: every reader, the grammars of dates, the coder.

Every target holds the promises of hostile input: nothing raises, all that comes out can be stored, and every event stands in the
words of its document. Time and memory are watched by whoever calls it.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import re
from collections.abc import Callable, Iterator

from verbale.coding.coder import Coder
from verbale.coding.timewords import expressions
from verbale.coding.when import resolve
from verbale.model import Document
from verbale.settings import Settings
from verbale.sources import REASONS, read_raw
from verbale.sources.dates import to_edtf
from verbale.sources.feed import links
from verbale.sources.raw import of_bytes

from .corpus import files
from .mails import sound as mail
from .texts import BAITS, PROSE

SETTINGS = Settings()
FORMATS = ("html", "pdf", "docx", "eml", "mbox", "rss", "atom", "sitemap.xml", "jsonl", "csv", "warc", "warc.gz", "md", "txt")
SEED = 1 << 16
"""A larger file of the corpus is no seed: changing it byte by byte finds nothing that it does not show already."""
_EDTF = re.compile(r"\d{4}(-\d{2}){0,2}")
_FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>Talks</title>
<link>https://example.org/a</link><pubDate>Tue, 24 Jan 2023 10:00:00 +0100</pubDate>
<description>&lt;p&gt;{}&lt;/p&gt;</description></item></channel></rss>"""
_ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Talks</title><id>a</id>
<link href="https://example.org/a"/><updated>2023-01-24T10:00:00Z</updated><content type="html">{}</content></entry></feed>"""
_SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/a</loc>
<lastmod>2023-01-24</lastmod></url></urlset>"""


def reading(ending: str, data: bytes) -> None:
    """Bytes under a name that promises a format become documents, or are set aside for a reason that has a name."""
    found = list(read_raw(of_bytes(f"a.{ending}", data), SETTINGS))
    assert found
    for item in found:
        if isinstance(item, Document):
            assert len(item.text) <= SETTINGS.max_text_chars and "\0" not in item.text
            item.text.encode()
            assert item.published is None or _EDTF.fullmatch(item.published), item.published
        else:
            assert item.reason in REASONS and item.hint
    if ending in ("rss", "atom", "sitemap.xml"):
        _links(data)


def _links(data: bytes) -> None:
    with contextlib.suppress(Exception):  # as the process that reads does: whatever it is, it costs this feed only
        for link in links(data):
            link.url.encode()


def dating(data: bytes) -> None:
    """The grammars of dates: what a page says of itself, and what a text tells."""
    text = data.decode("utf-8", "ignore")
    page, _, told = text.partition("\n")
    published = to_edtf(page)
    assert published is None or _EDTF.fullmatch(published), published
    for found in expressions(told):
        assert 0 <= found.start < found.end <= len(told)
        for future in (False, True):
            for day in (published, page, None):
                resolve(found, day, future=future)


@functools.cache
def _coder() -> Coder:
    return Coder("afghanistan", SETTINGS)


def coding(data: bytes) -> None:
    """A text is coded, and every event stands in its words."""
    for item in read_raw(of_bytes("a.txt", data), SETTINGS):
        if isinstance(item, Document):
            for event in _coder().code(item).events:
                assert event.evidence
                assert all(item.text[each.start : each.end] == each.text for each in event.evidence)


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{ending: functools.partial(reading, ending) for ending in FORMATS},
    "dates": dating,
    "coder": coding,
}


@functools.cache
def seeds(name: str) -> tuple[bytes, ...]:
    """Inputs of a target from which others are made: small ones of the corpus, and sound ones of its own."""
    return tuple(dict.fromkeys(data for data in _seeds(name) if len(data) < SEED))


@functools.cache
def _small() -> tuple[tuple[str, bytes], ...]:
    """What may be a seed of the corpus, which takes seconds to make."""
    return tuple((name, data) for name, data in files() if len(data) < SEED)


def _seeds(name: str) -> Iterator[bytes]:
    own: dict[str, tuple[bytes, ...]] = {
        "dates": tuple(f"2023-07-12\n{each}".encode() for each in (*DATES, *BAITS)),
        "coder": tuple((PROSE + each).encode() for each in (*DATES, *BAITS)),
        "mbox": (b"From a\n" + mail() + b"\nFrom b\n" + mail(),),
        "rss": (_FEED.format(PROSE).encode(),),
        "atom": (_ATOM.format(PROSE).encode(),),
        "sitemap.xml": (_SITEMAP.encode(),),
        "warc": (_archive(),),
        "warc.gz": (gzip.compress(_archive(), mtime=0),),
    }
    yield from own.get(name, ())
    yield from (data for known, data in _small() if known.endswith(f".{name}"))


DATES = (
    "on Tuesday", "last week", "earlier this month", "on 12 July 2023", "July 12", "12 Asad 1402", "two days ago", "in 2021",
    "in the spring of 2023", "between 3 and 5 May", "the previous day", "24/01/2023", "Tue, 24 Jan 2023 10:00:00 +0100",
)  # fmt: skip


def _archive() -> bytes:
    body = f"<html><title>Talks</title><p>{PROSE}</p></html>".encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"
