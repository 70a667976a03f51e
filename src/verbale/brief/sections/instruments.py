"""Treaties, resolutions and courts cited, and citations that contradict the catalogue."""

from __future__ import annotations

import functools

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.notes import leading, published
from verbale.brief.page import Block, Inline, Items, Line, Quote, Rows, Section, Table, text
from verbale.brief.telling import cut, source
from verbale.catalogue import tables
from verbale.model import Document
from verbale.pictures.counting import ids
from verbale.pictures.words import capital, count, day

_PAGES = 3
"""Pages named beside an instrument."""


class _Cited(msgspec.Struct, frozen=True):
    instrument: str
    document: str
    words: str
    error: str | None
    where: Document | None
    entry: Entry | None


def instruments(material: Material) -> Section | None:
    """Instruments by number of documents, then each reference error with the words; nothing where none is cited."""
    cited = _cited(material)
    if not cited:
        return None
    blocks: list[Block] = [_table(cited, material), *_errors(cited, material)]
    return Section("instruments", "Treaties, resolutions and courts cited", tuple(blocks))


def _cited(material: Material) -> list[_Cited]:
    outside = [_Cited(m.value, d.id, m.words, m.error, d, None) for d, m in material.mentions("instrument")]
    inside = [
        _Cited(use.id, e.document.id, page[use.start : use.end], use.error, None, entry)
        for e, entry in material.filling("instruments")
        if (page := material.prudence.text(e)) is not None
        for use in e.instruments
    ]
    return outside + inside


def _table(cited: list[_Cited], material: Material) -> Table:
    seen: dict[str, list[_Cited]] = {}
    for each in cited:
        seen.setdefault(each.instrument, []).append(each)
    order = sorted(seen, key=lambda name: (-len({c.document for c in seen[name]}), _title(name)))
    rows: list[tuple[Line, ...]] = []
    for name in order:
        acts = ids(c.entry for c in seen[name] if c.entry)
        linked: Line = (Rows("", acts),) if acts else ()
        rows.append(((_title(name),), _pages(seen[name], material), (str(len({c.document for c in seen[name]})),), linked))
    caption = "Instruments by the documents that cite them, and the acts that do"
    return Table(caption, ("Instrument", "Cited in", "Documents", "Notes"), tuple(rows), (2,))


def _pages(cited: list[_Cited], material: Material) -> Line:
    """The first pages that cite an instrument, but those whose headings are not shown."""
    ids_ = [name for name in dict.fromkeys(c.document for c in cited) if name not in material.hushed]
    parts: list[Inline] = []
    for n, name in enumerate(ids_[:_PAGES]):
        parts += [*(["; "] if n else []), leading(material.coded(name).document, hushed=False)]
    return tuple(parts)


def _errors(cited: list[_Cited], material: Material) -> list[Block]:
    wrong = {(c.instrument, c.document): c for c in reversed(cited) if c.error}
    if not wrong:
        return []
    lines = tuple(_error(c, material.hushed) for _, c in sorted(wrong.items()))
    n = len(lines)
    agrees = "does" if n == 1 else "do"
    lead = f"{capital(count(n, 'citation'))} {agrees} not agree with the catalogue of instruments; the text is left as it stands:"
    return [text(lead), Items(lines)]


def _error(cited: _Cited, hushed: frozenset[str]) -> Line:
    silent = cited.entry is not None and cited.entry.silent
    words: list[Inline] = [] if silent else [Quote(cut(cited.words)), " – "]
    parts: list[Inline] = [f"{_title(cited.instrument)}: ", *words, f"{cited.error}."]
    if cited.entry:
        return (*parts, Rows("", (cited.entry.id,)))
    document = cited.where
    if document is None:
        return tuple(parts)
    return (
        *parts,
        f" {source(document.publisher)}, {day(published(document, document.id in hushed))}: ",
        leading(document, document.id in hushed),
        ".",
    )


def _title(instrument: str) -> str:
    return _names().get(instrument, instrument.replace("_", " "))


@functools.cache
def _names() -> dict[str, str]:
    return {row["id"]: row["name"] for row in tables.rows("common", "instruments")}
