"""PDF: the words in reading order, with what the file says about itself."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from verbale.settings import Settings
from verbale.sources.address import first_address
from verbale.sources.document import Draft
from verbale.sources.layout import Line, paragraphs
from verbale.sources.raw import Raw
from verbale.sources.reasons import unreadable

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

SUFFIXES = frozenset({"pdf"})
MARK = b"%PDF-"
_LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d+)|/L\s+(\d+)[^>]{0,200}?/Linearized\b")


def bid(raw: Raw) -> float:
    """Sure of what begins as a PDF; nearly so where other bytes stand before, as mail gateways leave them."""
    if raw.head.startswith(MARK):
        return 1.0
    return 0.85 if MARK in raw.head[:1024] else 0.0


def read(raw: Raw, settings: Settings) -> Iterator[Draft]:
    """The one document of the file, in paragraphs."""
    data = raw.whole(settings)
    _check_end(data)
    with closing(_open(data)) as pdf:
        text = paragraphs(list(_pages(pdf, settings)))
        if not text.strip():
            raise unreadable("no text", f"pictures of {len(pdf)} page{'s' * (len(pdf) != 1)}")
        told = pdf.get_metadata_dict(skip_empty=True)
    yield Draft(
        text=text,
        format="pdf",
        title=told.get("Title"),
        publisher=told.get("Author"),
        published=told.get("CreationDate"),
        published_method="pdf metadata",
        url=first_address(told.get("Subject"), told.get("Keywords")),
    )


def _check_end(data: bytes) -> None:
    """Refuse a part of a file: the library would mend it and read half of the words."""
    if b"%%EOF" not in data:
        raise unreadable("truncated", "its closing mark is not there")
    found = _LINEARIZED.search(data[:2048])
    stated = int(found.group(1) or found.group(2)) if found else 0
    if stated > len(data):
        raise unreadable("truncated", f"it should have {stated:,} bytes and has {len(data):,}")


def _open(data: bytes) -> PdfDocument:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY):
            raise unreadable("encrypted") from error
        raise unreadable("reader failed", "its parts cannot be found") from error


def _pages(pdf: PdfDocument, settings: Settings) -> Iterator[list[Line]]:
    deadline = time.monotonic() + settings.read_timeout_s
    for page in pdf:
        with closing(page), closing(page.get_textpage()) as words:
            yield list(_lines(words))
        if time.monotonic() > deadline:
            raise unreadable("too slow", settings.read_timeout_s)


def _lines(words: PdfTextPage) -> Iterator[Line]:
    """The page's lines with their place, in the file's own order, which is nearly always the order of reading."""
    import pypdfium2.raw as pdfium

    # One by one, as only so a character's number is also that of its box.
    text = "".join(chr(pdfium.FPDFText_GetUnicode(words, i)) for i in range(words.count_chars()))
    for found in re.finditer(r"[^\r\n]+", text):
        inner = found.group().strip()
        if inner:
            start = found.start() + found.group().index(inner[0])
            left, bottom, _, top = words.get_charbox(start, loose=True)
            right = words.get_charbox(start + len(inner) - 1, loose=True)[2]
            size = pdfium.FPDFText_GetFontSize(words, start)
            yield Line(_paired(inner), left, right, bottom, top, size)


def _paired(text: str) -> str:
    """Characters beyond the first plane, which come in halves, made whole."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
