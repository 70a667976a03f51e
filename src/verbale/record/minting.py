"""Ids that were given out to engagements: kept for ever, so that an id that somebody cites leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select

from verbale.record.tables import engagement_events, engagements


class Minted(msgspec.Struct, frozen=True, kw_only=True):
    """An id of an engagement: its number in the order of giving out, its anchor, and the events that it stood for when last kept.

    ``events`` are pairs of a document's and an event's id. ``redirect`` is the id of the engagement that this one became a part of.
    """

    id: str
    minted: int
    anchor_document: str
    anchor_event: str
    type: str
    mode: str
    redirect: str | None = None
    events: tuple[tuple[str, str], ...] = ()


def minted(connection: Connection) -> tuple[Minted, ...]:
    """Every id that was given out, the first first."""
    stood: dict[str, list[tuple[str, str]]] = {}
    for row in connection.execute(select(engagement_events).order_by(engagement_events.c.document, engagement_events.c.event)):
        stood.setdefault(row.engagement, []).append((row.document, row.event))
    rows = connection.execute(select(engagements).order_by(engagements.c.minted)).mappings()
    return tuple(Minted(**row, events=tuple(stood.get(row["id"], ()))) for row in rows)


def keep(connection: Connection, given: Iterable[Minted]) -> None:
    """Keep ids, in the place of what was kept of the same ones; an event stands under the one that names it last."""
    rows = sorted(given, key=lambda each: each.minted)
    known = {*connection.scalars(select(engagements.c.id))}
    columns = ("minted", "anchor_document", "anchor_event", "type", "mode")
    for each in rows:
        values = {name: getattr(each, name) for name in columns}
        if each.id in known:
            connection.execute(engagements.update().where(engagements.c.id == each.id).values(**values, redirect=None))
        else:
            connection.execute(insert(engagements).values(id=each.id, **values))
    for each in rows:
        if each.redirect:  # only now, as it may lead to one that comes later
            connection.execute(engagements.update().where(engagements.c.id == each.id).values(redirect=each.redirect))
    _stand(connection, rows)


def _stand(connection: Connection, rows: list[Minted]) -> None:
    """Let the events stand under their ids, and under no other."""
    stood = {event: {"event": event, "document": document, "engagement": e.id} for e in rows for document, event in e.events}
    table = engagement_events
    if rows:
        connection.execute(delete(table).where(table.c.engagement == bindparam("of")), [{"of": each.id} for each in rows])
    if stood:
        connection.execute(delete(table).where(table.c.event == bindparam("name")), [{"name": event} for event in stood])
        connection.execute(insert(table), list(stood.values()))
