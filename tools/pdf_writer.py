"""A small PDF writer: paragraphs in Helvetica, with the file's own description of itself; the same input gives the same bytes.

For demonstration documents and tests only. It writes what WinAnsi (cp1252) can spell and refuses the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

# Widths of Helvetica for the characters from space to tilde, in thousandths of the size of type (Adobe's font metrics).
WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667,
    778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222,
    222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
PAGE = (595, 842)  #: A4 in points
MARGIN = 72
LEADING = 1.25
TITLE_SIZE, SIZE = 16, 11

Row = tuple[str, int, int]  # words, size of type, indent


def pdf(title: str, paragraphs: Sequence[str], info: Mapping[str, str], language: str = "en") -> bytes:
    """A PDF of a title and paragraphs; those that begin with ``- `` become bullets.

    Args:
        title: Set large on top.
        paragraphs: The text.
        info: Entries of the Info dictionary (Title, Author, Subject, CreationDate).
        language: The document's language code.

    Raises:
        UnicodeEncodeError: A character that WinAnsi has not.
    """
    pages = list(_pages([*_rows(title, TITLE_SIZE), None, *_body(paragraphs)]))
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /Lang ({language}) >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(pages):
        objects.append(_page(5 + 2 * number))
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    objects.append(b"<< " + b" ".join(b"/%b %b" % (name.encode(), _unicode(value)) for name, value in info.items()) + b" >>")
    return _file(objects)


def _body(paragraphs: Sequence[str]) -> Iterator[Row | None]:
    for paragraph in paragraphs:
        yield from _rows(paragraph.replace("- ", "• ", 1), SIZE, 14) if paragraph.startswith("- ") else _rows(paragraph, SIZE)
        yield None


def _rows(paragraph: str, size: int, indent: int = 0) -> Iterator[Row]:
    """The paragraph's lines, broken at spaces; all but the first are indented."""
    row, hang = "", 0
    for word in paragraph.split():
        longer = f"{row} {word}".strip()
        if row and hang + _width(longer, size) > PAGE[0] - 2 * MARGIN:
            yield row, size, hang
            row, hang = word, indent
        else:
            row = longer
    yield row, size, hang


def _width(words: str, size: int) -> float:
    return sum(WIDTHS[ord(c) - 32] if " " <= c <= "~" else 556 for c in words) * size / 1000


def _pages(rows: Sequence[Row | None]) -> Iterator[bytes]:
    """The content of each page; ``None`` among the rows is the space between paragraphs."""
    content: list[bytes] = []
    top = PAGE[1] - MARGIN
    for row in rows:
        if row is None:
            top -= round(SIZE * LEADING * 0.7)
            continue
        words, size, indent = row
        top -= round(size * LEADING)
        if top < MARGIN:
            yield b"\n".join(content)
            content, top = [], PAGE[1] - MARGIN - round(size * LEADING)
        content.append(b"BT /F1 %d Tf %d %d Td %b Tj ET" % (size, MARGIN + indent, top, _literal(words.encode("cp1252"))))
    yield b"\n".join(content)


def _page(content: int) -> bytes:
    box = f"/MediaBox [0 0 {PAGE[0]} {PAGE[1]}]"
    return f"<< /Type /Page /Parent 2 0 R {box} /Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>".encode()


def _literal(data: bytes) -> bytes:
    for special in (b"\\", b"(", b")", b"\r", b"\n"):
        data = data.replace(special, b"\\" + special)
    return b"(" + data + b")"


def _unicode(words: str) -> bytes:
    return _literal(words.encode("ascii") if words.isascii() else b"\xfe\xff" + words.encode("utf-16-be"))


def _file(objects: Sequence[bytes]) -> bytes:
    """The objects with their table; the last is the Info dictionary."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(objects), start)
    return bytes(out)
