"""What a process had in hand when it died: so that the document that kills whoever codes it is found, and costs itself only."""

from __future__ import annotations

import os
import socket
from collections import Counter
from pathlib import Path

DEATHS = 3
"""A document that was in hand, alone, at so many deaths is set aside. Fewer may be chance: somebody ended the process."""
_BEGIN = b"begin"
_NOTHING = b"-\n"


def journal_of(folder: Path, number: int) -> Path:
    """Where the journal of a shard stands."""
    return folder / f".part-{number:05d}.journal"


def excuse(path: Path) -> None:
    """Note that whoever was at work was ended on purpose: no document's fault. Nothing where the shard is done."""
    if path.exists():
        with path.open("ab", buffering=0) as file:
            file.write(_NOTHING)


class Journal:
    """The journal of a shard. It is there as long as the shard is not done."""

    def __init__(self, path: Path) -> None:
        """Read what earlier attempts left, and note that another begins."""
        self._path = path
        attempts = path.read_bytes().split(_BEGIN)[1:] if path.exists() else []
        self.careful = bool(attempts)
        # the first attempt codes many documents at a time, so what it had in hand tells little
        last = (attempt.split()[-1] for attempt in attempts[1:] if attempt.split() and not _alive(attempt.split()[0]))
        self._deaths = Counter(int(number) for number in last if number.isdigit())
        self._file = path.open("ab", buffering=0)
        self._file.write(_BEGIN + b" %s\n" % _whose(os.getpid()))

    def deadly(self, number: int) -> bool:
        """Whether the document with that number has to be passed over."""
        return self._deaths[number] >= DEATHS

    def take(self, number: int) -> None:
        """Note that the document with that number, and what is coded with it, is in hand."""
        self._file.write(b"%d\n" % number)

    def drop(self) -> None:
        """Note that nothing is in hand: a death from now on is no document's fault."""
        self._file.write(_NOTHING)

    def end(self) -> None:
        """The shard is done."""
        self._file.close()
        self._path.unlink(missing_ok=True)


def _whose(process: int) -> bytes:
    return f"{process}@{socket.gethostname()}".encode()


def _alive(whose: bytes) -> bool:
    """Whether the process of an attempt is still at work on this machine: who ran it was ended, and it goes on alone."""
    process = whose.partition(b"@")[0]
    if not process.isdigit() or whose != _whose(int(process)):
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
