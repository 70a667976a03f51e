"""What every answer is made from: the engagements of a record, what was read for them, and out of what it was drawn."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from verbale.analysis.auditing import audits as audited
from verbale.analysis.entries import Entry, entries, plain
from verbale.analysis.sampling import Frame, load_frame
from verbale.analysis.scorecard import load_audits
from verbale.analysis.stats.reading import Audit
from verbale.catalogue import tables
from verbale.engagements.engaged import Engaged
from verbale.engagements.rules import rules
from verbale.model import Mention
from verbale.record import Kept, Record, Source

_T = TypeVar("_T")


class Minutes(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The engagements as entries, the documents that were read, the case, its country, and what is known of the reading.

    ``frame`` is ``None`` where nobody stated one. ``audits`` holds what is known of the coder's error, by side: ``all``,
    ``authority``, ``others``; empty where nothing is, and where less sure readings are left out: it is known of the whole alone.
    """

    entries: tuple[Entry, ...]
    sources: tuple[Source, ...] = ()
    mentions: tuple[tuple[str, Mention], ...] = ()
    case: str = "none"
    country: str | None = None
    people: str = "others"
    frame: Frame | None = None
    audits: dict[str, Audit] = {}


def once(made: Callable[[Minutes], _T]) -> Callable[[Minutes], _T]:
    """Work something out once for the same minutes, whatever is asked of them."""
    name = f"{made.__module__}.{made.__qualname__}"

    @functools.wraps(made)
    def known(given: Minutes) -> _T:
        if name not in given.__dict__:
            given.__dict__[name] = made(given)
        found: _T = given.__dict__[name]
        return found

    return known


def minutes(
    engaged: Iterable[Engaged] | Kept,
    sources: Iterable[Source] = (),
    case: str = "none",
    frame: Frame | None = None,
    audits: Mapping[str, Audit] | None = None,
    mentions: Iterable[tuple[str, Mention]] = (),
    *,
    whole: bool = False,
) -> Minutes:
    """The minutes of engagements.

    Args:
        engaged: The engagements.
        sources: What was read for them.
        case: The case pack, or ``none``.
        frame: The sampling frame, where there is one.
        audits: What is known of the coder's error, by side.
        mentions: What documents hold outside events, each with its document's id.
        whole: With what a program read and no report tells plainly.
    """
    pack = tables.pack_of(case)
    country = pack.get("country")
    people = next(iter(pack.get("people", ())), "others of the country")
    every = entries(engaged, country)
    counted = every if whole else plain(every)
    return Minutes(
        entries=counted,
        sources=tuple(sources),
        mentions=tuple(mentions),
        case=case,
        country=country,
        people=people,
        frame=frame,
        audits=dict(audits or {}) if whole or all(each.sure for each in every) else {},
    )


def of_record(
    record: Record, case: str, frame: str | Path | None = None, scorecard: str | Path | None = None, *, whole: bool = False
) -> Minutes:
    """The minutes of a record.

    Args:
        record: The record.
        case: The case pack, or ``none``.
        frame: A file that states the sampling frame.
        scorecard: A file that says how well the coder reads; without one, what people found in documents drawn at random counts.
        whole: With what a program read and no report tells plainly; only then what is known of the coder's error enters.

    Raises:
        UsageError: A file states no frame, or no scorecard.
    """
    stated = load_frame(Path(frame)) if frame else None
    audits = load_audits(Path(scorecard)) if scorecard else audited(record)
    return minutes(
        record.kept(rules()) or _worked_out(record), record.sources(), case, stated, audits, record.mentions(), whole=whole
    )


def _worked_out(record: Record) -> Iterable[Engaged]:
    from verbale.engagements.standing import of_record as engagements_of

    return engagements_of(record)
