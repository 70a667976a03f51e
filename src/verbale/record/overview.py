"""What was read, without its words: a light row for each document."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, and_, func, select

from verbale.model import Mention
from verbale.record.tables import documents, events, mentions, versions


class Source(NamedTuple):
    """A document by its id: who published it, when, in which language; why it was not coded, if so; how many events it has."""

    document: str
    publisher: str | None
    published: str | None
    language: str | None
    skipped: str | None
    events: int


def sources(connection: Connection) -> tuple[Source, ...]:
    """Every document in its present version, by id."""
    present = and_(versions.c.document == documents.c.id, versions.c.sha256 == documents.c.sha256)
    told = (versions.c.document, versions.c.publisher, versions.c.published, versions.c.language, versions.c.skipped)
    # counted apart: a join would group every document by all of its columns
    counts = select(events.c.version, func.count().label("n")).group_by(events.c.version).subquery()
    joined = versions.join(documents, present).outerjoin(counts, counts.c.version == versions.c.number)
    chosen = select(*told, func.coalesce(counts.c.n, 0)).select_from(joined).order_by(versions.c.document)
    return tuple(Source(*row) for row in connection.execute(chosen))


def mentioned(connection: Connection) -> tuple[tuple[str, Mention], ...]:
    """Every mention of present versions with its document's id, by document and in its order."""
    present = and_(versions.c.document == documents.c.id, versions.c.sha256 == documents.c.sha256)
    wanted = [mentions.c["text" if name == "words" else name].label(name) for name in Mention.__struct_fields__]
    joined = mentions.join(versions).join(documents, present)
    chosen = select(versions.c.document, *wanted).select_from(joined).order_by(versions.c.document, mentions.c.ordinal)
    fields = Mention.__struct_fields__
    return tuple((row[0], msgspec.convert(dict(zip(fields, row[1:], strict=True)), Mention)) for row in connection.execute(chosen))
