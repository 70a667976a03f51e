"""What is to be published, and what must not be."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

import msgspec

from verbale.errors import UsageError


def _random() -> str:
    return secrets.token_hex(6)


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants to publish.

    ``machine_read`` lets acts through that nobody reviewed, each marked; ``until`` is the last day of an act that may be told
    (an embargo on all later ones); ``fewest`` is the number of acts below which a cell or a combination counts as small;
    ``takedown`` holds ids of events, engagements or documents, and names, that must not appear; ``language`` is that of the pages.
    ``maker`` gives the random ids.
    """

    machine_read: bool = False
    until: str = ""
    fewest: int = 5
    takedown: tuple[str, ...] = ()
    notice: str = ""
    language: str = "en"
    maker: Callable[[], str] = _random


def takedowns(path: Path) -> tuple[str, ...]:
    """The ids and names in a file, one a line; lines that begin with ``#`` say why.

    Raises:
        UsageError: It cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read", "write an id or a name on each line") from error
    return tuple(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#"))
