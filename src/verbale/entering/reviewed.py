"""A review sheet that comes back: each row that somebody decided of, as a decision; what changed meanwhile is set aside."""

from __future__ import annotations

from pathlib import Path

import msgspec

from verbale.catalogue import load_world
from verbale.catalogue.world import World
from verbale.entering.deciding import reasoned
from verbale.entering.fields import changes
from verbale.entering.sheets import Row, sheet
from verbale.entering.unread import unread
from verbale.errors import UsageError, VerbaleError
from verbale.model import Event, SetAside
from verbale.record import Decision, Record
from verbale.record.exports.seen import seen
from verbale.settings import Settings

ACTIONS = ("accept", "reject", "unsure", "correct")
NAME = "Review"


class Taken(msgspec.Struct, frozen=True):
    """What came of a sheet: the decisions that were taken, rows that nobody decided of, and rows that were set aside."""

    decisions: tuple[Decision, ...]
    undecided: int
    set_aside: tuple[SetAside, ...]


def take_sheet(path: Path, record: Record, settings: Settings, by: str) -> Taken:
    """Take the decisions of a review sheet.

    Args:
        path: The workbook, or its review sheet as CSV.
        record: Where they are taken.
        settings: The settings in force.
        by: Whose they are.

    Raises:
        UsageError: It is no review sheet.
    """
    table = sheet(path, settings, NAME if path.suffix.lower() in (".xlsx", ".xlsm") else None)
    if not {"id", "decision", "seen"} <= set(table.columns):
        raise UsageError(f"{path} is no review sheet", "make one with: verbale export xlsx --out review.xlsx")
    decided = [row for row in table.rows if row.cells.get("decision")]
    aside = [*unread(path, table.rows, record, settings)]
    taken: list[Decision] = []
    world = load_world(settings.case)
    for row in decided:
        try:
            taken.append(record.decide(_decision(row, record, world, by)))
        except VerbaleError as error:
            aside.append(SetAside(path=f"{path}, row {row.number}", reason="decision", message=error.message, hint=error.hint))
    return Taken(tuple(taken), len(table.rows) - len(decided), tuple(aside))


def _decision(row: Row, record: Record, world: World, by: str) -> Decision:
    action = row.cells["decision"].lower()
    if action not in ACTIONS:
        raise UsageError(f"“{action}” is no decision", f"take one of: {', '.join(ACTIONS)}")
    event = record.event(row.cells.get("id", ""))
    if seen(event) != row.cells.get("seen"):
        raise UsageError(f"event {event.id} has changed since the sheet was made", "make a new sheet, and decide of it again")
    words = _corrections(event, row)
    if action == "correct" and not words:
        raise UsageError("a correction changes nothing", "change a cell of the row, or write accept")
    if action != "correct" and words:
        fields = ", ".join(word.partition("=")[0] for word in words)
        raise UsageError(f"{fields} was changed, which {action} would lose", "write correct, or set the cells back")
    made = changes(event, words, world) if words else {}
    draft = Decision(action=action, kind="event", subject=event.id, by=by, changes=made)  # type: ignore[arg-type]
    return reasoned(draft, row.cells.get("reason", ""), ())


def _corrections(event: Event, row: Row) -> list[str]:
    """The cells of a row that say otherwise than the event, as they would be typed."""
    from verbale.record.exports.xlsx import EDITABLE

    words = []
    for name in EDITABLE:
        told = getattr(event, name)
        was = ", ".join(told) if isinstance(told, tuple) else told or ""
        given = row.cells.get(name, "")
        if name in row.cells and given != " ".join(was.split()):
            words.append(f"{name}={given or 'none'}")
    return words
