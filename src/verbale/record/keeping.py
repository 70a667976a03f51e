"""What was worked out of the events, kept with the ids of the engagements: from what it was made, and what changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from verbale.record.naming import actors
from verbale.record.tables import documents, engagements, groupings

_ALL = documents.alias()
NEXT = select(func.coalesce(func.max(_ALL.c.changed), 0) + 1).scalar_subquery()
"""The number of the change that is being made."""


class Grouping(NamedTuple):
    """From what engagements were worked out: their own number, the rules, the last change, who goes by whose id.

    ``texts`` says which documents copy which, ``words`` which words tell nothing of an act; the record does not read them.
    """

    number: int
    rules: str
    changed: int
    names: str
    texts: str
    words: str


def present(connection: Connection, rules: str) -> Grouping:
    """From what engagements would be worked out now; its number is that of the next, and nothing is said of texts and words."""
    changed = connection.scalar(select(func.max(documents.c.changed))) or 0
    redirects = msgspec.json.encode(actors(connection).redirects(), order="sorted")
    return Grouping(upcoming(connection), rules, changed, hashlib.sha256(redirects).hexdigest(), "", "")


def upcoming(connection: Connection) -> int:
    """The number of what is kept next."""
    return (connection.scalar(select(func.max(groupings.c.number))) or 0) + 1


def kept(connection: Connection) -> Grouping | None:
    """From what those that are kept were worked out."""
    row = connection.execute(select(groupings)).first()
    return Grouping(*row) if row else None


def bodies(connection: Connection) -> dict[str, str]:
    """What is kept of the engagements that stand, by id."""
    wanted = select(engagements.c.id, engagements.c.body).where(engagements.c.body.is_not(None))
    return {row[0]: row[1] for row in connection.execute(wanted).all()}


def since(connection: Connection, changed: int) -> frozenset[str]:
    """The documents of whose events something changed after a change."""
    return frozenset(connection.scalars(select(documents.c.id).where(documents.c.changed > changed)))


def texts(connection: Connection) -> str:
    """A hash of what decides which documents are copies of which."""
    wanted = select(documents.c.id, documents.c.sha256, documents.c.published, documents.c.format).order_by(documents.c.id)
    found = hashlib.sha256()
    for row in connection.execute(wanted):
        found.update(msgspec.json.encode(tuple(row)))
    return found.hexdigest()


def keep(connection: Connection, of: Grouping, given: Mapping[str, str | None]) -> None:
    """Keep what engagements were worked out from, and the bodies that are new; those that stand no more have none."""
    connection.execute(delete(groupings))
    connection.execute(insert(groupings).values(of._asdict()))
    _write(connection, given.items())


def _write(connection: Connection, given: Iterable[tuple[str, str | None]]) -> None:
    rows = [{"of": name, "made": body} for name, body in given]
    if rows:
        connection.execute(update(engagements).where(engagements.c.id == bindparam("of")).values(body=bindparam("made")), rows)
