"""Damage: flipped bytes, a file cut short, a kill in the middle of writing. Never half a document, no error but ours."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from verbale.errors import RecordError, Transient
from verbale.record import Record, check, open_record, search

from .making import draft, make_coded

DOCUMENTS = 12
KILLS = 10


@pytest.fixture
def whole(record: Record, path: Path) -> bytes:
    run = record.begin_run("add")
    for number in range(DOCUMENTS):
        record.add_coded(make_coded(f"Envoy {number} met minister {number} in Doha. " * 20), run)
    record.close()
    return path.read_bytes()


def _everything(path: Path) -> tuple[object, ...]:
    """All that a record says, or what it complains of."""
    try:
        with open_record(path) as record:
            read = (list(record.documents()), list(record.events()), record.counts(), record.runs())
            return (*read, [hit.document for hit in search(record, "minister doha")], check(record))
    except (RecordError, Transient) as error:
        assert error.hint
        return ("complaint",)


def test_flipped_bytes_are_complained_of_or_change_nothing(path: Path, whole: bytes) -> None:
    sound, dice, silent = _everything(path), random.Random(5), 0
    for _ in range(40):
        broken = bytearray(whole)
        for _ in range(4):
            broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        path.write_bytes(broken)
        seen = _everything(path)
        if seen != ("complaint",) and not seen[-1]:  # nobody complained: then the documents and events must be as they were
            assert seen[:2] == sound[:2]
            silent += 1
    assert silent < 40


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_file_cut_short_is_complained_of(path: Path, whole: bytes, kept: float) -> None:
    path.write_bytes(whole[: int(len(whole) * kept)])
    seen = _everything(path)
    assert seen == ("complaint",) or seen[-1]


def test_random_bytes_behind_a_good_beginning(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + random.Random(1).randbytes(8000))
    assert _everything(path) == ("complaint",)


# One process that starts writers as forks of itself and kills them, as starting Python ten times would take most of the time.
KILLER = """
import os, random, select, signal, sys, time
from tests_making import make_coded
from verbale.record import open_record

def write(path, name, told):
    with open_record(path) as record:
        run = record.begin_run("add")
        for number in range(100_000):
            record.add_coded(make_coded(f"Process {name} tells that envoy {number} met minister {number}. " * 50), run)
            os.write(told, b".")

dice, acknowledged = random.Random(3), 0
for name in range(int(sys.argv[2])):
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        os.close(heard)
        write(sys.argv[1], name, told)
        os._exit(1)
    os.close(told)
    acknowledged += len(os.read(heard, 1))
    time.sleep(dice.random() / 20)
    os.kill(child, signal.SIGKILL)
    while more := os.read(heard, 65536):
        acknowledged += len(more)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    os.close(heard)
print(acknowledged)
"""


def test_a_kill_leaves_only_whole_documents(path: Path, tmp_path: Path) -> None:
    (tmp_path / "tests_making.py").write_bytes(Path(__file__).with_name("making.py").read_bytes())
    (tmp_path / "killer.py").write_text(KILLER)
    ran = subprocess.run([sys.executable, tmp_path / "killer.py", path, str(KILLS)], capture_output=True, text=True, check=True)
    acknowledged = int(ran.stdout)
    with open_record(path) as record:
        assert check(record) == ()
        counts = record.counts()
        assert counts["documents"] == counts["events"] == counts["mentions"] == counts["claims"]
        assert acknowledged <= counts["documents"] <= acknowledged + KILLS, "what was acknowledged is there"


# The same with decisions: each is acknowledged by its number once it is taken, and killed at any moment before, within or after.
DECIDER = """
import os, random, signal, sys, time
from tests_making import added, draft, make_coded, make_event
from verbale.record import open_record

def decide(first, told):
    run = record.begin_run("add")
    for number in range(first, first + (1 if told is None else 1000)):
        coded = make_coded(f"Envoy {number} met the minister. The two discussed girls' schools at length there, and agreed on it.")
        record.add_coded(coded, run)
        record.decide(draft(("accept", "reject")[number % 2], coded.events[0].id))
        record.decide(added(coded, make_event(coded.document, 0, 9, id=f"missed{number}", mode="call")))
        taken = record.decide(draft("same", f"n.{number}", "p.x", kind="actor"))
        told is None or os.write(told, b"%d\\n" % taken.number)

# once before the forks, so that they need not all make their statements anew; no connection may outlive a fork
record = open_record(sys.argv[1])
decide(0, None)
record.close()
dice, last = random.Random(4), b""
for name in range(int(sys.argv[2])):
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        decide(1000 + name * 1000, told)
    os.close(told)
    last = os.read(heard, 100)
    time.sleep(dice.random() / 60)
    os.kill(child, signal.SIGKILL)
    while more := os.read(heard, 65536):
        last = more
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    os.close(heard)
print(last.decode().split()[-1])
"""


@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.long)])
def test_kills_lose_no_accepted_decision(path: Path, tmp_path: Path, kills: int) -> None:
    (tmp_path / "tests_making.py").write_bytes(Path(__file__).with_name("making.py").read_bytes())
    (tmp_path / "decider.py").write_text(DECIDER)
    command = [sys.executable, tmp_path / "decider.py", path, str(kills)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    with open_record(path) as record:
        assert record.broken() is None
        assert check(record) == ()
        taken = record.decisions()
        assert int(ran.stdout) <= len(taken) <= int(ran.stdout) + 3, "only what was not yet acknowledged may be missing"
        rejected = sum(each.action == "reject" for each in taken)
        missed = sum(each.action == "add" for each in taken)
        counts = record.counts()
        assert counts["events"] == counts["documents"] - rejected + missed, "no half decision"
        record.decide(draft("undo", "1"))
