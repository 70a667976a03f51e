"""What can go wrong, and whether trying again may help.

    VerbaleError
    |-- Terminal                 trying again changes nothing
    |   |-- UsageError           exit 2: the command cannot be carried out as given
    |   `-- DataError            exit 3: an input or a record is not what it should be
    |       |-- UnreadableError  one document; it is set aside and the rest goes on
    |       `-- RecordError      the record is missing, foreign or damaged
    `-- Transient                exit 4: a lock, a full disk, a slow server; try again

Every error says what happened, why, and what to do next (``hint``). Constructor data are attributes.
"""

from __future__ import annotations


class VerbaleError(Exception):
    """Base of all errors that this program raises on purpose."""

    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep what happened and what to do next."""
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """The message, then the hint on a line of its own."""
        return f"{self.message}\n\nhint: {self.hint}" if self.hint else self.message


class Terminal(VerbaleError):  # noqa: N818 - a branch of the tree, named like its twin
    """Trying again changes nothing."""


class Transient(VerbaleError):  # noqa: N818 - as above
    """Trying again may help."""

    exit_code = 4


class UsageError(Terminal):
    """The command cannot be carried out as it was given."""

    exit_code = 2


class DataError(Terminal):
    """An input, a pack or a record is not what it should be."""


class UnreadableError(DataError):
    """One document that cannot be read; ``reason`` is a short stable code (empty, encrypted, truncated, ...)."""

    def __init__(self, reason: str, message: str, hint: str = "") -> None:
        """Keep the reason's code beside the words."""
        super().__init__(message, hint)
        self.args = (reason, message, hint)
        self.reason = reason


class RecordError(DataError):
    """The record is missing, foreign, newer than this program, or damaged."""
