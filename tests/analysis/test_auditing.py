"""The coder's error from documents drawn at random: only the head of the draw counts, and only what was read whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from verbale.analysis import auditing
from verbale.analysis.minutes import of_record
from verbale.analysis.stats.reading import Audit
from verbale.record import Decision, Judged, Record

from ..record.making import make_coded, make_event, open_counted

NAMES = tuple(f"d{n}" for n in range(6))
ORDER = sorted(NAMES, key=auditing.place)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_counted(tmp_path / "verbale.db") as made:
        run = made.begin_run("add")
        for name in NAMES:
            made.add_coded(make_coded(id=name), run)
        yield made


def event_of(record: Record, name: str) -> str:
    return record.coded(name).events[0].id


def decide(record: Record, action: Any, subject: str, **fields: Any) -> None:
    kind = "document" if action == "nothing" else "event"
    record.decide(Decision(action=action, kind=kind, subject=subject, by="anna", **fields))


def read(record: Record, name: str, action: Any = "accept", **fields: Any) -> None:
    decide(record, action, event_of(record, name), **fields)
    decide(record, "nothing", name)


def test_the_head_of_the_draw_counts_until_a_document_is_left_out(record: Record) -> None:
    assert auditing.draw(record) == auditing.Draw(documents=0, next=ORDER[0], contacts=Audit(0, 0, 0))
    read(record, ORDER[0])
    read(record, ORDER[2], "reject")
    assert auditing.draw(record) == auditing.Draw(documents=1, next=ORDER[1], contacts=Audit(1, 1, 1))
    read(record, ORDER[1], "correct", changes={"type": "ACCUSE", "mode": "accuse"})
    assert auditing.draw(record) == auditing.Draw(documents=3, next=ORDER[3], contacts=Audit(1, 3, 1))


def test_an_act_that_nobody_is_sure_of_ends_it(record: Record) -> None:
    read(record, ORDER[0], "unsure")
    assert auditing.draw(record).documents == 0
    decide(record, "accept", event_of(record, ORDER[0]))
    assert auditing.draw(record).documents == 1


def test_what_was_missed_is_there_and_was_not_found(record: Record) -> None:
    coded = record.coded(ORDER[0])
    missed = make_event(coded.document, 62, 114, id="missed", coder="hand:anna")
    judged = Judged(document=coded.document.id, sha256=coded.document.sha256, event=missed)
    read(record, ORDER[0])
    decide(record, "add", "missed", judged=(judged,))
    assert auditing.draw(record).contacts == Audit(2, 1, 1)


def test_a_correction_of_the_parties_alone_leaves_nothing_right(record: Record) -> None:
    people = msgspec.to_builtins(record.coded(ORDER[0]).events[0].participants)
    for each, party in zip(people, ("NOR", "AFG-WOM"), strict=True):
        each["party"] = party
    read(record, ORDER[0], "correct", changes={"participants": people})
    assert auditing.draw(record).contacts == Audit(1, 1, 0)


def test_it_enters_the_answers_from_enough_documents_on(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ORDER[:2]:
        read(record, name)
    assert of_record(record, "none").audits == {}
    monkeypatch.setattr(auditing, "LEAST", 2)
    assert of_record(record, "none").audits == {"all": Audit(2, 2, 2)}


def test_a_scorecard_goes_before_it(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auditing, "LEAST", 1)
    read(record, ORDER[0])
    card = tmp_path / "card.toml"
    card.write_text("[all]\ngold = 9\nfound = 8\nright = 7\n", encoding="utf-8")
    assert of_record(record, "none", scorecard=card).audits == {"all": Audit(9, 8, 7)}
