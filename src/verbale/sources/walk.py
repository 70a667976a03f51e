"""From what a user names (files, folders, globs) to the files meant, in an order that no file system changes."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from verbale.model import SetAside
from verbale.sources.raw import STDIN, printable
from verbale.sources.reasons import set_aside, unreadable

ADDRESSES = ("http://", "https://")


def is_address(path: str) -> bool:
    """Whether the path is a web address."""
    return path.lower().startswith(ADDRESSES)


def files(paths: Iterable[str]) -> Iterator[str | SetAside]:
    """The files that ``paths`` name, each once: folders in full (sorted, without hidden files), globs expanded.

    What does not exist, and a folder without files, is yielded as it was given, so that it is named and not passed over. A link in
    a folder that leads out of it is set aside: a folder from elsewhere must not make anybody's own files part of it.
    """
    seen: set[str] = set()
    for given in paths:
        for path in _meant(given):
            if isinstance(path, SetAside):
                yield path
                continue
            place = path if path == STDIN or is_address(path) else os.path.realpath(path)
            if place not in seen:
                seen.add(place)
                yield path


def _meant(given: str) -> Iterator[str | SetAside]:
    if given == STDIN or is_address(given):
        yield given
    elif Path(given).is_dir():
        yield from _folder(given)
    elif glob.has_magic(given) and not Path(given).exists():
        yield from _glob(given)
    else:
        yield given


def _folder(given: str) -> Iterator[str | SetAside]:
    found: list[str] = []

    def refused(error: OSError) -> None:
        # A folder that may not be listed is named like a file that may not be read.
        found.append(str(error.filename))

    for folder, folders, names in os.walk(given, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [str(Path(folder, name)) for name in names if not name.startswith(".")]
    home = os.path.realpath(given)
    for path in sorted(found, key=lambda path: Path(path).parts) or [given]:
        yield _outside(path, home) or path


def _outside(path: str, home: str) -> SetAside | None:
    """Why a link is not followed, if it leads out of the folder that was named."""
    if not Path(path).is_symlink() or not Path(path).exists():
        return None
    target = os.path.realpath(path)
    inside = os.path.commonpath([home, target]) == home
    return None if inside else set_aside(printable(path), unreadable("leads outside", printable(target)))


def _glob(given: str) -> Iterator[str | SetAside]:
    found = False
    for path in sorted(glob.glob(given, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute patterns
        found = True
        if Path(path).is_file():
            yield path
        elif "**" not in given:
            yield from _folder(path)
    if not found:
        yield given
