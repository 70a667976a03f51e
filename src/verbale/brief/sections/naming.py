"""How the authority was named: the words themselves, counted and quoted."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.brief.material import Material
from verbale.brief.page import Line, Quote, Rows, Section, Table, text
from verbale.brief.telling import cut
from verbale.catalogue import tables
from verbale.pictures.counting import ids, side

_LISTED = 14


def naming(material: Material) -> Section | None:
    """The namings of the authority by number of documents; nothing where none was read."""
    spelt: dict[str, str] = {}
    documents: dict[str, set[str]] = {}
    events: dict[str, set[str]] = {}
    bodies = _bodies(material.case)
    for words, document, event in _namings(material):
        key = _key(words)
        if key in bodies:
            continue
        spelt.setdefault(key, words)
        documents.setdefault(key, set()).add(document)
        events.setdefault(key, set()).update(filter(None, (event,)))
    if not documents:
        return None
    by_id = {e.id: e for e in material.events}
    order = sorted(documents, key=lambda key: (-len(documents[key]), key))
    rows: list[tuple[Line, ...]] = []
    for key in order[:_LISTED]:
        behind = ids(by_id[e] for e in events[key])
        linked: Line = (Rows("", behind),) if behind else ()
        rows.append(((Quote(cut(spelt[key], 60)),), (str(len(documents[key])),), (str(len(behind)),), linked))
    table = Table(
        "Words for the authorities, by documents and by events that use them",
        ("Words", "Documents", "Events", "Notes"),
        tuple(rows),
        (1, 2),
    )
    note = text(
        "How a speaker names an authority is part of the speaker’s stance. The words are quoted as they stand; they are not ours."
    )
    return Section("naming", "How the authorities were named", (note, table))


def _namings(material: Material) -> Iterator[tuple[str, str, str | None]]:
    country = material.about.country
    for event in material.events:
        for each in event.naming:
            if side(each.party, country) == "authority":
                yield each.words, event.document.id, event.id
    for document, mention in material.mentions("naming"):
        if mention.party and side(mention.party, country) == "authority":
            yield mention.words, document.id, None


def _bodies(case: str) -> frozenset[str]:
    """The names of ministries and other bodies of an authority: they name a part of it, and take no stance on the whole."""
    named = (name for row in tables.rows(case, "organisations") for name in (row["name"], *tables.cells(row["aliases"])))
    return frozenset(map(_key, named))


def _key(words: str) -> str:
    return " ".join(words.casefold().removeprefix("the ").replace("’", "'").removesuffix("'s").split())
