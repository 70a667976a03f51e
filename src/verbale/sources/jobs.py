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

    Parts of a collection up to ``after`` are passed over: they were read, or ended the process that read them.
    """

    path: bytes = b""
    name: str = ""
    data: bytes | None = None
    base: str | None = None
    after: int = 0


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """One answer: a document, or what could not be read; or that the reading of a ``part`` begins; or that all is done."""

    document: Document | None = None
    aside: SetAside | None = None
    part: int | None = None
    done: bool = False
