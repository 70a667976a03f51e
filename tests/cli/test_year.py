"""The year whose change is known, from the record to the answer: documents in the record, their one event each read by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.analysis.year import AUTH, OTHERS, OUTSIDE, documents
from verbale.model import Coded, Document, DocumentRef, Event, Evidence, Participant
from verbale.record import Record

from ..record.making import open_counted
from .conftest import Verbale

FRAME = 'name = "Three outlets"\nhow = "every page"\nsince = "2022-01-01"\nuntil = "2022-12-31"\n'
QUESTIONS = """
[others]
asks = "Did meetings with others than the authorities rise in October and November 2022?"
of = ["USA", "EU", "UN", "NATO+"]
with = "others"
window = "2022-10..2022-11"
baseline = "2022-04..2022-09"

[authority]
of = ["USA", "EU", "UN", "NATO+"]
with = "authority"
window = "2022-10..2022-11"
baseline = "2022-04..2022-09"
"""


def _coded(line: dict[str, Any]) -> Coded:
    text = line["text"]
    fields = {name: line[name] for name in ("title", "publisher", "published", "url")}
    document = Document(id=line["id"], sha256=hashlib.sha256(text.encode()).hexdigest(), text=text, language="en", **fields)
    people = [
        Participant(name=text[start:end], role=role, party=party, start=start, end=end)
        for role, named in (("source", OUTSIDE), ("target", {**OTHERS, **AUTH}))
        for party, words in named.items()
        if (at := text.find(words)) >= 0 and (end := at + len(words))
        # the envoy of a country is named, not the country
        for start in (0 if role == "source" else at,)
    ]
    if not people:
        return Coded(document=document, coder="hand@1")
    ref = DocumentRef(**{name: getattr(document, name) for name in DocumentRef.__struct_fields__})
    event = Event(
        id=f"e-{line['id']}", document=ref, type="CONSULT", mode="meet", status="happened", participants=tuple(people),
        evidence=(Evidence(start=0, end=len(text), text=text),), coder="hand@1", date=line["published"], date_precision="day",
        date_basis="stated", place=text.partition(" in ")[2].partition(" on ")[0], confidence=0.95,
    )  # fmt: skip
    return Coded(document=document, events=(event,), coder="hand@1")


@pytest.fixture
def year_record(tmp_path: Path) -> Iterator[Record]:
    with open_counted(tmp_path / "verbale.db") as record:
        run = record.begin_run("add", case="afghanistan", coder="hand@1", inputs=["year"])
        for line in documents(a_day=1):
            record.add_coded(_coded(line), run)
        record.end_run(run, "done", {})
        yield record


def test_the_known_change_is_answered_with_its_caveats(verbale: Verbale, year_record: Record, tmp_path: Path):
    (tmp_path / "frame.toml").write_text(FRAME, encoding="utf-8")
    (tmp_path / "questions.toml").write_text(QUESTIONS, encoding="utf-8")
    shown = verbale("trend", "--questions", "questions.toml", "--frame", "frame.toml").out
    rise, same = shown.split("Contact of the United States", 1)
    assert "Rise supported: " in rise and "Compatible with no change: " in same
    for caveat in (
        "machine-read, none reviewed",
        "coder's error is not in the intervals",
        "No other year is read",
        "missing by design",
    ):
        assert caveat in rise
    refused = verbale("trend", "--questions", "questions.toml").out
    assert "Rise supported" not in refused and refused.count("no rate and no verdict") == 2
    weighed = verbale("balance", "--frame", "frame.toml").out
    assert "Share of others" in weighed and "As they are counted, the others are in the majority" in weighed
