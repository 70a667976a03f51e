"""How well engagements meet pairs of events that people judged: pairwise F1 and B-cubed.

Run: python -m tests.engagements.measure PAIRS.json...

A file of pairs is one JSON object with two lists:

    {"documents": [{"id": "d1", "text": "...", "title": "...", "publisher": "...", "published": "2023-01-12",
                    "events": [EVENT, ...]}, ...],
     "pairs": [{"a": "e1", "b": "e2", "same": true, "why": "both say ..."}, ...]}

Each EVENT has the shape in which events leave the program as JSON Lines, with its ``id``; its ``document`` may be left out, it is
the document that it stands in. ``text`` may be empty; then no copies are looked for, and evidence is not checked against it.
``a`` and ``b`` are ids of events of different documents, or of one. ``same`` is whether the two report one act in the world;
``why`` and any other field are for readers.

*Pairwise*: of the judged pairs only. *B-cubed*: over the events that stand in any pair; those joined by ``same`` pairs, directly or
over others, are one act, and those that are not joined are taken for different acts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from verbale.engagements import engagements
from verbale.model import Document, Event
from verbale.record.exports import jsonl


class Judged(NamedTuple):
    """What a file of pairs holds."""

    documents: list[Document]
    events: list[Event]
    pairs: list[dict[str, Any]]


class Figures(NamedTuple):
    """How well it went: pairwise and B-cubed, each precision, recall and F1, and the pairs that went wrong."""

    pairwise: tuple[float, float, float]
    b_cubed: tuple[float, float, float]
    merged: list[dict[str, Any]]
    missed: list[dict[str, Any]]


def load(path: Path) -> Judged:
    """A file of pairs."""
    given = json.loads(path.read_text(encoding="utf-8"))
    documents = [_document(each) for each in given["documents"]]
    events = [_event(one, each) for each in given["documents"] for one in each["events"]]
    known = {event.id for event in events}
    lost = {name for pair in given["pairs"] for name in (pair["a"], pair["b"])} - known
    if lost:
        raise ValueError(f"{path}: no event has the id {', '.join(sorted(lost))}")
    return Judged([each for each in documents if each.text], events, given["pairs"])


def measure(judged: Judged) -> Figures:
    """The figures of the engagements that the events make."""
    found = {event: each.id for each in engagements(judged.events, judged.documents) for event in each.engagement.events}
    truly = _acts(judged.pairs)
    merged = [pair for pair in judged.pairs if not pair["same"] and found[pair["a"]] == found[pair["b"]]]
    missed = [pair for pair in judged.pairs if pair["same"] and found[pair["a"]] != found[pair["b"]]]
    pairwise = _pairwise(judged.pairs, len(merged), len(missed))
    return Figures(pairwise, _b_cubed(truly, {event: found[event] for event in truly}), merged, missed)


def _pairwise(pairs: Iterable[dict[str, Any]], merged: int, missed: int) -> tuple[float, float, float]:
    """Precision, recall and F1 of judged pairs, of which so many went wrong."""
    right = sum(pair["same"] for pair in pairs) - missed
    return _rates(right / ((right + merged) or 1), right / ((right + missed) or 1))


def _acts(pairs: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The act of each event in a pair, named by one of its events."""
    leads: dict[str, str] = {}

    def of(event: str) -> str:
        while leads.setdefault(event, event) != event:
            event = leads[event]
        return event

    for pair in pairs:
        a, b = of(pair["a"]), of(pair["b"])
        if pair["same"]:
            leads[max(a, b)] = min(a, b)
    return {event: of(event) for event in leads}


def _b_cubed(truly: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    precision = recall = 0.0
    for event in truly:
        mine = {other for other in truly if found[other] == found[event]}
        right = {other for other in truly if truly[other] == truly[event]}
        precision += len(mine & right) / len(mine)
        recall += len(mine & right) / len(right)
    return _rates(precision / (len(truly) or 1), recall / (len(truly) or 1))


def _rates(precision: float, recall: float) -> tuple[float, float, float]:
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def _document(given: dict[str, Any]) -> Document:
    values = {name: given[name] for name in Document.__struct_fields__ if given.get(name) is not None}
    return msgspec.convert({"sha256": "", "text": "", **values}, Document)


def _event(given: dict[str, Any], document: dict[str, Any]) -> Event:
    names = ("id", "key", "path", "url", "title", "publisher", "published")
    reference = {name: document.get(name) for name in names}
    return jsonl.decode(json.dumps({**given, "document": reference | (given.get("document") or {}) | {"id": document["id"]}}))


def main(paths: Iterable[str]) -> None:
    """Print the figures of each file, what went wrong, and the pairs of several files together."""
    measured = []
    for path in paths:
        judged = load(Path(path))
        figures = measure(judged)
        measured.append((judged, figures))
        lines = [f"{path}: {_size(judged.pairs)}; {len(judged.events)} events"]
        lines += [_line(name, getattr(figures, name)) for name in ("pairwise", "b_cubed")]
        for kind in ("merged", "missed"):
            lines += [f"  wrongly {kind}: {pair['a']} and {pair['b']}: {pair.get('why', '')}" for pair in getattr(figures, kind)]
        sys.stdout.write("\n".join(lines) + "\n")
    if len(measured) > 1:
        pairs = [pair for judged, _ in measured for pair in judged.pairs]
        wrong = [sum(len(getattr(figures, kind)) for _, figures in measured) for kind in ("merged", "missed")]
        sys.stdout.write(f"together: {_size(pairs)}\n{_line('pairwise', _pairwise(pairs, *wrong))}\n")


def _size(pairs: Sequence[dict[str, Any]]) -> str:
    return f"{len(pairs)} pairs, {sum(pair['same'] for pair in pairs)} of them the same"


def _line(name: str, rates: tuple[float, float, float]) -> str:
    return "  {:9} precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(name, *rates)


if __name__ == "__main__":
    main(sys.argv[1:])
