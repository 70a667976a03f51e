"""What is said between the process that supervises reading and the one that reads."""

from __future__ import annotations

import msgspec

from verbale.model import Document, SetAside
from verbale.settings import Settings


class Order(msgspec.Struct, frozen=True):
    """The first message: under which limits everything is read."""

    settings: Settings


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One input: a file by its ``path`` in the system's own bytes, or ``data`` that is at hand under its ``name``.

    With ``links``, what a feed or a sitemap points at is told, and not what it says itself. Parts of a collection
    up to ``after`` are passed over: they were read, or ended the process that read them.
    """

    path: bytes = b""
    name: str = ""
    data: bytes | None = None
    base: str | None = None
    after: int = 0
    links: bool = False


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed or a sitemap points at."""

    url: str
    title: str | None = None
    published: str | None = None


class Wanted(msgspec.Struct, frozen=True):
    """The reply to a question of the process that reads."""

    yes: bool


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """One answer: a document, or what could not be read; or that the reading of a ``part`` begins; or that all is done.

    ``asks`` is the plain text of a page: whether it is wanted is to be said by a :class:`Wanted`.
    """

    document: Document | None = None
    aside: SetAside | None = None
    part: int | None = None
    asks: str | None = None
    link: Link | None = None
    done: bool = False
