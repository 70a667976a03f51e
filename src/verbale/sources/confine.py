"""What a process that reads foreign files may not do: use much memory or many files, leave a file, reach the net, start programs.

As much of it as the system offers; :func:`offline` says whether the net could be taken away by the kernel too, and not only by the
interpreter.
"""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from verbale.settings import Settings

OPEN_FILES = 64  #: a reader has its file, its pipes and the libraries' own data open, and no more
SCRATCH_MB = 256  #: libraries unpack data of their own into files without a name
GRACE_S = 5  #: how much more processor time than ``read_timeout_s`` a document may have: whoever supervises comes first
_NEWUSER, _NEWNET = 0x10000000, 0x40000000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.fork", "os.system", "os.remove", "os.rename", "os.rmdir", "os.mkdir",
    "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "shutil.move", "shutil.rmtree", "pty.", "ftplib.", "smtplib.",
)  # fmt: skip


def confine(settings: Settings) -> None:
    """Give up what this process will not need, for good."""
    sys.dont_write_bytecode = True
    offline()
    limit("RLIMIT_AS", settings.read_memory_mb << 20)
    limit("RLIMIT_NOFILE", OPEN_FILES)
    limit("RLIMIT_FSIZE", SCRATCH_MB << 20)
    limit("RLIMIT_CORE", 0)
    tempfile.gettempdir()  # found by trying to write, which from now on is refused
    sys.addaudithook(_refuse)


def offline() -> bool:
    """Move this process where there is no net; false where the system does not let it."""
    if not sys.platform.startswith("linux"):
        return False
    unshare = ctypes.CDLL(None).unshare
    # an administrator may leave the net as such, others only together with the list of users
    return any(unshare(flags) == 0 for flags in (_NEWNET, _NEWUSER | _NEWNET))


def grant(seconds: int) -> None:
    """Allow so much more processor time; beyond it the system ends the process, also where nobody supervises it any more."""
    used = os.times()
    limit("RLIMIT_CPU", int(used.user + used.system) + seconds + GRACE_S, soft_only=True)


def limit(name: str, value: int, *, soft_only: bool = False) -> None:
    """Set one of the system's limits, if it has it; never above what is in force."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    kind = getattr(resource, name)
    hard = resource.getrlimit(kind)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, hard if soft_only else value))


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    """Stop what a reader has no business with, whichever library asks for it."""
    if event == "open":
        path, _, flags = args
        refused = isinstance(flags, int) and bool(flags & _WRITING) and not _leaves_nothing(path)
    else:
        refused = event.startswith(_REFUSED)
    if refused:
        raise PermissionError(f"a reader may not do this: {event}")


def _leaves_nothing(path: object) -> bool:
    """Whether what is written there is gone when this process is: a folder can be opened for a file without a name only."""
    return path == os.devnull or (isinstance(path, str | bytes) and Path(os.fsdecode(path)).is_dir())
