"""What happens while a verb runs for long, for whoever keeps it running: a JSON object a line, of numbers and words of our own.

No words of a document get here, and no names, paths or pages' addresses: which document it was, stderr and the record say.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

from verbale.errors import UsageError

_LOG = logging.getLogger("verbale")
# else Python itself would print what goes wrong where nobody wants a log
_LOG.addHandler(logging.NullHandler())


class Lines(logging.Formatter):
    """One JSON object a line: when, how grave, what, which process, and what was told of it, which can change none of these."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = getattr(record, "told", {})
        own = {"at": at, "level": record.levelname.lower(), "what": record.getMessage(), "process": record.process}
        return json.dumps(own | told | own)


def begin(where: str) -> None:
    """Log from now on, in the place of where that was done before.

    Args:
        where: A file, which is added to; ``-`` for stderr; nowhere where it is empty.

    Raises:
        UsageError: The file cannot be written.
    """
    for handler in [each for each in _LOG.handlers if isinstance(each.formatter, Lines)]:
        _LOG.removeHandler(handler)
        handler.close()
    if not where:
        _LOG.setLevel(logging.NOTSET)
        return
    try:
        made = logging.StreamHandler() if where == "-" else logging.FileHandler(where, encoding="utf-8")
    except OSError as error:
        hint = "name another file in the setting log, or - for stderr"
        raise UsageError(f"the log {where} cannot be written: {error.strerror}", hint) from error
    made.setFormatter(Lines())
    _LOG.addHandler(made)
    _LOG.setLevel(logging.INFO)


def note(what: str, /, **told: float | str | None) -> None:
    """Log that something happened, with figures, ids, and codes that are this program's own."""
    _LOG.info(what, extra={"told": told})


def warn(what: str, /, **told: float | str | None) -> None:
    """Log something that went wrong, as :func:`note` does."""
    _LOG.warning(what, extra={"told": told})
