"""An act in one line without the name of its kind: who, when, and the words that report it."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.analysis.entries import Entry
from verbale.brief.accounts.people import parties
from verbale.brief.material import Material
from verbale.brief.notes import published
from verbale.brief.page import Inline, Quote, Rows
from verbale.brief.quoting import words
from verbale.brief.telling import speaking, together, told
from verbale.brief.veil import Veil
from verbale.engagements.prudence import of_page
from verbale.pictures.words import capital, day


def short(material: Material, veil: Veil, entry: Entry) -> list[Inline]:
    """Who did it, or who met, when, and the words; where they may not be quoted, the kind of act in ours."""
    quoted = None if entry.silent else words(material, veil, entry).whole
    if quoted is None:
        return [told(entry, material.case, material.about.country)]
    return [f"{capital(doers(material, entry))}, {dated(material, entry)}: ", quoted]


def stops(parts: Sequence[Inline]) -> bool:
    """Whether the last words of ``parts``, notes aside, are a quotation that has its full stop."""
    last = next((part for part in reversed(parts) if not isinstance(part, Rows)), "")
    return isinstance(last, Quote) and last.words.rstrip('"’)').endswith((".", "!", "?", "…"))


def doers(material: Material, entry: Entry) -> str:
    """Of contact all who took part, of another act those who did it."""
    roles = ("source", "target") if entry.type == "CONSULT" else ("source",)
    return parties(together(entry), roles, material.case, material.about.country, None) or "somebody not named"


def _within(entry: Entry) -> str:
    """What stands before a day that is only the first of those on one of which it was."""
    whole = len(entry.date) == len("2023-05-01")
    return "within days from " if whole and None not in (entry.first, entry.last) and entry.first != entry.last else ""


def dated(material: Material, entry: Entry) -> str:
    """The day of an act; of what its page dates or nothing does, that of the report or of the page."""
    if entry.date:
        return f"reported {day(entry.date)}" if of_page(entry) else f"{_within(entry)}{day(entry.date)}"
    page = speaking(entry).document
    known = published(page, page.id in material.hushed)
    return f"page of {day(known)}" if known else "undated"
