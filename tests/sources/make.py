"""Real files for these tests, made on the spot."""

from __future__ import annotations

import io
import sys
from email.message import EmailMessage
from pathlib import Path

import docx

from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources import read_raw
from verbale.sources.raw import of_bytes

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import make_demo_formats as tool  # noqa: E402, F401 - found only through the line above
from pdf_writer import pdf  # noqa: E402

SETTINGS = Settings()
TEXT = (
    "The envoy of Norway met the acting foreign minister in Kabul on Tuesday. They discussed the closure of schools "
    "and the work of women for humanitarian organisations, and agreed to meet again in the spring."
)
HEADERS = (
    b"From: Press Office <press@example.org>\nTo: all@example.org\nSubject: A meeting\nDate: Tue, 24 Jan 2023 10:00:00 +0100\n"
)
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Envoy in Kabul | Example News</title>
<meta property="og:title" content="Envoy in Kabul"><meta property="og:site_name" content="Example News">
<link rel="canonical" href="https://example.org/envoy?utm_source=feed#top">
<meta property="article:published_time" content="2023-01-24T10:00:00+01:00"></head>
<body><nav><a href="/">Home</a><a href="/n">News</a></nav><main><article><h1>Envoy in Kabul</h1>{body}</article></main>
<div class="related"><h3>Related News</h3><ul><li><a href="/x">Minister received ambassador of China</a></li></ul></div>
<footer><p>Subscribe to our newsletter</p></footer></body></html>"""


def one(name: str, data: bytes, settings: Settings = SETTINGS) -> Document | SetAside:
    """What the one document of these bytes is read as."""
    (found,) = many(name, data, settings)
    return found


def many(name: str, data: bytes, settings: Settings = SETTINGS) -> list[Document | SetAside]:
    """All that these bytes are read as."""
    return list(read_raw(of_bytes(name, data), settings))


def good(name: str, data: bytes, settings: Settings = SETTINGS) -> Document:
    """The one document of bytes that can be read."""
    found = one(name, data, settings)
    assert isinstance(found, Document), found
    return found


def reason(name: str, data: bytes, settings: Settings = SETTINGS) -> str:
    """Why these bytes cannot be read."""
    found = one(name, data, settings)
    assert isinstance(found, SetAside), found
    assert found.path.startswith(name)
    assert found.message and found.hint and "{" not in found.message + found.hint
    return found.reason


def page(body: str = f"<p>{TEXT}</p>") -> bytes:
    """A page with furniture around the body."""
    return PAGE.replace("{body}", body).encode()


def pdf_bytes(*paragraphs: str, **info: str) -> bytes:
    """A PDF of the paragraphs under the title "Envoy in Kabul"."""
    return pdf("Envoy in Kabul", paragraphs or (TEXT,), info)


def locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%b) /U (%b) >> /ID [(0123456789abcdef) (0123456789abcdef)] /Root" % (
        b"o" * 32,
        b"u" * 32,
    )
    return pdf_bytes().replace(b"/Root", lock)


def docx_bytes(*paragraphs: str, **core: object) -> bytes:
    """A Word document; paragraphs that begin with ``- `` are bullets."""
    made = docx.Document()
    for words in paragraphs or (TEXT,):
        made.add_paragraph(words.removeprefix("- "), style="List Bullet" if words.startswith("- ") else None)
    for name, value in core.items():
        setattr(made.core_properties, name, value)
    return saved(made)


def saved(made: object) -> bytes:
    """The bytes of a python-docx document."""
    out = io.BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def eml_bytes(body: str = TEXT, html: str | None = None, **headers: str) -> bytes:
    """A mail; underscores in the headers' names are hyphens."""
    mail = EmailMessage()
    told = {"From": "Press Office <press@example.org>", "To": "all@example.org", "Subject": "Envoy in Kabul", **headers}
    for name, value in told.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(body)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail.as_bytes()
