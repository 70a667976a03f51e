"""A table kept by hand into the record: every row an event of a named person, but for those set aside with a reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from verbale.catalogue import load_world
from verbale.catalogue.tables import pack_of
from verbale.entering.checks import Check, Table, checks
from verbale.entering.mapping import Map, load_map
from verbale.entering.rows import Entered, entered
from verbale.entering.sheets import Sheet, sheet
from verbale.errors import UnreadableError
from verbale.model import Coded, Event, SetAside
from verbale.record import Decision, Judged, Record
from verbale.settings import Settings


class Imported(NamedTuple):
    """What became of a table: the counts of rows by what they became, what was set aside, and what the checks found."""

    counts: dict[str, int]
    set_aside: tuple[SetAside, ...]
    checks: tuple[Check, ...]


def import_table(path: Path, map_path: Path, record: Record, settings: Settings, *, dry: bool = False) -> Imported:
    """Read a table, check it, and enter its rows.

    Args:
        path: A CSV or XLSX file.
        map_path: Its map.
        record: Where the events go. Importing the same table again enters nothing anew.
        settings: The settings in force: the case, the limits.
        dry: Only read and check.

    Returns:
        The counts: ``entered`` (new events), ``confirmed`` (events that the coder had read: they are
            accepted, with day and place where it had none), ``known`` (entered
        before), ``set_aside``; and, of those read, by basis: ``document``, ``quotation``, ``row``.

    Raises:
        UsageError: The table or the map is not there, or they do not fit each other.
        DataError: The table cannot be read at all.
    """
    given = sheet(path, settings, _sheet_name(map_path))
    mapped = load_map(map_path, given.columns)
    read, aside = _read(path, given, mapped, record, settings)
    found = checks(Table(mapped, tuple(read), tuple(aside), load_world(settings.case)))
    counts = Counter({"entered": 0, "confirmed": 0, "known": 0, "set_aside": len(aside)}, **Counter(each.basis for each in read))
    if not dry:
        _run(path, map_path, record, settings, mapped, read, aside, counts)
    return Imported(dict(counts), tuple(aside), found)


def _sheet_name(path: Path) -> str | None:
    """The sheet that a map names, read before the map can be checked against the sheet's columns."""
    import tomllib

    try:
        name = tomllib.loads(path.read_text(encoding="utf-8")).get("table", {}).get("sheet")
    except (OSError, ValueError, AttributeError):
        return None  # what is wrong with the map is told when it is loaded
    return name if isinstance(name, str) else None


def _read(path: Path, given: Sheet, mapped: Map, record: Record, settings: Settings) -> tuple[list[Entered], list[SetAside]]:
    read, aside, world = [], [], load_world(settings.case)
    for row in given.rows:
        try:
            read.append(entered(row, mapped, record, world))
        except UnreadableError as error:
            aside.append(SetAside(path=f"{path}:{row.number}", reason=error.reason, message=error.message, hint=error.hint))
    return read, aside


def _run(
    path: Path,
    map_path: Path,
    record: Record,
    settings: Settings,
    mapped: Map,
    read: list[Entered],
    aside: list[SetAside],
    counts: Counter[str],
) -> None:
    """Enter what was read, in one run; each row at once, so that an interrupted run keeps what it did."""
    noted = {"table": mapped.table.name, "coder": mapped.table.coder, "basis": mapped.table.basis}
    version = pack_of(settings.case).get("version")
    run = record.begin_run("import", case=settings.case, case_version=str(version) if version else None,
                           coder=f"hand:{mapped.table.coder}", settings=noted, inputs=(str(path), str(map_path)))  # fmt: skip
    try:
        for each in aside:
            record.set_aside(each, run)
        for row in read:
            counts[_enter(row, mapped, record, run)] += 1
    except BaseException as error:
        record.end_run(run, "interrupted" if isinstance(error, KeyboardInterrupt) else "failed", counts)
        raise
    record.end_run(run, "partial" if aside else "done", counts)


def _enter(row: Entered, mapped: Map, record: Record, run: str) -> str:
    """Enter one row, and say what it became."""
    if row.basis != "document":
        record.add_coded(Coded(document=row.document), run)
    judged = Judged(document=row.document.id, sha256=row.document.sha256, event=row.event)
    why = f"row {row.row.number} of {mapped.table.name}; basis: {row.basis}; {mapped.table.basis}"
    link = (row.document.url,) if row.document.url else ()
    there = record.known(judged)
    if there is None:
        record.decide(Decision(action="add", kind="event", subject=row.event.id, by=mapped.table.coder, judged=(judged,),
                               why=why, sources=link))  # fmt: skip
        return "entered"
    event = record.event(there)
    if event.review is not None:
        return "known"
    lacking = _lacking(event, row.event)
    record.decide(Decision(action="correct" if lacking else "accept", kind="event", subject=there, by=mapped.table.coder,
                           changes=lacking, why=why, sources=link))  # fmt: skip
    return "confirmed"


def _lacking(read: Event, told: Event) -> dict[str, str | None]:
    """When and where, as the row tells them and the coder did not read them."""
    found = {name: getattr(told, name) for name in ("place", "place_country") if getattr(read, name) is None}
    if read.date is None:
        found |= {name: getattr(told, name) for name in ("date", "date_precision", "date_basis")}
    return {name: value for name, value in found.items() if value is not None}
