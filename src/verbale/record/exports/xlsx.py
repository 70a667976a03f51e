"""Events as a workbook: typed cells, a codebook, and a sheet to review in that comes back as decisions.

Texts are typed as texts, so that no cell is a formula whatever it begins with; none gets a mark in front for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from verbale.model import Event
from verbale.record.exports.codebook import ABOUT, WORDS
from verbale.record.exports.csv import COLUMNS
from verbale.record.exports.lists import LISTS, offer
from verbale.record.exports.lists import WORDS as REVIEWED
from verbale.record.exports.lists import rows as listed
from verbale.record.exports.seen import seen

REVIEW = "Review"
ASKED = ("decision", "reason")
"""The columns of the review sheet that a person fills: accept, reject, unsure or correct, and why."""
EDITABLE = (
    "status",
    "date",
    "place",
    "place_country",
    "channel",
    "format",
    "visibility",
    "venue",
    "women_present",
    "topics",
    "tools",
)
"""The columns of the review sheet that a correction changes."""
_REVIEW_COLUMNS = ("id", *ASKED, "act", "parties", "words", *EDITABLE, "confidence", "verdict", "url", "seen")
_LONGEST = 32_000
# what XML 1.0 has no way to write
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(events: Iterable[Event], path: Path) -> int:
    """Write a workbook with the sheets Review, Events, Sources, Codebook, Lists and About; return how many events."""
    book = Workbook(write_only=True)
    review, table, sources = (book.create_sheet(name) for name in (REVIEW, "Events", "Sources"))
    for sheet, names in ((review, _REVIEW_COLUMNS), (table, tuple(COLUMNS)), (sources, _SOURCE)):
        sheet.freeze_panes = "B2"
        sheet.append([_head(sheet, name) for name in names])
    offer(review, _REVIEW_COLUMNS)
    known: set[str] = set()
    count = 0
    for event in events:
        count += 1
        review.append([_cell(review, value) for value in review_row(event).values()])
        table.append([_cell(table, value) for value in table_row(event).values()])
        if event.document.id not in known:
            known.add(event.document.id)
            sources.append([_cell(sources, getattr(event.document, name)) for name in _SOURCE])
    _plain(book, "Codebook", (("column", "what it holds"), *REVIEWED.items(), *WORDS.items()))
    _plain(book, LISTS, listed())
    _plain(book, "About", ((line,) for line in (*ABOUT, f"{count} events.", _HOW)))
    book.save(path)
    return count


_SOURCE = ("id", "title", "publisher", "published", "url")
_HOW = (
    "To review: write accept, reject, unsure or correct into the column decision of the sheet Review, for correct change the cells "
    "of that row, and bring the workbook back with: verbale review FILE"
)


def review_row(event: Event) -> dict[str, Any]:
    """The cells of an event in the sheet Review, by column."""
    told = {"id": event.id, **dict.fromkeys(ASKED, ""), "act": f"{event.type} {event.mode}"}
    told |= {"parties": ", ".join(sorted(event.parties())), "words": " ".join(event.evidence[0].text.split())}
    for name in EDITABLE:
        value = getattr(event, name)
        told[name] = ", ".join(value) if isinstance(value, tuple) else value or ""
    verdict = event.review.verdict if event.review else ""
    return {**told, "confidence": event.confidence, "verdict": verdict, "url": event.document.url or "", "seen": seen(event)}


def table_row(event: Event) -> dict[str, Any]:
    """The cells of an event in the sheet Events, by column."""
    return {name: _typed(name, read(event)) for name, read in COLUMNS.items()}


def _typed(name: str, value: Any) -> Any:
    """A cell's value; a day as a day, so that a spreadsheet sorts it."""
    if name in ("date", "published") and isinstance(value, str) and len(value) == len("2023-07-12"):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _head(sheet: Any, name: str) -> WriteOnlyCell:
    made = _cell(sheet, name)
    made.font = Font(bold=True)
    made.alignment = Alignment(vertical="top")
    return made


def _cell(sheet: Any, value: Any) -> WriteOnlyCell:
    """A cell; a text as a text, and nothing in it that the format cannot hold."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    made = WriteOnlyCell(sheet, held(value))
    made.data_type = "s"
    return made


def held(text: str) -> str:
    """A text as a cell holds it: without what the format cannot write, and no longer than a cell may be."""
    return _FORBIDDEN.sub("", text)[:_LONGEST]


def _plain(book: Workbook, name: str, rows: Iterable[tuple[str, ...]]) -> None:
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
