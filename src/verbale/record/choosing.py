"""Which events are asked for, and how much there is: the record's questions, as SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypedDict

from sqlalchemy import ColumnElement, FromClause, Select, and_, func, or_, select

from verbale.errors import UsageError
from verbale.record.dates import days
from verbale.record.reading import SHOWN
from verbale.record.tables import (
    attachments,
    claims,
    decisions,
    documents,
    events,
    mentions,
    participants,
    runs,
    set_aside,
    versions,
)


class Filters(TypedDict, total=False):
    """What events to give; a filter that is left out, or ``None``, lets everything through."""

    case: str | None  #: coded under that case, and belonging to it
    complete: bool | None  #: with, or without, every party that the type requires
    party: str | None  #: in which the party takes part, in any role
    type: str | None  #: of that type
    since: str | None  #: whose date may fall on that day, month or year, or after it; no event without a date
    until: str | None  #: whose date may fall on that day, month or year, or before it; no event without a date
    document: str | None  #: that the document with that id reports
    reviewed: bool | None  #: that a person accepted, corrected or added; or that nobody did


_REVIEWED = func.coalesce(events.c.verdict, "").in_(("accepted", "corrected", "added"))

_CONDITIONS: dict[str, Callable[[Any], ColumnElement[bool]]] = {
    "case": lambda value: and_(events.c.in_case, events.c.run.in_(select(runs.c.id).where(runs.c.case == value))),
    "complete": lambda value: events.c.complete == value,
    "party": lambda value: events.c.number.in_(select(participants.c.event).where(participants.c.party == value)),
    "type": lambda value: events.c.type == value,
    "since": lambda value: events.c.last_day >= _bound(value)[0],
    "until": lambda value: events.c.first_day <= _bound(value)[1],
    "document": lambda value: events.c.document == value,
    "reviewed": lambda value: _REVIEWED if value else ~_REVIEWED,
}


def chosen(filters: Filters) -> Select[Any]:
    """The bodies and reviews of the chosen events of present versions, by document and in its order; none that was rejected.

    Raises:
        UsageError: A bound is no date.
    """
    conditions = [_CONDITIONS[name](value) for name, value in filters.items() if value is not None]
    return (
        present(select(events.c.body, events.c.review), events)
        .where(SHOWN, *conditions)
        .order_by(events.c.document, events.c.ordinal)
    )


def by_id() -> Select[Any]:
    """The ids, bodies and reviews of the events of present versions, in no order; none that was rejected."""
    return present(select(events.c.id, events.c.body, events.c.review), events).where(SHOWN)


def rejected() -> Select[Any]:
    """The bodies and reviews of the events of present versions that somebody rejected."""
    wanted = present(select(events.c.body, events.c.review), events).where(events.c.verdict == "rejected")
    return wanted.order_by(events.c.document, events.c.ordinal)


def named(name: str) -> Select[Any]:
    """The id, body and review of the event of a present version with that id, also of one that was rejected."""
    return present(select(events.c.id, events.c.body, events.c.review), events).where(events.c.id == name)


def beginning(prefix: str) -> Select[Any]:
    """The ids, bodies and reviews of the first events of present versions whose id begins so, with those that were rejected."""
    matching = func.substr(events.c.id, 1, len(prefix)) == prefix
    wanted = present(select(events.c.id, events.c.body, events.c.review), events)
    return wanted.where(events.c.id >= prefix, matching).order_by(events.c.id).limit(6)


def called(name: str) -> Select[Any]:
    """The first present versions of documents whose id begins so, or which have that key, path or address."""
    begun = and_(versions.c.document >= name, func.substr(versions.c.document, 1, len(name)) == name)
    named = or_(begun, versions.c.key == name, versions.c.path == name, versions.c.url == name)
    return present_versions().where(named).limit(6)


def present_versions() -> Select[Any]:
    """The present version of every document, by the document's id."""
    return present(select(versions), versions).order_by(versions.c.document)


def worded(names: Iterable[str]) -> Select[Any]:
    """The words of some documents in their present versions."""
    wanted = select(versions.c.document, versions.c.text).where(versions.c.document.in_(list(names)))
    return present(wanted, versions)


def counting() -> dict[str, Select[Any]]:
    """How to count each unit."""
    of_events = present(select(func.count()).select_from(events), events).where(SHOWN)
    return {
        "documents": select(func.count()).select_from(documents),
        "versions": select(func.count()).select_from(versions),
        "events": of_events,
        "complete": of_events.where(events.c.complete),
        "in_case": of_events.where(events.c.in_case),
        "reviewed": of_events.where(_REVIEWED),
        "mentions": present(select(func.count()).select_from(mentions.join(versions)), versions),
        "claims": present(select(func.count()).select_from(claims.join(versions)), versions),
        "set_aside": select(func.count(set_aside.c.path.distinct())),
        "runs": select(func.count()).select_from(runs),
        "decisions": select(func.count()).select_from(decisions),
        "stale": select(func.count()).select_from(attachments).where(attachments.c.stale.is_not(None)),
    }


def present(query: Select[Any], of: FromClause) -> Select[Any]:
    """Only what belongs to the version that its document points at."""
    return query.join(documents, and_(documents.c.id == of.c.document, documents.c.sha256 == of.c.sha256))


def _bound(value: str) -> tuple[str, str]:
    found = days(value)
    if found is None:
        raise UsageError(f"{value} is no date", "write a day, a month or a year: 2023-07-12, 2023-07, 2023")
    return found
