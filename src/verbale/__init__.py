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
    from verbale.engagements import Count, Engaged
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
    "Count": "verbale.engagements",
    "Engaged": "verbale.engagements",
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


def match(coded: Iterable[Coded | SetAside]) -> tuple[Engaged, ...]:
    """The engagements that readings tell of, each act once however many documents report it, the first reported first.

    Args:
        coded: What :func:`code` yields, in any order.
    """
    from verbale.engagements import engagements
    from verbale.model import Coded

    read_ = [each for each in coded if isinstance(each, Coded)]
    return engagements((event for each in read_ for event in each.events), (each.document for each in read_))


def count(found: Iterable[Engaged], rule: str = "", case: str = "none", kind: str | None = "CONSULT") -> Count:
    """How many engagements there are by a rule of counting, and how many for each party from outside.

    Args:
        found: What :func:`match` gives.
        rule: Words of a rule: a unit (``reports``, ``events``, ``engagements``, ``dyads``) and switches, such as ``strict,pairs``.
        case: The case pack whose country's parties are at home, or ``none``.
        kind: The type of act; ``None`` for all.
    """
    from verbale.catalogue import tables
    from verbale.engagements import count as counted
    from verbale.engagements import rule as parsed

    return counted(found, parsed(rule), tables.pack_of(case).get("country"), kind)


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
    "Count",
    "Document",
    "DocumentRef",
    "Engaged",
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
    "count",
    "match",
    "open_record",
    "read",
]
