"""Putting readings into the record, in the transaction of the caller: many at a time, so that a few statements keep all of them.

What wins where a version was read before: a coder's reading over none, a newer version of a coder over an older one. Of two
readings by one coder the later run wins, as packs and settings may have changed; inside one run the smaller digest, so that the
order of the inputs does not matter. Which version of a document counts is told in the same way: that of the later run; inside one
run the later published. The rows are the same however many readings are kept at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, RowMapping, bindparam, delete, select, update

from verbale.model import Coded, Document
from verbale.record.inserting import insert_all, numbers
from verbale.record.keeping import NEXT
from verbale.record.projecting import project
from verbale.record.rows import Row, Rows, rows, source
from verbale.record.tables import claims, documents, events, evidence, mentions, participants, versions

_TOLD = [column for column in versions.c if column.name not in ("text", "furniture")]
"""What is asked of a version that is there: to read its text again would take longer than all else."""

_MOST = 500
"""Readings that are kept by the same statements; a store takes so many names in one question, and more."""


class _Reading(NamedTuple):
    """A reading that is to be kept: the rows that the record has of its document and of its version, and what is to become of it.

    It has ``won`` where it stands in the place of what was read before, if anything was, and ``counts`` where its version is the
    one that counts of its document.
    """

    document: Document
    made: Rows
    digest: str
    current: RowMapping | None
    version: RowMapping | None
    won: bool
    counts: bool

    @property
    def changed(self) -> bool:
        """Whether keeping it changes what the record says."""
        return self.won or (self.counts and self.current is not None and self.current["sha256"] != self.document.sha256)

    def said(self) -> Row:
        """What the row of its document is to say, its id apart."""
        told = source(self.document)
        del told["id"]
        return told if self.version is None or self.won else {name: self.version[name] for name in told}

    def row(self, run: str) -> Row:
        """The row of its version."""
        return self.made.version | {"digest": self.digest, "coded_run": run, "last_run": run}


def keep(connection: Connection, given: Iterable[Coded], run: str) -> int:
    """Keep readings, in their order; return how many changed what the record says.

    Raises:
        DataError: A reading does not agree with its own document.
    """
    return sum(_keep(connection, together, run) for together in _apart(given))


def _apart(given: Iterable[Coded]) -> Iterator[dict[str, Coded]]:
    """The readings by document, cut before a document comes again: what comes then has to see what became of the first."""
    together: dict[str, Coded] = {}
    for coded in given:
        if coded.document.id in together or len(together) == _MOST:
            yield together
            together = {}
        together[coded.document.id] = coded
    if together:
        yield together


def _keep(connection: Connection, given: dict[str, Coded], run: str) -> int:
    found = _weighed(connection, given, run)
    changed = [each.document.id for each in found if each.changed]
    _keep_documents(connection, found, run)
    _keep_versions(connection, found, run)
    project(connection, changed)
    return len(changed)


def _weighed(connection: Connection, given: dict[str, Coded], run: str) -> list[_Reading]:
    """The readings beside what the record has of their documents."""
    made = {name: rows(coded) for name, coded in given.items()}
    chosen = select(documents).where(documents.c.id.in_(made))
    known = {row["id"]: row for row in connection.execute(chosen).mappings()}
    named = versions.c.document.in_(known), versions.c.sha256.in_([given[name].document.sha256 for name in known])
    there = {(row["document"], row["sha256"]): row for row in connection.execute(select(*_TOLD).where(*named)).mappings()}
    found = []
    for name, coded in given.items():
        current, version = known.get(name), there.get((name, coded.document.sha256))
        digest = made[name].digest()
        won = version is None or _wins(coded.coder, digest, run, version)
        counts = _counts(coded.document, current, run)
        found.append(_Reading(coded.document, made[name], digest, current, version, won, counts))
    return found


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


def _counts(document: Document, current: RowMapping | None, run: str) -> bool:
    """Whether a version is the one that counts of its document, beside that which counted up to now."""
    if current is None or current["last_run"] != run:
        return True
    return _order(document.published, document.sha256) >= _order(current["published"], current["sha256"])


def _order(published: str | None, sha256: str) -> tuple[str, str]:
    return published or "", sha256


def _keep_documents(connection: Connection, given: list[_Reading], run: str) -> None:
    """Let the row of each document say what the version says that counts of it."""
    number = count(connection.scalars(select(NEXT)).one())
    new, old = [], []
    for each in given:
        if each.current is None:
            new.append(each.said() | {"id": each.document.id, "changed": next(number), "first_run": run, "last_run": run})
        elif each.counts:
            changed = next(number) if each.changed else each.current["changed"]
            old.append(each.said() | {"of": each.document.id, "changed": changed, "last_run": run})
    insert_all(connection, documents, new)
    _update(connection, documents.c.id, old)


def _keep_versions(connection: Connection, given: list[_Reading], run: str) -> None:
    """Keep the readings that won, and that the others were seen again."""
    fresh = numbers(connection, versions, sum(each.version is None for each in given))
    placed = [(each, each.version["number"] if each.version else next(fresh)) for each in given]
    new = [each.row(run) | {"number": number, "seen_run": run} for each, number in placed if each.version is None]
    better = {number: each.row(run) for each, number in placed if each.version and each.won}
    seen = [number for each, number in placed if not each.won]
    for table in (events, mentions, claims):  # participants and evidence go with their events
        connection.execute(delete(table).where(table.c.version.in_(better)))
    insert_all(connection, versions, new)
    _update(connection, versions.c.number, [row | {"of": number} for number, row in better.items()])
    connection.execute(update(versions).where(versions.c.number.in_(seen)).values(last_run=run))
    _insert(connection, [(number, each.made) for each, number in placed if each.won], run)


def _insert(connection: Connection, given: list[tuple[int, Rows]], run: str) -> None:
    """Put in what hangs on versions: it is as the numbers of their rows, and of those of the events, are known beforehand."""
    read = [(version, event) for version, made in given for event in made.events]
    keyed = list(zip(numbers(connection, events, len(read)), read, strict=True))
    insert_all(connection, events, [each.event | {"number": n, "version": version, "run": run} for n, (version, each) in keyed])
    insert_all(connection, participants, [row | {"event": n} for n, (_, each) in keyed for row in each.participants])
    insert_all(connection, evidence, [row | {"event": n} for n, (_, each) in keyed for row in each.evidence])
    insert_all(connection, mentions, [row | {"version": version} for version, made in given for row in made.mentions])
    insert_all(connection, claims, [row | {"version": version} for version, made in given for row in made.claims])


def _update(connection: Connection, key: Column[Any], given: list[Row]) -> None:
    """Change rows of one table, each that whose key is ``of``."""
    if given:
        connection.execute(update(key.table).where(key == bindparam("of")), given)
