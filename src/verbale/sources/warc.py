"""Web archives (.warc, .warc.gz): every page that is worth it, as a document of its own."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from verbale.errors import UnreadableError
from verbale.model import SetAside
from verbale.settings import Settings
from verbale.sources import html
from verbale.sources.document import Draft
from verbale.sources.raw import Raw
from verbale.sources.reasons import failed, unreadable
from verbale.sources.shallow import shallow
from verbale.sources.unpack import unpacked

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

SUFFIXES = frozenset({"warc"})
_MARK, _GZIP = b"WARC/", b"\x1f\x8b"
_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200
_CHUNK = 1 << 16
_SAMPLE = 8_192
"""Bytes of a page by which its encoding is told, where it does not say."""


def bid(raw: Raw) -> float:
    """Sure of what begins as an archive, packed or not."""
    head = raw.head
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, len(_MARK))
        except zlib.error:
            return 0.0
    return 1.0 if head.startswith(_MARK) else 0.0


def read(raw: Raw, settings: Settings) -> Iterator[Draft | SetAside]:
    """The pages of the archive that answered well and that ``raw.wanted`` wants, by their plain text; ``part`` is their number.

    Telling by the plain text comes first, as taking a page apart costs ten times as much.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise unreadable("not installed", setting="warc") from error
    with raw.open() as stream:
        records = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, fsspec_args=False)
        for number, record in enumerate(records, 1):
            if not _is_page(record) or not raw.begin(number):
                continue
            try:
                yield from _page(record, raw, settings, number)
            except Exception as error:  # whatever it is, it costs this page only
                yield failed(raw.name, error, settings, number)


def _is_page(record: WarcRecord) -> bool:
    return bool(record.http_headers and record.http_headers.status_code == _OK and record.http_content_type in _PAGES)


def _page(record: WarcRecord, raw: Raw, settings: Settings, number: int) -> Iterator[Draft]:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding

    data = unpacked(iter(partial(record.reader.read, _CHUNK), b""), record.http_headers.get("Content-Encoding"), settings)
    charset = record.http_charset or detect_encoding(data[:_SAMPLE]) or "utf-8"
    if not raw.wanted(extract_plain_text(shallow(data.decode(charset, "replace")))):
        return
    url = record.headers.get("WARC-Target-URI")
    try:
        draft = html.page(data, settings, record.http_charset, base=url)
    except UnreadableError as error:
        if error.reason == "empty":  # nothing but furniture: of a million pages of an archive, most
            return
        raise
    yield msgspec.structs.replace(draft, format="warc", url=draft.url or url, part=number)
