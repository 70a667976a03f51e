"""Humanitarian needs that the documents name, with their causes and the people concerned where told."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Line, Rows, Section, Table
from verbale.catalogue import labels, tables
from verbale.catalogue.fold import fold
from verbale.pictures.counting import ids


def needs(material: Material) -> Section | None:
    """Needs by number of documents; nothing where none is named."""
    found: dict[str, list[Entry]] = {}
    told: dict[str, set[str]] = {}
    causes: dict[str, set[str]] = {}
    for event, entry in material.events():
        for need in event.needs:
            found.setdefault(need, []).append(entry)
            told.setdefault(need, set()).add(event.document.id)
    publishers = _publishers(material)
    for document, mention in material.mentions("need"):
        told.setdefault(mention.value, set()).add(document.id)
        people = mention.population if mention.population and _people(mention.population, publishers) else None
        causes.setdefault(mention.value, set()).update(filter(None, (mention.cause, people)))
    if not told:
        return None
    order = sorted(told, key=lambda need: (-len(told[need]), need))
    rows = tuple(_row(need, found.get(need, []), len(told[need]), sorted(causes.get(need, ()))) for need in order)
    columns = ("Need", "Cause or people concerned", "Documents", "Acts", "Notes")
    table = Table("Needs by the documents that name them and the acts about them", columns, rows, (2, 3))
    return Section("needs", "Needs", (_without_empty(table),))


_WHOSE = frozenset({"her", "his", "its", "our", "their"})


def _publishers(material: Material) -> frozenset[str]:
    """Whoever publishes, by name: they tell of people in need and are none."""
    known = (name for pack in ("common", material.case) for row in tables.rows(pack, "outlets") for name in _spelt(row))
    own = (document.publisher or "" for document in material.documents)
    return frozenset(fold(name).casefold().removeprefix("the ") for name in (*known, *own))


def _spelt(row: dict[str, str]) -> tuple[str, ...]:
    return (row["name"], *tables.cells(row["aliases"]))


def _people(words: str, publishers: frozenset[str]) -> bool:
    """Whether words tell of people: no publisher, and nobody who is told of only as somebody's."""
    plain = fold(words).casefold().removeprefix("the ")
    return plain not in publishers and plain.split()[0] not in _WHOSE


def _row(need: str, entries: list[Entry], documents: int, causes: list[str]) -> tuple[Line, ...]:
    behind = ids(entries)
    words = ", ".join(each.replace("_", " ") for each in causes) or "not told"
    linked: Line = (Rows("", behind),) if behind else ()
    return ((labels.label("need", need).capitalize(),), (words,), (str(documents),), (str(len(behind)),), linked)


def _without_empty(table: Table) -> Table:
    """The table without its column of causes where no document tells any."""
    if any(row[1] != ("not told",) for row in table.rows):
        return table
    rows = tuple((row[0], *row[2:]) for row in table.rows)
    return Table(table.caption, (table.columns[0], *table.columns[2:]), rows, (1, 2))
