"""Putting one reading into the record, in the transaction of the caller.

What wins where a version was read before: a coder's reading over none, a newer version of a coder over an older one. Of two
readings by one coder the later run wins, as packs and settings may have changed; inside one run the smaller digest, so that the
order of the inputs does not matter. Which version of a document counts is told in the same way: that of the later run; inside one
run the later published.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, delete, insert, select, update

from verbale.model import Coded, Document
from verbale.record.keeping import NEXT
from verbale.record.projecting import project
from verbale.record.rows import Row, Rows, rows, source
from verbale.record.tables import claims, documents, events, evidence, mentions, participants, versions


def keep(connection: Connection, coded: Coded, run: str) -> bool:
    """Keep a reading; true where that changed what the record says.

    Raises:
        DataError: The reading does not agree with its own document.
    """
    made = rows(coded)
    current = _document(connection, coded.document, run)
    changed = _reading(connection, made, run)
    changed = _point(connection, current, coded.document, run, changed) or changed
    if changed:
        project(connection, coded.document.id)
    return changed


def _document(connection: Connection, document: Document, run: str) -> RowMapping:
    """The row of the document, made where it is new."""
    chosen = select(documents).where(documents.c.id == document.id)
    found = connection.execute(chosen).mappings().first()
    if found is None:
        connection.execute(insert(documents).values(**source(document), first_run=run, last_run=run))
    return found or connection.execute(chosen).mappings().one()


def _reading(connection: Connection, made: Rows, run: str) -> bool:
    """Keep the reading, unless one that wins over it is there."""
    digest, coder = made.digest(), made.version["coder"]
    found = connection.execute(_version(made.version["document"], made.version["sha256"])).mappings().first()
    marks = {"digest": digest, "coded_run": run, "last_run": run}
    if found is None:
        _insert(connection, made, _insert_one(connection, versions, made.version | marks, seen_run=run), run)
        return True
    won = _wins(coder, digest, run, found)
    if won:
        _clear(connection, found["number"])
        _insert(connection, made, found["number"], run)
    values = made.version | marks if won else {"last_run": run}
    connection.execute(update(versions).where(versions.c.number == found["number"]).values(values))
    return won


def _wins(coder: str, digest: str, run: str, found: RowMapping) -> bool:
    """Whether a reading displaces the one that was found."""
    if digest == found["digest"]:
        return False
    (name, number), (old_name, old_number) = _named(coder), _named(found["coder"])
    if not name or not old_name:
        return bool(name) or (not old_name and _later(digest, run, found))
    if name == old_name and number != old_number:
        return number > old_number
    return _later(digest, run, found)


def _later(digest: str, run: str, found: RowMapping) -> bool:
    return bool(run != found["last_run"] or digest < found["digest"])


def _named(coder: str) -> tuple[str, int]:
    """A coder's name and version: ``grammar@12`` is newer than ``grammar@9``."""
    name, _, number = coder.partition("@")
    return name, int(number) if number.isdecimal() else 0


def _point(connection: Connection, current: RowMapping, document: Document, run: str, changed: bool) -> bool:
    """Let the document's row point at this version and say what it says, if it is the one that counts."""
    if current["last_run"] == run and _order(document.published, document.sha256) < _order(current["published"], current["sha256"]):
        return False
    version = connection.execute(_version(document.id, document.sha256)).mappings().one()
    values = {name: version[name] for name in source(document) if name != "id"}
    turned = bool(current["sha256"] != document.sha256)
    if changed or turned:
        values["changed"] = NEXT
    connection.execute(update(documents).where(documents.c.id == document.id).values(**values, last_run=run))
    return turned


def _order(published: str | None, sha256: str) -> tuple[str, str]:
    return published or "", sha256


def _version(document: str, sha256: str) -> Select[Any]:
    return select(versions).where(versions.c.document == document, versions.c.sha256 == sha256)


def _clear(connection: Connection, version: int) -> None:
    for table in (events, mentions, claims):  # participants and evidence go with their events
        connection.execute(delete(table).where(table.c.version == version))


def _insert(connection: Connection, made: Rows, version: int, run: str) -> None:
    if made.events:
        # all events in one statement, then what hangs on them: a server is a journey away for each
        one = insert(events).returning(events.c.number, sort_by_parameter_order=True)
        keys = connection.scalars(one, [each.event | {"version": version, "run": run} for each in made.events]).all()
        told = list(zip(keys, made.events, strict=True))
        _insert_all(connection, participants, [row | {"event": key} for key, event in told for row in event.participants])
        _insert_all(connection, evidence, [row | {"event": key} for key, event in told for row in event.evidence])
    _insert_all(connection, mentions, made.mentions, version=version)
    _insert_all(connection, claims, made.claims, version=version)


def _insert_one(connection: Connection, table: Table, row: Row, **marks: int | str) -> int:
    """Insert a row and return its number."""
    number: int = connection.scalars(insert(table).values(**row, **marks).returning(table.c.number)).one()
    return number


def _insert_all(connection: Connection, table: Table, given: list[Row], **parent: int) -> None:
    if given:
        connection.execute(insert(table), [row | parent for row in given])
