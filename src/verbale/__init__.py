"""Verbale reads public reporting on diplomacy and keeps the minutes: who engages whom, in what setting, on what terms.

    >>> import verbale
    >>> for coded in verbale.code(verbale.read(["pages/"]), case="afghanistan"):
    ...     print(coded)

Importing this takes no time to speak of: what a name needs is loaded when the name is first used.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verbale.errors import VerbaleError
    from verbale.model import (
        Attribution,
        Basis,
        Candidate,
        Claim,
        Coded,
        Conflict,
        Document,
        DocumentRef,
        Engagement,
        Event,
        Evidence,
        InstrumentUse,
        Mention,
        Naming,
        Participant,
        Review,
        Said,
        SetAside,
        Span,
    )
    from verbale.record import Record, open_record
    from verbale.settings import Settings

_HOMES = {
    "Record": "verbale.record",
    "Settings": "verbale.settings",
    "VerbaleError": "verbale.errors",
    "open_record": "verbale.record",
}


def read(paths: str | Iterable[str], settings: Settings | None = None) -> Iterator[Document | SetAside]:
    """The documents of files, folders, globs, addresses and ``-``, and what of them could not be read.

    Args:
        paths: One path or several.
        settings: The limits; the defaults where none are given.
    """
    from verbale.settings import Settings
    from verbale.sources import read as read_sources

    yield from read_sources([paths] if isinstance(paths, str) else paths, settings or Settings())


def code(
    documents: Iterable[Document | SetAside], case: str = "none", settings: Settings | None = None, workers: int | None = None
) -> Iterator[Coded | SetAside]:
    """What each document tells, in the order given; what was set aside before, or fails here, is passed on set aside.

    Args:
        documents: What :func:`read` yields.
        case: The case pack that is in force, or ``none``.
        settings: The limits; the defaults where none are given.
        workers: How many processes code; the settings' number where none is given.
    """
    from verbale.engines import code_documents
    from verbale.settings import Settings

    yield from code_documents(documents, case, settings or Settings(), workers)


def __getattr__(name: str) -> Any:
    """Load a name of ``__all__`` when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES.get(name, "verbale.model")), name)


def __dir__() -> list[str]:
    """The public names."""
    return list(__all__)


__all__ = [
    "Attribution",
    "Basis",
    "Candidate",
    "Claim",
    "Coded",
    "Conflict",
    "Document",
    "DocumentRef",
    "Engagement",
    "Event",
    "Evidence",
    "InstrumentUse",
    "Mention",
    "Naming",
    "Participant",
    "Record",
    "Review",
    "Said",
    "SetAside",
    "Settings",
    "Span",
    "VerbaleError",
    "code",
    "open_record",
    "read",
]
