from __future__ import annotations

from verbale.record import Record, Run


def test_a_run_is_a_row_from_its_beginning(record: Record) -> None:
    run = record.begin_run(
        "add", case="afghanistan", case_version="3", coder="grammar@1", settings={"workers": 2}, inputs=["pages/", "ü.txt"]
    )
    assert record.runs() == (
        Run(id=run, verb="add", started="2024-01-01T00:00:00+00:00", case="afghanistan", case_version="3", coder="grammar@1",
            settings={"workers": 2}, inputs=("pages/", "ü.txt")),
    )  # fmt: skip
    assert record.runs()[0].status == "running"


def test_a_run_ends_with_its_counts(record: Record) -> None:
    run = record.begin_run("add")
    record.end_run(run, "partial", {"documents": 3, "set aside": 1})
    ended = record.runs()[0]
    assert (ended.status, ended.counts, ended.ended) == ("partial", {"documents": 3, "set aside": 1}, "2024-01-01T00:00:01+00:00")


def test_the_latest_run_comes_first(record: Record) -> None:
    made = [record.begin_run("add"), record.begin_run("code")]
    assert [run.id for run in record.runs()] == made[::-1]
