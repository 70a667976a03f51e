"""Synthetic material for the tests of pictures and brief: the gold documents, turned into readings."""

from __future__ import annotations

import functools
import hashlib
import json
from pathlib import Path
from typing import Any

import msgspec

from verbale.model import Coded, Document, DocumentRef, Event, Mention

GOLD = Path(__file__).parent.parent / "gold"


@functools.cache
def readings(prefix: str = "af-") -> tuple[Coded, ...]:
    """The gold documents whose names begin with ``prefix``, as if a coder had read them."""
    return tuple(_reading(path) for path in sorted(GOLD.glob(f"{prefix}*.json")))


def _reading(path: Path) -> Coded:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    document = Document(
        id=hashlib.sha256(path.stem.encode()).hexdigest()[:16],
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        key=path.stem,
        url=f"https://example.org/{path.stem}",
        title=gold["title"],
        publisher=gold["publisher"],
        published=gold["published"],
        language="en",
    )
    ref = DocumentRef(**{name: getattr(document, name) for name in DocumentRef.__struct_fields__})
    events = tuple(_event(entry, ref, text, n) for n, entry in enumerate(gold["events"]))
    mentions = tuple(_mention(entry, text) for entry in gold["instruments"])
    return Coded(document=document, events=events, mentions=mentions, coder="gold")


def _event(entry: dict[str, Any], ref: DocumentRef, text: str, n: int) -> Event:
    values = {name: value for name, value in entry.items() if name in Event.__struct_fields__}
    values["evidence"] = [{"start": a, "end": b, "text": text[a:b]} for a, b in entry["evidence"]]
    values["instruments"] = [{"id": each, "start": 0, "end": 1} for each in entry["instruments"]]
    precision = {4: "year", 7: "month", 10: "day"}.get(len(entry["date"] or ""))
    values |= {"id": f"{ref.id}{n:02}", "document": ref, "coder": "gold", "date_precision": precision}
    return msgspec.convert(values, Event)


def _mention(entry: dict[str, Any], text: str) -> Mention:
    start, end = entry["start"], entry["end"]
    year = entry["year_as_written"]
    return Mention(
        kind="instrument", value=entry["id"], start=start, end=end, words=text[start:end], year=int(year) if year else None,
        error=entry["error"],
    )  # fmt: skip
