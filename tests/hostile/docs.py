"""Word documents that hurt: bombs, names that lead out, parts that lie, depth, entities."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from warnings import catch_warnings, simplefilter

from ..sources.make import docx_bytes
from .texts import PROSE

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def sound() -> bytes:
    """A document that is as it should be."""
    return docx_bytes(PROSE.strip(), PROSE.strip())


def changed(part: str, data: bytes, *more: tuple[str, bytes]) -> bytes:
    """A sound document with one part of other bytes, and parts besides."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new, catch_warnings():
        simplefilter("ignore")  # two parts of one name, which is meant
        for name in old.namelist():
            new.writestr(name, data if name == part else old.read(name))
        for name, extra in more:
            new.writestr(name, extra)
    return out.getvalue()


def body(inner: str, before: str = "") -> bytes:
    """A main part."""
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{SPACE}"><w:body>{inner}</w:body></w:document>'.encode()


def files() -> Iterator[tuple[str, bytes]]:
    """Names and bytes."""
    main, words = "word/document.xml", f"<w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p>"
    yield "bomb.docx", changed(main, body(words + "<w:p/>" * 300_000))
    yield "bomb-zeros.docx", changed("word/styles.xml", bytes(250_000_000))
    yield "keep-beside.docx", changed("", b"", ("word/media/big.bin", bytes(30_000_000)))
    yield (
        "keep-outside.docx",
        changed("", b"", ("../../../../tmp/verbale-was-here", b"x"), ("/etc/verbale-was-here", b"x"), ("C:\\x", b"x")),
    )
    yield "keep-many.docx", changed("", b"", *((f"word/media/{n}", b"") for n in range(5_000)))
    yield "twice.docx", changed("", b"", (main, body("<w:p><w:r><w:t>the second of the same name</w:t></w:r></w:p>")))
    yield "nested.docx", changed("", b"", ("word/inner.docx", sound()))
    yield "deep.docx", changed(main, body("<w:sdt>" * 100_000 + words + "</w:sdt>" * 100_000))
    yield "deep-runs.docx", changed(main, body("<w:p>" + "<w:r>" * 240 + "<w:t>x</w:t>" + "</w:r>" * 240 + "</w:p>" + words))
    laughs = '<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    yield "laughs.docx", changed(main, body("<w:p><w:r><w:t>&l11;</w:t></w:r></w:p>" + words, f"<!DOCTYPE d [{laughs}]>"))
    outside = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield "keep-entity.docx", changed(main, body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>" + words, outside))
    yield "no-xml.docx", changed(main, b"\x00" * 1000)
    yield "latin.docx", changed(main, body(words).replace(b'"1.0"', b'"1.0" encoding="x-none"'))
    yield "utf16.docx", changed(main, body(words).decode().encode("utf-16"))
    yield "dates.docx", changed("docProps/core.xml", b"<x>not what it should be</x>")
    yield "types.docx", changed("[Content_Types].xml", b"<Types/>")
    yield "relations.docx", changed("_rels/.rels", b"")
    yield "text.docx", changed(main, body(f"<w:p><w:r><w:t>{'word ' * 1_000_000}</w:t></w:r></w:p>"))
    yield "paragraphs.docx", changed(main, body("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 60_000))
    yield "cells.docx", changed(main, body("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 60_000 + "</w:tr></w:tbl>" + words))
    yield "macro.docx", changed("", b"", ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" * 100))
    yield from _lying()


def _lying() -> Iterator[tuple[str, bytes]]:
    whole = sound()
    at = whole.rindex(b"PK\x05\x06")
    yield "count.docx", whole[:at] + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 65535, 65535, 0xFFFFFFF0, 0, 0)
    entry = whole.index(b"PK\x01\x02")
    yield "sizes.docx", whole[: entry + 24] + struct.pack("<I", 0xFFFFFFFE) + whole[entry + 28 :]
    yield "small-sizes.docx", whole[: entry + 24] + struct.pack("<I", 1) + whole[entry + 28 :]
    yield "locked.docx", whole[: entry + 8] + b"\x01\x00" + whole[entry + 10 :]
    yield "method.docx", whole[: entry + 10] + b"\x63\x00" + whole[entry + 12 :]
    yield "old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000) + "EncryptedPackage".encode("utf-16-le")
    yield "only-end.docx", whole[at:]
    yield "before.docx", b"#!/bin/sh\n" * 100 + whole
