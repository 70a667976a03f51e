"""Word documents (.docx)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verbale.settings import Settings
from verbale.sources.address import first_address
from verbale.sources.document import Draft, joined
from verbale.sources.raw import Raw
from verbale.sources.reasons import unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

SUFFIXES = frozenset({"docx"})
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MAX_UNPACKED = 10  #: how many times max_document_mb a document may unpack to
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What is not part of the text as it reads: deleted words, and the second copy of a text box for old programs.
SKIPPED = frozenset({f"{W}del", f"{W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"})
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def bid(raw: Raw) -> float:
    """Sure of an archive with a Word part; an archive or a locked container by its name."""
    if raw.head.startswith(ZIP) and b"word/" in raw.head:
        return 0.95
    return 0.9 if raw.suffix in SUFFIXES and raw.head.startswith((ZIP, OLE)) else 0.0


def read(raw: Raw, settings: Settings) -> Iterator[Draft]:
    """The one document of the file, with tables row by row and lists as ``- `` lines."""
    data = raw.whole(settings)
    _check(data, settings)
    import docx

    document = docx.Document(io.BytesIO(data))
    core = document.core_properties
    text = joined(_blocks(document.element.body))
    if not text.strip():
        raise unreadable("no text", "pictures or nothing")
    yield Draft(
        text=text,
        format="docx",
        title=core.title or None,
        publisher=core.author or None,
        published=core.created.isoformat() if core.created else None,
        published_method="docx metadata",
        url=first_address(core.identifier, core.comments, core.subject),
        language=core.language or None,
    )


def _check(data: bytes, settings: Settings) -> None:
    """Refuse what python-docx would fail on, with the reason why."""
    if data.startswith(OLE):
        raise unreadable("encrypted") if ENCRYPTED in data else unreadable("not what its name says", ".docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise unreadable("truncated", "the list of its parts, which stands last, is not there") from error
    if not any(part.filename == "word/document.xml" for part in parts):
        raise unreadable("not what its name says", ".docx")
    if any(part.flag_bits & 1 for part in parts):
        raise unreadable("encrypted")
    limit = MAX_UNPACKED * settings.max_document_mb
    unpacked = sum(part.file_size for part in parts) / 1e6
    if unpacked > limit:
        raise unreadable("too large", f"it unpacks to {unpacked:.0f} MB, the limit is {limit} MB", setting="max_document_mb")


def _blocks(parent: _Element) -> Iterator[str]:
    """The paragraphs and table rows in order; content controls and tracked insertions are looked into."""
    for child in parent:
        if child.tag == f"{W}p":
            words = _words(child).strip()
            if words:
                yield f"- {words}" if _is_item(child) else words
        elif child.tag == f"{W}tbl":
            yield from _rows(child)
        elif child.tag not in SKIPPED:
            yield from _blocks(child)


def _rows(table: _Element) -> Iterator[str]:
    for row in table.iter(f"{W}tr"):
        cells = (" ".join(_blocks(cell)) for cell in row if cell.tag == f"{W}tc")
        line = " | ".join(filter(None, cells))
        if line:
            yield line


def _words(node: _Element) -> str:
    if node.tag == f"{W}t":
        return node.text or ""
    if node.tag in BREAKS:
        return BREAKS[node.tag]
    return "" if node.tag in SKIPPED or node.tag == f"{W}tabs" else "".join(map(_words, node))


def _is_item(paragraph: _Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    named = style is not None and str(style.get(f"{W}val")).startswith("List")
    return named or paragraph.find(f"{W}pPr/{W}numPr") is not None
