"""What was refused, withheld, called off, or who stayed away: one table, in the words of the pages."""

from __future__ import annotations

import functools
import re

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.accounts.short import dated, doers
from verbale.brief.material import Material
from verbale.brief.notes import leading
from verbale.brief.page import Line, Quote, Rows, Table
from verbale.brief.quoting import Place, after, words
from verbale.brief.telling import speaking
from verbale.brief.veil import Veil
from verbale.catalogue import labels, tables
from verbale.engagements.reports import accounts
from verbale.engagements.sentences import before
from verbale.pictures.counting import ids
from verbale.pictures.words import capital, day, listed

COLUMNS = ("What", "When, and who", "In the words of the page", "Reason", "Whose word, and page", "Notes")
LISTED = 16
"""Rows of the table."""
_UNDONE = {"refused": "refused", "cancelled": "called off", "denied": "withheld"}
"""What an act that was not done is called where its words do not say."""
_SPOKEN = frozenset({"CONSULT", "SANCTION", "SUPPORT"})
"""Types of act of which the words may say that something was refused; a refusal is one by its type."""


class _Kind(msgspec.Struct, frozen=True):
    said: str
    words: str


Row = tuple[list[Entry], str, Quote]
"""The acts of one sentence, what it says was not done, and the words."""


def undone(material: Material, veil: Veil) -> dict[Place, Row]:
    """What was not done by the place of its sentence, the latest ``LISTED``; each sentence once, whoever reads what in it."""
    known: dict[Place, Row] | None = material.found.get("undone")
    if known is None:
        known = material.found["undone"] = _found(material, veil)
    return known


def _found(material: Material, veil: Veil) -> dict[Place, Row]:
    found: dict[Place, Row] = {}
    pages: set[str] = set()
    speaking_of: dict[str, bool] = {}
    for each in sorted((*material.acts, *material.possible), key=lambda one: (_when(one), one.id), reverse=True):
        # a table that is full takes only what the sentences in it tell besides
        full = len(found) >= LISTED and speaking(each).document.id not in pages
        if full or not material.tells(each) or not _may(each, material, speaking_of):
            continue
        of = words(material, veil, each)
        said = None if of.whole is None else _said(each, of.alone.words, sure=not material.doubts(each))
        if said is not None and of.whole is not None and (of.place in found or len(found) < LISTED):
            found.setdefault(of.place, ([], said, of.whole))[0].append(each)
            pages.add(of.place[0])
    return _once(found, material)


def says(words: str) -> bool:
    """Whether words say that something was not done."""
    return tables.holds(_any(), words)


def _once(found: dict[Place, Row], material: Material) -> dict[Place, Row]:
    """The rows without those whose sentence only gives the reason for what the row of the sentence before it says."""
    reasons = set()
    for place, (entries, _, quote) in found.items():
        text, words = material.prudence.text(speaking(entries[0])), _rules()[1]
        led = None if text is None or not tables.holds(words, quote.words) else before(text, place[1])
        if led is not None and (place[0], led) in found and not tables.holds(words, found[place[0], led][2].words):
            reasons.add(place)
    return {place: row for place, row in found.items() if place not in reasons}


def table(rows: dict[Place, Row], material: Material, veil: Veil) -> Table:
    """One row for each sentence."""
    made = tuple(_row(entries, said, quote, place, material, veil) for place, (entries, said, quote) in rows.items())
    return Table("What was refused, withheld or called off, and who stayed away, the latest first", COLUMNS, made)


def _may(entry: Entry, material: Material, known: dict[str, bool]) -> bool:
    """Whether an act may be one that was not done, by its kind or its page: the others are not quoted for nothing."""
    if entry.type == "SUPPORT" and material.doubts(entry) and not any(map(material.prudence.names, entry.events)):
        # recognition that is said to be lacking is withheld by nobody in particular
        return False
    if entry.type == "REJECT" or entry.status in _UNDONE:
        return True
    event = speaking(entry)
    page = event.document.id
    if entry.type in _SPOKEN and page not in known:
        text = material.prudence.text(event) or material.prudence.sentences(event)
        known[page] = tables.holds(_any(), text)
    return known.get(page, False)


def _when(entry: Entry) -> str:
    return entry.date or speaking(entry).document.published or ""


def _said(entry: Entry, words: str, *, sure: bool) -> str | None:
    """What was not done, where the sentence says so; of what is no refusal by its kind the words alone decide."""
    kinds = _rules()[0]
    said = next((kind.said for kind in kinds if tables.holds(kind.words, words)), None)
    if entry.type == "REJECT" or entry.status in _UNDONE:
        return said or (_UNDONE.get(entry.status, "refused") if sure else None)
    return said if entry.type in _SPOKEN else None


def _row(entries: list[Entry], said: str, quote: Quote, place: Place, material: Material, veil: Veil) -> tuple[Line, ...]:
    lead = next((each for each in entries if not material.doubts(each)), entries[0])
    event = speaking(lead)
    sure = not material.doubts(lead)
    home, own = material.about.country, accounts(event) & event.parties()
    # of speech that is attributed to somebody else than the speaker nobody's word can be told
    told = own if event.type == "CONSULT" or own <= event.parties("source") else frozenset()
    whose = _teller(quote.words) or listed([labels.party(party, home) for party in sorted(told)])
    return (
        (said,),
        (f"{_day(lead, material)}{f'; {doers(material, lead)}' if sure else ''}",),
        (quote,),
        _reason(quote, place, lead, material, veil),
        (f"{capital(whose)}, in: " if whose else "", leading(event.document, event.document.id in material.hushed)),
        (Rows("", ids(entries)),),
    )


def _teller(words: str) -> str:
    """Who the words themselves say tells it: "sources told the newspaper Dawn", "according to diplomats quoted by AFP"."""
    found = re.search(_rules()[2], words)
    return "" if found is None else next(filter(None, found.groups())).strip()


def _day(entry: Entry, material: Material) -> str:
    """The day as told; of what is dated later than its page, that of the page, as it was known by then."""
    page = speaking(entry).document.published
    if page and entry.date and entry.date[: len(page)] > page[: len(entry.date)]:
        return f"page of {day(page)}"
    return dated(material, entry)


def _reason(quote: Quote, place: Place, entry: Entry, material: Material, veil: Veil) -> Line:
    """The sentence that gives a reason: the one quoted, or that after it; nothing where neither does."""
    if tables.holds(_rules()[1], quote.words):
        return ("in these words",)
    following = after(material, veil, speaking(entry), place)
    return (following,) if following is not None and tables.holds(_rules()[1], following.words) else ()


@functools.cache
def _any() -> str:
    """The words of every kind at once: most pages have none of them."""
    return "|".join(f"(?:{kind.words})" for kind in _rules()[0])


@functools.cache
def _rules() -> tuple[tuple[_Kind, ...], str, str]:
    """The kinds, the words of a reason, and those by which a sentence says whose word it is."""
    found = tables.toml("common", "undone")
    return msgspec.convert(found["undone"], tuple[_Kind, ...]), found["reason"]["words"], found["teller"]["words"]
