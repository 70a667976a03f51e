"""The hand-coded documents as the matcher takes them: their events, and what a coder reads in the same documents."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import msgspec

from verbale.catalogue.tables import packs
from verbale.coding.coder import Coder
from verbale.model import Coded, Document, DocumentRef, Event
from verbale.scoring import Coding, load_gold
from verbale.settings import Settings

FOLDER = Path(__file__).parent.parent / "gold"
_DROPPED = ("evidence", "instruments", "said", "attribution", "mentions")


@functools.cache
def documents() -> tuple[Document, ...]:
    """The documents, under the ids of their files."""
    return tuple(_document(each) for each in load_gold(FOLDER).documents)


@functools.cache
def by_hand() -> tuple[Event, ...]:
    """The events that were coded by hand."""
    return tuple(_event(each, act) for each in load_gold(FOLDER).documents for act in each.events)


def by_machine(keys: Collection[str]) -> tuple[Event, ...]:
    """The events that the program codes in some of the same documents."""
    golds = [each for each in load_gold(FOLDER).documents if each.key in keys]
    coders = {case: Coder(case if case in packs() else "none", Settings()) for case in {each.case for each in golds}}
    found: list[Coded] = [coders[each.case].code(_document(each)) for each in golds]
    return tuple(event for coded in found for event in coded.events)


def links(field: str) -> dict[str, set[str]]:
    """The documents of each occasion that ``same_occasion`` or ``readout_pair`` names."""
    found: dict[str, set[str]] = {}
    for path in sorted(FOLDER.glob("*.json")):
        name = msgspec.json.decode(path.read_bytes()).get(field)
        if name:
            found.setdefault(name, set()).add(path.stem)
    return found


def _document(given: Coding) -> Document:
    text = given.text or ""
    return Document(id=given.key, key=given.key, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text, **given.told)


def _event(given: Coding, act: Mapping[str, Any]) -> Event:
    document = _document(given)
    spans = [{"start": a, "end": b, "text": document.text[a:b]} for a, b in act["evidence"]]
    said = hashlib.sha256(msgspec.json.encode((given.key, act["type"], act["mode"], act["participants"], spans))).hexdigest()[:16]
    kept = set(Event.__struct_fields__) - set(_DROPPED)
    full = {name: value for name, value in act.items() if name in kept and value is not None}
    day = act.get("date")
    precision = {4: "year", 7: "month", 8: "week", 10: "day"}[len(day)] if day else None
    reference = DocumentRef(
        id=given.key, key=given.key, title=document.title, publisher=document.publisher, published=document.published
    )
    full |= {"id": said, "document": reference, "evidence": spans, "coder": "hand", "date_precision": precision}
    return msgspec.convert(msgspec.to_builtins(full), Event, strict=False)
