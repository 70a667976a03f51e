"""Ids that were given out to engagements: kept for ever, so that an id that somebody cites leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Executable, bindparam, delete, func, or_, select, true

from verbale.record.inserting import insert_all
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


_TOGETHER = 500
_EVERY = true()
_COLUMNS = [engagements.c[name] for name in Minted.__struct_fields__ if name != "events"]


def minted(connection: Connection, among: ColumnElement[bool] = _EVERY) -> tuple[Minted, ...]:
    """Every id that was given out, or those ``among`` them, the first first."""
    table = engagement_events
    stood: dict[str, list[tuple[str, str]]] = {}
    wanted = select(table.c.engagement, table.c.document, table.c.event).order_by(table.c.document, table.c.event)
    for name, document, event in connection.execute(wanted.join(engagements).where(among)):
        stood.setdefault(name, []).append((document, event))
    rows = connection.execute(select(*_COLUMNS).where(among).order_by(engagements.c.minted)).mappings()
    return tuple(Minted(**row, events=tuple(stood.get(row["id"], ()))) for row in rows)


def claiming(connection: Connection, names: Iterable[str], events: Iterable[str]) -> tuple[Minted, ...]:
    """The ids with these names, and those that stand for any of these events or are anchored there, the first first."""
    table = engagement_events
    found: dict[str, Minted] = {}
    for wanted in batched(names):
        found |= {each.id: each for each in minted(connection, engagements.c.id.in_(wanted))}
    for wanted in batched(events):
        standing = select(table.c.engagement).where(table.c.event.in_(wanted))
        among = or_(engagements.c.anchor_event.in_(wanted), engagements.c.id.in_(standing))
        found |= {each.id: each for each in minted(connection, among)}
    return tuple(sorted(found.values(), key=lambda each: each.minted))


def last(connection: Connection) -> int:
    """The number of the id that was given out last."""
    return connection.scalar(select(func.coalesce(func.max(engagements.c.minted), 0))) or 0


def batched(given: Iterable[str]) -> Iterator[list[str]]:
    """Names, as many at a time as a store takes in one question."""
    left = iter(given)
    while some := list(islice(left, _TOGETHER)):
        yield some


def keep(connection: Connection, given: Iterable[Minted]) -> None:
    """Keep ids, in the place of what was kept of the same ones; an event stands under the one that names it last."""
    rows = sorted(given, key=lambda each: each.minted)
    known = {*connection.scalars(select(engagements.c.id))}
    columns = ("minted", "anchor_document", "anchor_event", "type", "mode")
    values = {each.id: {name: getattr(each, name) for name in columns} for each in rows}
    changed = engagements.update().where(engagements.c.id == bindparam("of"))
    _many(connection, changed.values(redirect=None), [{"of": name} | row for name, row in values.items() if name in known])
    insert_all(connection, engagements, [{"id": name} | row for name, row in values.items() if name not in known])
    # only now, as one may lead to one that comes later
    _many(connection, changed, [{"of": each.id, "redirect": each.redirect} for each in rows if each.redirect])
    _stand(connection, rows)


def _many(connection: Connection, statement: Executable, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _stand(connection: Connection, rows: list[Minted]) -> None:
    """Let the events stand under their ids, and under no other."""
    stood = {event: {"event": event, "document": document, "engagement": e.id} for e in rows for document, event in e.events}
    table = engagement_events
    _many(connection, delete(table).where(table.c.engagement == bindparam("of")), [{"of": each.id} for each in rows])
    _many(connection, delete(table).where(table.c.event == bindparam("name")), [{"name": event} for event in stood])
    insert_all(connection, table, list(stood.values()))
