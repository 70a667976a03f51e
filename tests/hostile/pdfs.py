"""PDF files that hurt: loops, bombs, locks, scripts, numbers beyond reason."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from ..sources.make import locked_pdf, pdf_bytes
from .texts import PROSE


def sound() -> bytes:
    """A file that is as it should be."""
    return pdf_bytes(PROSE.strip(), PROSE.strip())


def made(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A file of the objects, numbered from 1, with its table."""
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, trailer, start,
    )  # fmt: skip
    return bytes(data)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


CATALOG, PAGES = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
SHOWN = b"BT /F 12 Tf 72 700 Td (The envoy met the minister in Kabul on Tuesday.) Tj ET"


def page(entries: bytes = b"") -> bytes:
    """A page whose content is object 4 and whose font is object 5."""
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> %b >>"
        % entries
    )


def files() -> Iterator[tuple[str, bytes]]:
    """Names and bytes."""
    yield "locked.pdf", locked_pdf()
    yield "pages-loop.pdf", made(CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    yield (
        "parents-loop.pdf",
        made(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 9 >>", b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Parent 3 0 R >>"),
    )
    yield "root-loop.pdf", made(b"1 0 R", trailer=b"/Root 1 0 R")
    yield "length-loop.pdf", made(CATALOG, PAGES, page(), b"<< /Length 4 0 R >>\nstream\nx\nendstream", FONT)
    yield "contents-loop.pdf", made(CATALOG, PAGES, page(), b"[4 0 R 4 0 R]", FONT)
    yield "previous-loop.pdf", sound().replace(b"trailer\n<<", b"trailer\n<< /Prev 9")
    yield "bomb.pdf", made(CATALOG, PAGES, page(), stream(zlib.compress(b" " * 80_000_000, 9), b"/Filter /FlateDecode"), FONT)
    twice = zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9)
    yield "bomb-twice.pdf", made(CATALOG, PAGES, page(), stream(twice, b"/Filter [/FlateDecode /FlateDecode]"), FONT)
    yield "filters.pdf", made(CATALOG, PAGES, page(), stream(b"x", b"/Filter [" + b"/ASCIIHexDecode " * 50_000 + b"]"), FONT)
    yield "words.pdf", made(CATALOG, PAGES, page(), stream(zlib.compress(SHOWN * 4_000), b"/Filter /FlateDecode"), FONT)
    yield "saves.pdf", made(CATALOG, PAGES, page(), stream(b"q " * 500_000 + SHOWN), FONT)
    yield "arrays.pdf", made(CATALOG, PAGES, page(), stream(b"[" * 500_000 + SHOWN), FONT)
    yield "dictionaries.pdf", made(CATALOG, b"<< /A " * 100_000 + b">>" * 100_000)
    yield (
        "form-loop.pdf",
        made(CATALOG, PAGES, page(b"/X 6 0 R"), stream(b"/X Do " + SHOWN), FONT, stream(b"/X Do", b"/Subtype /Form")),
    )
    yield (
        "many-pages.pdf",
        made(CATALOG, b"<< /Type /Pages /Kids [" + b"3 0 R " * 3_000 + b"] /Count 3000 >>", page(), stream(SHOWN), FONT),
    )
    yield "count.pdf", made(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", page(), stream(SHOWN), FONT)
    yield "negative.pdf", made(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>", page(), stream(SHOWN), FONT)
    yield "box.pdf", made(CATALOG, PAGES, page().replace(b"595 842", b"1e38 -1e38"), stream(SHOWN), FONT)
    yield "size.pdf", made(CATALOG, PAGES, page(), stream(SHOWN.replace(b"12 Tf", b"1e30 Tf")), FONT)
    yield (
        "script.pdf",
        made(
            b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>",
            PAGES,
            page(),
            stream(SHOWN),
            FONT,
        ),
    )
    yield (
        "launch.pdf",
        made(b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>", PAGES, page(), stream(SHOWN), FONT),
    )
    yield (
        "font.pdf",
        made(CATALOG, PAGES, page(), stream(SHOWN), b"<< /Type /Font /Subtype /Type0 /ToUnicode 5 0 R /DescendantFonts [5 0 R] >>"),
    )
    yield "no-objects.pdf", b"%PDF-1.7\n%%EOF"
    yield "numbers.pdf", made(CATALOG, PAGES, page(), stream(b"9" * 1_000_000 + b" Td " + SHOWN), FONT)
    yield "xref.pdf", sound().replace(b"xref\n0 ", b"xref\n0 99999999")
    yield "after.pdf", sound() + b"\x00" * 1_000_000
    yield "before.pdf", b"X" * 900 + sound()
    yield "title.pdf", pdf_bytes(PROSE.strip(), Title="t" * 100_000, CreationDate="D:99999999")
    for number in range(8):
        yield f"half-{number}.pdf", sound()[: len(sound()) * number // 8 + 8]
