"""An input before it is read: its name, its first bytes, and a way to the rest."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from verbale.settings import Settings
from verbale.sources.reasons import unreadable

HEAD = 1 << 16  #: how many bytes readers see when they bid
STDIN = "-"


def _always(_: object) -> bool:
    return True


@dataclass(frozen=True)
class Raw:
    """Bytes with a name. Collections stream them through ``open``; single documents take ``whole``."""

    name: str
    size: int
    open: Callable[[], BinaryIO]
    base: str | None = None  #: the address it was fetched from, if it was
    begin: Callable[[int], bool] = _always  #: a collection asks, before it reads a part that costs something, whether it may
    wanted: Callable[[str], bool] = _always  #: an archive asks, by a page's plain text, whether the page is worth taking apart

    @cached_property
    def head(self) -> bytes:
        """The first 64 KB."""
        with self.open() as stream:
            return stream.read(HEAD)

    @property
    def file_name(self) -> str:
        """The name without its folders, NFC, as file systems differ in how they write it."""
        return unicodedata.normalize("NFC", PurePosixPath(self.name.replace("\\", "/")).name)

    @property
    def suffix(self) -> str:
        """The name's ending without the dot, lower case; empty where there is none."""
        return PurePosixPath(self.file_name).suffix.lower().removeprefix(".")

    @property
    def stem(self) -> str | None:
        """The file's name without its ending; ``None`` for what has no file name."""
        return None if self.name == STDIN or self.base else PurePosixPath(self.file_name).stem or None

    def whole(self, settings: Settings) -> bytes:
        """All bytes of what is to be one document.

        Raises:
            UnreadableError: ``too large`` beyond ``max_document_mb``.
        """
        if self.size > settings.max_document_mb * 1_000_000:
            size = f"{self.size / 1e6:.0f} MB, the limit is {settings.max_document_mb} MB"
            raise unreadable("too large", size, setting="max_document_mb")
        with self.open() as stream:
            return stream.read()


def printable(path: str) -> str:
    """A path as text that can be printed and stored: bytes that are no UTF-8 become replacement characters."""
    return os.fsencode(path).decode("utf-8", "replace")


def of_bytes(name: str, data: bytes, base: str | None = None) -> Raw:
    """Bytes that are already in memory, under the name by which they are to be known."""
    return Raw(name, len(data), lambda: io.BytesIO(data), base)


def of_file(path: str) -> Raw:
    """A file on disk.

    Raises:
        UnreadableError: ``missing``, ``empty folder`` or ``not a file`` (a device, a pipe).
        OSError: The system does not let it be looked at.
    """
    file = Path(path)
    if file.is_dir():
        os.scandir(file).close()
        raise unreadable("empty folder")
    if not file.exists():
        raise unreadable("missing")
    if not file.is_file():
        raise unreadable("not a file")
    return Raw(printable(path), file.stat().st_size, lambda: file.open("rb"))


def of_stdin() -> Raw:
    """Standard input, which is held in memory as it can be read only once."""
    return of_bytes(STDIN, sys.stdin.buffer.read())
