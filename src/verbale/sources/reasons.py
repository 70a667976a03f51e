"""Why an input is set aside: each reason's stable code with what is said of it and what to do next.

The codes are a promise: scripts may branch on them. The words may change.
"""

from __future__ import annotations

from verbale.errors import UnreadableError
from verbale.model import SetAside
from verbale.settings import Settings

REASONS: dict[str, tuple[str, str]] = {
    "empty": ("it holds no text", "check that the file was saved or downloaded in full"),
    "encrypted": ("it is locked with a password", "save a copy without the password and read that"),
    "truncated": ("its end is missing: {detail}", "download or copy it again, in full"),
    "encoding": ("its characters cannot be told: {detail}", "save it as UTF-8 and read that"),
    "not what its name says": (
        "its name says {detail}, its content does not",
        "give it the ending of what it really is, or get it again",
    ),
    "too large": ("it is too large: {detail}", "split it, or raise {setting} in verbale.toml"),
    "line too long": (
        "one line is longer than {detail} MB, which no prose is",
        "check what it is; or raise max_line_mb in verbale.toml",
    ),
    "too slow": ("reading it took longer than {detail} seconds", "split it, or raise read_timeout_s in verbale.toml"),
    "too much memory": (
        "reading it took more than {detail} MB of memory",
        "split it, or raise read_memory_mb in verbale.toml",
    ),
    "reader died": (
        "the process that read it ended with {detail}",
        "the other documents were read; the file may be damaged: if it opens elsewhere, please report this",
    ),
    "permission": ("the system does not allow reading it", "give yourself the right to read it, or run as who has it"),
    "missing": ("there is no such file or folder", "check the spelling; quote globs that the program should expand"),
    "not a file": ("it is neither a file nor a folder", "give a file, a folder, a glob, an address or - for standard input"),
    "leads outside": ("it is a link out of the folder, to {detail}", "name that file itself, if it is meant"),
    "not installed": ("what reads this format is not installed", "install it with: pip install verbale[{setting}]"),
    "empty folder": ("the folder holds no files that are not hidden", "name the files themselves, or another folder"),
    "unknown format": ("no reader knows this format", "save it as text, HTML, PDF, DOCX, EML, JSON Lines or CSV"),
    "no text": ("it holds no text, only {detail}", "run text recognition on it first, or find a text version"),
    "no text column": (
        "its first row names no column 'text'",
        "name the columns in the first row: id, text, title, url, publisher, published",
    ),
    "bad row": ("{detail}", "mend that row; the other rows were read"),
    "reader failed": (
        "the reader of this format failed: {detail}",
        "the file may be damaged; if it opens elsewhere, please report this",
    ),
    "refused address": ("the address is refused: {detail}", "save the page and read the file instead"),
    "unreachable": ("the address did not answer as it should: {detail}", "try again later, or save the page and read the file"),
}


def unreadable(reason: str, detail: object = "", *, setting: str = "") -> UnreadableError:
    """The error of a reason in :data:`REASONS`, with its message and hint filled in.

    Args:
        reason: One of the codes.
        detail: What the message names, where it names something.
        setting: The setting that would have to be raised (``too large`` only).
    """
    message, hint = REASONS[reason]
    return UnreadableError(reason, message.format(detail=detail), hint.format(setting=setting))


def set_aside(path: str, error: UnreadableError, part: int | None = None) -> SetAside:
    """The record of an input, or of its row or part ``part``, that could not be read."""
    where = path if part is None else f"{path}:{part}"
    return SetAside(path=where, reason=error.reason, message=error.message, hint=error.hint)


def failed(path: str, error: Exception, settings: Settings, part: int | None = None) -> SetAside:
    """The record of an input, or of its part, whose reading failed in any way."""
    if isinstance(error, PermissionError):
        error = unreadable("permission")
    if isinstance(error, MemoryError):
        error = unreadable("too much memory", settings.read_memory_mb)
    if not isinstance(error, UnreadableError):
        error = unreadable("reader failed", type(error).__name__)
    return set_aside(path, error, part)
