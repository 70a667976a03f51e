"""What the facets of an event are read from, beside its draft: the document, its pages and hits, and whose page it is."""

from __future__ import annotations

import functools
import re
from collections import Counter
from typing import Any

import msgspec

from verbale.catalogue import tables
from verbale.catalogue.fold import fold
from verbale.catalogue.world import World
from verbale.coding.page import Page, of_kind
from verbale.coding.phrases import has
from verbale.coding.scan import Hit
from verbale.model import Document

Token = Any


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """A document as its facets see it.

    ``country`` is the contested country that it is about, ``issuer`` the party whose page it is, ``home`` who governs where it is
    datelined.
    """

    document: Document
    world: World
    hits: tuple[Hit, ...]
    pages: tuple[Page, ...]
    published: str | None = None
    dateline: str = ""
    issuer: str | None = None
    country: str | None = None
    home: str | None = None


def context_of(
    document: Document, world: World, hits: list[Hit], pages: list[Page], *, dateline: str = "", issuer: str | None = None
) -> Context:
    """The context of a document that has been scanned and parsed."""
    country, day = _country(world, hits, document.published), document.published
    city = datelined(world, dateline)
    home = world.acting(city[1], day) if city else None
    if issuer is None and country and has("issuing", document.publisher or ""):
        issuer = home or world.acting(country, day)
    return Context(
        document=document, world=world, hits=tuple(hits), pages=tuple(pages), published=day, dateline=dateline, issuer=issuer,
        country=country, home=home,
    )  # fmt: skip


def datelined(world: World, dateline: str) -> tuple[str, str] | None:
    """The city that a dateline names, as a name and not in capitals, and its country."""
    for part in re.split(r"[,/(:–—-]| and ", dateline):
        name = " ".join(w.title() if w.isupper() and len(w) > 2 else w for w in part.split())
        for entry in world.names.get(fold(name), ()):
            if entry.kind in ("capital", "place") and entry.code:
                return name, entry.code
    return None


def _country(world: World, hits: list[Hit], day: str | None) -> str | None:
    """The case's country where the document names it, else the contested country that it names most."""
    counts: Counter[str] = Counter()
    for hit in hits:
        for country in {e.code[:3] for e in hit.entries if e.kind in ("state", "demonym", "people", "authority", "capital")}:
            if world.contested(country, day) or of_kind(hit, "authority"):
                counts[country] += 1
    if world.country and counts[world.country]:
        return world.country
    return counts.most_common(1)[0][0] if counts else None


@functools.cache
def capital(country: str) -> str | None:
    """The name of a country's capital as the catalogue writes it first."""
    return _capitals().get(country, (None,))[0]


@functools.cache
def _capitals() -> dict[str, tuple[str, ...]]:
    return {r["code"]: tuple(tables.cells(r["capital"])) for r in tables.rows("common", "states") if r["capital"]}


def country_of(city: str) -> str | None:
    """The code of the country whose capital has a name."""
    return _countries().get(fold(city).lower())


@functools.cache
def _countries() -> dict[str, str]:
    return {fold(name).lower(): code for code, names in _capitals().items() for name in names}


def is_capital(place: str, country: str) -> bool:
    """Whether a place is the capital of a country, under any of its spellings."""
    return country_of(place) == country


def sentences(draft: Any, before: int = 0, after: int = 0) -> list[Any]:
    """The sentences of the trigger's block that its evidence touches, with some before and after them."""
    base, at = draft.page.base, draft.token.i
    every = list(draft.page.doc.sents)
    touched = [
        n for n, s in enumerate(every)
        if s.start <= at < s.end or any(a < base + s.end_char and base + s.start_char < b for a, b in draft.evidence)
    ]  # fmt: skip
    return every[max(0, min(touched) - before) : max(touched) + 1 + after]


def words_of(draft: Any, document: Document) -> str:
    """The words of a draft's evidence, one passage after the other."""
    return " \n".join(document.text[a:b] for a, b in sorted(draft.evidence))
