"""Inputs to documents: files, folders, globs, addresses and standard input; what cannot be read is set aside with its reason.

Every input yields something, a :class:`~verbale.model.Document` or a :class:`~verbale.model.SetAside`: nothing is lost silently,
and no bytes whatever raise.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from verbale.errors import UnreadableError
from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources.document import Draft, build
from verbale.sources.jobs import Job
from verbale.sources.raw import STDIN, Raw, of_file, of_stdin, printable
from verbale.sources.readers import choose
from verbale.sources.reasons import REASONS, failed, set_aside, unreadable
from verbale.sources.supervise import Supervisor
from verbale.sources.walk import files, is_address

__all__ = ["REASONS", "read", "read_one", "read_raw"]


def read(paths: Iterable[str], settings: Settings, wanted: Callable[[str], bool] | None = None) -> Iterator[Document | SetAside]:
    """All documents of the given files, folders (in full, sorted, hidden files skipped), globs, addresses and ``-``.

    A file that is named twice is read once. Everything is read in a process of its own, which can be ended.

    Args:
        paths: What to read.
        settings: The limits.
        wanted: Tells by a page's plain text whether it is worth taking out of a web archive; every page is, where it is left out.
    """
    with Supervisor(settings, wanted) as supervisor:
        for path in files(paths):
            if isinstance(path, SetAside):
                yield path
                continue
            try:
                job = _job(path, settings)
            except Exception as error:  # whatever it is, it costs this input only
                yield failed(printable(path), error, settings)
            else:
                yield from supervisor.read(job, printable(path))


def read_one(path: str, settings: Settings) -> list[Document | SetAside]:
    """The documents of one file, address or ``-``, read right here: for files of one's own."""
    return list(_read(path, settings))


def read_raw(raw: Raw, settings: Settings) -> Iterator[Document | SetAside]:
    """The documents of an input that is at hand, read by the best bidder."""
    try:
        yield from _documents(raw, settings)
    except Exception as error:  # a reader may fail in any way on hostile bytes; the rest must go on
        yield failed(raw.name, error, settings)


def _read(path: str, settings: Settings) -> Iterator[Document | SetAside]:
    try:
        raw = _raw(path, settings)
    except Exception as error:  # as above: whatever it is, it costs this input only
        yield failed(printable(path), error, settings)
    else:
        yield from read_raw(raw, settings)


def _raw(path: str, settings: Settings) -> Raw:
    if path == STDIN:
        return of_stdin()
    if is_address(path):
        # http and ssl take a while to import and files never need them.
        from verbale.sources.fetch import fetch

        return fetch(path, settings)
    return of_file(path)


def _job(path: str, settings: Settings) -> Job:
    """What the child is to read: a file by its name, all else as bytes, as it reaches neither the net nor our standard input."""
    if path != STDIN and not is_address(path):
        return Job(path=os.fsencode(path))
    raw = _raw(path, settings)
    return Job(name=raw.name, data=raw.open().read(), base=raw.base)


def _documents(raw: Raw, settings: Settings) -> Iterator[Document | SetAside]:
    if not raw.head.strip():
        raise unreadable("empty")
    found = False
    for item in choose(raw).read(raw, settings):
        found = True
        yield item if isinstance(item, SetAside) else _built(item, raw, settings)
    if not found:
        raise unreadable("empty")


def _built(draft: Draft, raw: Raw, settings: Settings) -> Document | SetAside:
    try:
        return build(draft, raw, settings)
    except UnreadableError as error:
        return set_aside(raw.name, error, draft.part)
