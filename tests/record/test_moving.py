from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Table

from verbale.errors import DataError, RecordError, UsageError
from verbale.record import Record, check, moving, open_record
from verbale.record.moving import move

from ..stores import Fresh
from .behind import behind
from .making import draft, make_coded


@pytest.fixture
def filled(in_files: Fresh) -> Iterator[Record]:
    with in_files() as record:
        run = record.begin_run("add")
        for number in range(30):
            coded = make_coded(f"Envoy {number} met minister {number} in Doha, and told nobody what about, nor for how long.")
            record.add_coded(coded, run)
            if number < 6:
                record.decide(draft("accept", coded.events[0].id))
        record.end_run(run, "done", {"documents": 30})
        yield record


def said(record: Record) -> tuple[object, ...]:
    return list(record.documents()), list(record.events()), record.decisions(), record.runs(), record.head(), check(record)


def test_all_of_it_arrives(filled: Record, fresh: Fresh) -> None:
    with fresh() as target:
        counts = move(filled, target.where)
        assert counts["events"] == 30 and counts["decisions"] == 6
        assert said(target) == said(filled)
        # and it goes on from there
    with open_record(target.where) as target:
        run = target.begin_run("add")
        assert target.add_coded(make_coded("The envoy met another minister in Doha, and both were pleased."), run)
        target.decide(draft("accept", next(iter(target.events())).id))
        assert check(target) == ()
        with pytest.raises(UsageError, match="there is a record"):
            move(filled, target.where)


def test_there_and_back(filled: Record, fresh: Fresh, tmp_path: Path) -> None:
    with fresh() as target:
        move(filled, target.where)
        move(target, str(tmp_path / "back.db"))
    with open_record(tmp_path / "back.db") as back:
        assert said(back) == said(filled)


def test_what_does_not_arrive_whole_is_not_kept(filled: Record, fresh: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = moving._copy

    def losing(old: Connection, new: Connection, table: Table) -> int:
        found = plain(old, new, table)
        if table.name == "claims":
            new.execute(table.delete().where(table.c.number == 3))
        return found

    monkeypatch.setattr(moving, "_copy", losing)
    with fresh() as target:
        with pytest.raises(DataError, match="row 3 of claims"):
            move(filled, target.where)
        assert target.counts()["documents"] == 0


def test_a_broken_ledger_is_not_moved(filled: Record, fresh: Fresh) -> None:
    behind(filled, "UPDATE decisions SET body = 'nothing' WHERE number = 3")
    with fresh() as target, pytest.raises(RecordError, match="decision 3"):
        move(filled, target.where)
