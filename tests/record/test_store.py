from __future__ import annotations

import re
from pathlib import Path

import msgspec

from verbale.model import SetAside
from verbale.record import Record, open_record

from .making import make_coded

BROKEN = SetAside(path="b.pdf", reason="encrypted", message="it asks for a password", hint="open it and save it without")


def test_what_cannot_be_read_is_kept_once_a_run(record: Record) -> None:
    run = record.begin_run("add")
    other = SetAside(path="a.doc", reason="empty", message="nothing in it", hint="look at the source")
    for entry in (BROKEN, other, BROKEN):
        record.set_aside(entry, run)
    assert record.set_asides(run) == (other, BROKEN)
    later = record.begin_run("add")
    record.set_aside(BROKEN, later)
    assert record.set_asides(later) == (BROKEN,)
    assert record.counts()["set_aside"] == 2


def test_clock_and_ids_are_the_callers(tmp_path: Path) -> None:
    with open_record(tmp_path / "x.db", clock=lambda: "noon", new_id=lambda: "one") as record:
        assert record.begin_run("add") == "one"
        assert record.runs()[0].started == "noon"


def test_clock_and_ids_by_default(tmp_path: Path) -> None:
    with open_record(tmp_path / "x.db") as record:
        run = record.begin_run("add")
        assert re.fullmatch(r"[0-9a-f]{32}", run)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", record.runs()[0].started)


def test_documents_are_counted_when_they_are_new(record: Record) -> None:
    first, second = make_coded("One page.").document, make_coded("Another page.").document
    assert record.add_documents([first, second, first], record.begin_run("add")) == 2
    assert {document.id for document in record.documents()} == {first.id, second.id}


def test_a_record_opens_where_another_left_it(record: Record) -> None:
    coded = make_coded()
    record.add_coded(coded, record.begin_run("add"))
    record.close()
    with open_record(record.where) as again:
        assert again.coded(coded.document.id) == coded


def test_two_records_of_the_same_inputs_are_equal_but_for_runs(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with open_record(tmp_path / f"{name}.db") as record:
            run = record.begin_run("add")
            for number in range(5):
                record.add_coded(make_coded(f"Page {number} tells of a meeting."), run)
    with open_record(tmp_path / "one.db") as one, open_record(tmp_path / "two.db") as two:
        assert [msgspec.json.encode(event) for event in one.events()] == [msgspec.json.encode(event) for event in two.events()]
        assert list(one.documents()) == list(two.documents())
