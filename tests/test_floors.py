"""The coder does not silently get worse: its figures on the gold documents stay above their floors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from verbale import Settings
from verbale.model import Event
from verbale.scoring import Found, Gold, Scorecard, by_coder, evaluate

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "tools" / "score.py"
SAME = {"macro": "document mean", "dyads": "dyads", "not_happened": "not happened"}
FIELDS = {"status": "status", "mode": "mode", "date": "date", "place": "place", "who": "person", "evidence": "evidence"}


@pytest.fixture(scope="module")
def found(gold: Gold) -> Found:
    """Every gold document, coded under its own case."""
    return by_coder(gold, Settings(workers=1))


@pytest.fixture(scope="module")
def card(gold: Gold, found: Found) -> Scorecard:
    return evaluate(gold, found)


def test_figures_stay_above_their_floors(card: Scorecard):
    assert [(f.documents, f.figure, f.reached, f.floor) for f in card.floors if not f.holds] == []
    assert len(card.floors) == 8


def test_twelve_documents_are_locked_and_nothing_of_them_is_told(gold: Gold, card: Scorecard):
    assert len(gold.locked) == len(gold.floors.locked) == card.withheld == 12
    assert not gold.locked & {*card.pages, *(e.document for e in card.errors)}


def test_every_event_stands_on_its_words(gold: Gold, found: Found):
    for each in gold.documents:
        text = each.text or ""
        for event in msgspec.convert(found.events[each.key], list[Event]):
            assert all(text[e.start : e.end] == e.text for e in event.evidence)
            assert all(0 <= p.start < p.end <= len(text) for p in event.participants)
            assert all(b.start is None or text[b.start : b.end] for b in event.basis.values())


def test_ids_are_unique_in_a_document(found: Found):
    assert all(len({e["id"] for e in events}) == len(events) for events in found.events.values())


def test_the_figures_are_those_of_the_other_scorer(card: Scorecard, found: Found, tmp_path: Path):
    """Two programs, written apart, count alike: the other one stands beside the project and not in it."""
    if not SHARED.is_file():
        pytest.skip("the other scorer lies beside the project, and not here")
    events = tmp_path / "events.jsonl"
    events.write_text("".join(json.dumps(e) + "\n" for each in found.events.values() for e in each), encoding="utf-8")
    words = [sys.executable, SHARED, ROOT / "tests" / "gold", events, "--json"]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)
    theirs = json.loads(ran.stdout.splitlines()[-1])
    for kind, table in (("strict_f1", "strict"), ("lenient_f1", "lenient")):
        ours = {row: figure.f1 for row, figure in card.tables[table].items()}
        names = {"all": "ALL", "contact": "CONSULT*", "speech": "SPEECH", "deeds": "DEEDS"}
        assert {row: theirs[names.get(row, row)][kind] for row in ours} == pytest.approx(ours)
    whole = {name: theirs[name] if name == "macro" else theirs[name]["f1"] for name in SAME}
    assert {name: card.tables["overall"][row].f1 for name, row in SAME.items()} == pytest.approx(whole)
    assert {name: card.tables["paired"][row].f1 for name, row in FIELDS.items()} == pytest.approx({n: theirs[n] for n in FIELDS})
    facets = {name.removeprefix("facet_"): value for name, value in theirs.items() if name.startswith("facet_")}
    assert {name: card.tables["facet"][name].f1 for name in facets} == pytest.approx(facets) and len(facets) == 11
