"""Several processes write to one record at once: nothing that was acknowledged is lost, and whoever reads sees whole states."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from verbale.errors import Transient
from verbale.record import Record, check, open_record, opening

from .making import make_coded
from .server import Server

WRITERS, ROUNDS = 3, 8

WRITER = """
import sys
from tests.record.making import added, draft, make_coded, make_event
from verbale.record import open_record

where, name, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open_record(where) as record:
    run = record.begin_run("add")
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(rounds):
        own = make_coded(f"{name} tells that envoy {number} met the minister. The two discussed girls' schools, and agreed.")
        record.add_coded(own, run)
        # the same pages come to everybody at the same time
        record.add_all([make_coded(f"Agency page {page} of round {number}: the envoy met the minister.") for page in range(3)], run)
        taken = [
            record.decide(draft(("accept", "reject")[number % 2], own.events[0].id, by=name)),
            record.decide(added(own, make_event(own.document, 0, 9, id=f"missed{name}{number}", mode="call"))),
            *record.decide_all([draft("same", f"n.{name}{number}", "p.x", kind="actor", by=name)]),
        ]
        print(*(each.number for each in taken), flush=True)
    record.end_run(run, "done", {"documents": rounds * 4})
"""


def start(where: str, name: str, rounds: int) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITER, where, name, str(rounds)]
    return subprocess.Popen(words, cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@contextmanager
def writers(where: str, rounds: int = ROUNDS) -> Iterator[list[subprocess.Popen[str]]]:
    """Processes that are ready to write, and begin together."""
    begun = [start(where, f"writer{n}", rounds) for n in range(WRITERS)]
    try:
        for process in begun:
            assert process.stdout and process.stdout.readline() == "ready\n"
        for process in begun:
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
        yield begun
    finally:
        for process in begun:
            process.kill()
            process.communicate()


def numbers(told: str) -> list[int]:
    return [int(word) for word in told.split()]


def test_nothing_is_lost(record: Record) -> None:
    with writers(record.where) as begun:
        told = [numbers(process.communicate(timeout=120)[0]) for process in begun]
        assert [process.returncode for process in begun] == [0] * WRITERS
    acknowledged = sorted(number for each in told for number in each)
    assert acknowledged == list(range(1, WRITERS * ROUNDS * 3 + 1)), "every decision has a number of its own"
    assert [decision.number for decision in record.decisions()] == acknowledged
    assert record.broken() is None
    assert check(record) == ()
    counts = record.counts()
    assert counts["documents"] == counts["versions"] == (WRITERS + 3) * ROUNDS
    assert counts["events"] == counts["documents"] - WRITERS * ROUNDS // 2 + WRITERS * ROUNDS, (
        "half were rejected, one was added each"
    )
    assert [run.status for run in record.runs()] == ["done"] * WRITERS


def test_who_reads_meanwhile_finds_the_record_whole(record: Record) -> None:
    looks = 0
    with writers(record.where) as begun:
        while any(process.poll() is None for process in begun):
            assert check(record) == ()
            looks += 1
    assert looks > 1


def test_a_writer_that_is_killed_holds_nobody_up(record: Record) -> None:
    with writers(record.where, rounds=15) as begun:
        victim, *others = begun
        assert victim.stdout
        kept = numbers(victim.stdout.readline())
        victim.kill()
        kept += numbers(victim.communicate()[0])
        for process in others:
            kept += numbers(process.communicate(timeout=120)[0])
            assert process.returncode == 0
    assert {*kept} <= {decision.number for decision in record.decisions()}
    assert record.broken() is None
    assert check(record) == ()


@pytest.mark.long
def test_several_make_one_record_on_a_server_at_once(server: Server) -> None:
    """For files, see test_opening."""
    where = server.address(server.make())
    with writers(where, rounds=2) as begun:
        for process in begun:
            process.communicate(timeout=120)
            assert process.returncode == 0
    with open_record(where, create=False) as record:
        assert len(record.decisions()) == WRITERS * 2 * 3
        assert check(record) == ()


def test_a_record_that_another_writes_to_is_busy_not_broken(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_record(record.where) as other, opening.writing(other._engine):
        monkeypatch.setattr(opening, "_BUSY_MS", 1)
        with open_record(record.where) as third, pytest.raises(Transient, match="cannot be used now"):
            third.add_coded(make_coded(), "run")
