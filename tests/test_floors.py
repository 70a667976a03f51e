"""The coder does not silently get worse: its figures on the gold documents stay above their floors."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from verbale import Coded, Settings, code, read
from verbale.catalogue.tables import packs

from .scoring import Gold, Score, dyads, lenient, plain

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def coded(gold: tuple[Gold, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Coded]:
    """Every gold document, coded under its own case."""
    groups: dict[str, list[str]] = defaultdict(list)
    for each in gold:
        groups[each.case if each.case in packs() else "none"].append(json.dumps(each.line))
    found = []
    for case, lines in groups.items():
        path = tmp_path_factory.mktemp("gold") / f"{case}.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        found += list(code(read(str(path)), case, Settings(workers=2)))
    assert all(isinstance(each, Coded) for each in found)
    return {each.document.key: each for each in found}


def test_figures_stay_above_their_floors(gold: tuple[Gold, ...], coded: dict[str, Coded]):
    reached = {}
    for name, measure in (("lenient", lenient), ("dyads", dyads)):
        scores = [measure(each.events, plain(coded[each.key].events)) for each in gold]
        reached[name] = round(sum(scores, Score(0, 0, 0)).f1, 3)
    assert {name: value for name, value in reached.items() if value < FLOORS[name]} == {}


def test_every_event_stands_on_its_words(coded: dict[str, Coded]):
    for each in coded.values():
        text = each.document.text
        for event in each.events:
            spans = [(e.start, e.end, e.text) for e in event.evidence]
            assert all(text[start:end] == words for start, end, words in spans)
            assert all(0 <= p.start < p.end <= len(text) for p in event.participants)
            assert all(b.start is None or text[b.start : b.end] for b in event.basis.values())


def test_ids_are_unique_in_a_document(coded: dict[str, Coded]):
    assert all(len({e.id for e in each.events}) == len(each.events) for each in coded.values())


def test_gold_meets_itself(gold: tuple[Gold, ...]):
    for each in gold:
        score = lenient(each.events, each.events)
        assert score.right == len([e for e in each.events if any(p.get("party") for p in e["participants"])])
        assert dyads(each.events, each.events).f1 in (0.0, 1.0)
