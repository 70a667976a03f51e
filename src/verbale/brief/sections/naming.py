"""How the authority was named: the words themselves, counted and quoted."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.page import Line, Quote, Rows, Section, Table, text
from verbale.brief.telling import cut
from verbale.catalogue import tables
from verbale.pictures.counting import ids, side

_LISTED = 10
_OFFICE = r"\b(?:ministr(?:y|ies)|embass(?:y|ies)|consulates?|office|bank|spokes\w+|delegations?|embassy)\b"
"""Words for a part of the authority, which take no stance on the whole."""
_NO_NAMES = ("anti-", "pro-", "post-", "pre-")
"""How a word begins that says how somebody or some time stands to the authority, and names it not."""


class _Named(msgspec.Struct):
    """One way of naming: as first spelt, the documents that use it, the acts told with it."""

    words: str
    documents: set[str]
    acts: list[Entry]


def naming(material: Material) -> Section | None:
    """The namings of the authority by number of documents; nothing where none was read."""
    found: dict[str, _Named] = {}
    bodies = _bodies(material.case) | _places()
    for words, document, entry in _namings(material):
        key = _key(words)
        if key not in bodies and not key.startswith(_NO_NAMES) and not tables.holds(_OFFICE, key):
            one = found.setdefault(key, _Named(words, set(), []))
            one.documents.add(document)
            one.acts += [entry] if entry else []
    if not found:
        return None
    order = sorted(found, key=lambda key: (-len(found[key].documents), key))
    columns = ("Words", "Documents", "Acts", "Notes")
    rows = tuple(_row(found[key]) for key in order[:_LISTED])
    note = text(
        "The words are those of the documents as they were read, whoever's voice they stand in. How an authority is named tells "
        "a stance."
    )
    table = Table("Words for the authorities, by documents that use them and acts told with them", columns, rows, (1, 2))
    return Section("naming", "How the authorities were named", (note, table))


def _row(named: _Named) -> tuple[Line, ...]:
    behind = ids(named.acts)
    linked: Line = (Rows("", behind),) if behind else ()
    return ((Quote(cut(named.words, 60)),), (str(len(named.documents)),), (str(len(behind)),), linked)


def _namings(material: Material) -> Iterator[tuple[str, str, Entry | None]]:
    country = material.about.country
    for event, entry in material.filling("naming"):
        for each in event.naming if not entry.silent else ():
            if side(each.party, country) == "authority":
                yield each.words, event.document.id, entry
    for document, mention in material.mentions("naming"):
        if mention.party and side(mention.party, country) == "authority":
            yield mention.words, document.id, None


def _bodies(case: str) -> frozenset[str]:
    """The names of ministries and other bodies of an authority: they name a part of it, and take no stance on the whole."""
    named = (name for row in tables.rows(case, "organisations") for name in (row["name"], *tables.cells(row["aliases"])))
    return frozenset(map(_key, named))


@functools.cache
def _places() -> frozenset[str]:
    """The names of places: a capital's may mean the city."""
    return frozenset(_key(name) for row in tables.rows("common", "places") for name in (row["name"], *tables.cells(row["aliases"])))


def _key(words: str) -> str:
    return " ".join(words.casefold().removeprefix("the ").replace("’", "'").removesuffix("'s").split())
