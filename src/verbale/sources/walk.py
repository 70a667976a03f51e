"""From what a user names (files, folders, globs) to the files meant, in an order that no file system changes."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from verbale.sources.raw import STDIN

ADDRESSES = ("http://", "https://")


def is_address(path: str) -> bool:
    """Whether the path is a web address."""
    return path.lower().startswith(ADDRESSES)


def files(paths: Iterable[str]) -> Iterator[str]:
    """The files that ``paths`` name, each once: folders in full (sorted, without hidden files), globs expanded.

    What does not exist, and a folder without files, is yielded as it was given, so that it is named and not passed over.
    """
    seen: set[str] = set()
    for given in paths:
        for path in _meant(given):
            place = path if path == STDIN or is_address(path) else os.path.realpath(path)
            if place not in seen:
                seen.add(place)
                yield path


def _meant(given: str) -> Iterator[str]:
    if given == STDIN or is_address(given):
        yield given
    elif Path(given).is_dir():
        yield from _folder(given)
    elif glob.has_magic(given) and not Path(given).exists():
        yield from _glob(given)
    else:
        yield given


def _folder(given: str) -> Iterator[str]:
    found: list[str] = []

    def refused(error: OSError) -> None:
        # A folder that may not be listed is named like a file that may not be read.
        found.append(str(error.filename))

    for folder, folders, names in os.walk(given, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [str(Path(folder, name)) for name in names if not name.startswith(".")]
    yield from sorted(found, key=lambda path: Path(path).parts) or [given]


def _glob(given: str) -> Iterator[str]:
    found = False
    for path in sorted(glob.glob(given, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute patterns
        found = True
        if Path(path).is_file():
            yield path
        elif "**" not in given:
            yield from _folder(path)
    if not found:
        yield given
