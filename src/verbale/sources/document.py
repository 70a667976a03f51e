"""From what a reader found to a :class:`~verbale.model.Document`: one place for text, identity, date and language."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

import msgspec

from verbale.model import Document
from verbale.settings import Settings
from verbale.sources.address import canonical
from verbale.sources.dates import to_edtf
from verbale.sources.english import plainly_english
from verbale.sources.raw import Raw
from verbale.sources.reasons import unreadable

MIN_LETTERS = 80  #: below this, telling the language is a guess
# What is not seen but would part a name: soft hyphens, zero-width spaces, marks of order, controls. ZWNJ and ZWJ are letters' own.
INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff]")
SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f]")
LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
SURROGATES = re.compile(r"[\ud800-\udfff]")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader found in one document, as it stands there.

    ``given`` is the id that the input itself gives; ``source`` a lasting name of another kind (a mail's Message-ID), used for
    identity where there is no address; ``part`` tells several documents of one file apart (a row, a number in a mailbox).
    """

    text: str
    format: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_method: str | None = None
    url: str | None = None
    language: str | None = None
    given: str | None = None
    source: str | None = None
    part: int | None = None


def clean(text: str) -> str:
    """NFC text with one kind of line end and space, and without characters that nobody sees."""
    text = SPACES.sub(" ", INVISIBLE.sub("", LINE_ENDS.sub("\n", text)))
    return unicodedata.normalize("NFC", SURROGATES.sub("\ufffd", text))


def joined(blocks: Iterable[str]) -> str:
    """Paragraphs as one text, as every reader that lays text out itself writes it.

    One line a paragraph, an empty line between them; list items (``- ``) stand under their lead-in without one.
    """
    return "\n\n".join(blocks).replace("\n\n- ", "\n- ") + "\n"


def with_headline(title: str | None, text: str) -> str:
    """The text as a reader of the page sees it: below its headline, unless it begins with that already."""
    headline = " ".join((title or "").split())
    if not headline or " ".join(text[: 2 * len(title or "") + 50].split()).casefold().startswith(headline.casefold()):
        return text
    return f"{headline}\n\n{text}"


def build(draft: Draft, raw: Raw, settings: Settings) -> Document:
    """The document of a draft.

    The id is a hash of the address, else of the given id, else of the reader's lasting name, else of file name and text: the same
    wherever the file lies. A changed page keeps its id and gets a new ``sha256``.

    Raises:
        UnreadableError: ``empty`` below ``min_text_chars``, ``too large`` beyond ``max_text_chars``.
    """
    text = clean(draft.text)
    check_length(text, settings)
    digest = hashlib.sha256(text.encode()).hexdigest()
    url = canonical(draft.url) or canonical(raw.base)
    published = to_edtf(draft.published)
    return Document(
        id=_identity(url, draft, raw, digest),
        sha256=digest,
        text=text,
        key=_key(draft, raw),
        path=raw.name,
        url=url,
        title=_line(draft.title),
        publisher=_line(draft.publisher),
        published=published,
        published_method=draft.published_method if published else None,
        language=language_of(text, draft.language),
        format=draft.format,
    )


def check_length(text: str, settings: Settings) -> None:
    """Refuse a text that is none, or too much.

    Raises:
        UnreadableError: ``empty`` below ``min_text_chars``, ``too large`` beyond ``max_text_chars``.
    """
    if len(text.strip()) < settings.min_text_chars:
        raise unreadable("empty")
    if len(text) > settings.max_text_chars:
        size = f"{len(text):,} characters, the limit is {settings.max_text_chars:,}"
        raise unreadable("too large", size, setting="max_text_chars")


def _identity(url: str | None, draft: Draft, raw: Raw, digest: str) -> str:
    named = (("url", url), ("id", draft.given), ("source", draft.source), ("file", f"{raw.file_name}\n{digest}"))
    kind, value = next((kind, value) for kind, value in named if value)
    return hashlib.sha256(f"{kind}:{clean(value)}".encode()).hexdigest()[:20]


def _key(draft: Draft, raw: Raw) -> str | None:
    if draft.given:
        return _line(draft.given)
    return f"{raw.stem}-{draft.part}" if raw.stem and draft.part is not None else raw.stem


def _line(words: str | None) -> str | None:
    return " ".join(clean(words).split()) or None if words else None


def language_of(text: str, given: str | None = None) -> str | None:
    """The language's two-letter code, by py3langid; of a short text what was ``given``, or ``None``."""
    if sum(map(str.isalpha, text[:2000])) < MIN_LETTERS:
        code = (given or "").replace("_", "-").split("-")[0].strip().lower()
        return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else None
    # The first pages tell; a book would take as long as it is.
    if plainly_english(text[:5000]):
        return "en"
    language: str = _classifier().classify(text[:5000])[0]
    return language


@functools.cache
def _classifier() -> Any:
    import py3langid

    return py3langid
