from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from verbale import adding
from verbale.model import Coded, SetAside
from verbale.record import check, open_record
from verbale.settings import Settings

from .record.making import make_coded

ASIDE = SetAside(path="x", reason="empty", message="it holds no text", hint="look")


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "verbale.db") as opened:
        yield opened


def watched(monkeypatch, found):
    monkeypatch.setattr(adding, "code_documents", lambda *_: iter(found))
    return []


def test_readings_are_kept_and_counted(record, monkeypatch):
    coded = make_coded()
    seen = watched(monkeypatch, [coded, ASIDE])
    counts = adding.add(["pages"], record, Settings(), seen.append)
    assert counts == {"documents": 1, "changed": 1, "events": 1, "set_aside": 1}
    assert seen == [coded, ASIDE] and list(record.codings()) == [coded] and adding.unread(record) == (ASIDE,)
    (run,) = record.runs()
    assert (run.verb, run.status, run.case, run.inputs, run.counts) == ("add", "partial", "afghanistan", ("pages",), counts)
    assert "record" not in run.settings


def test_an_interrupted_run_keeps_what_it_did(record, monkeypatch):
    def found(*_):
        yield make_coded()
        raise KeyboardInterrupt

    monkeypatch.setattr(adding, "code_documents", found)
    with pytest.raises(KeyboardInterrupt):
        adding.add(["pages"], record, Settings(), lambda _: None)
    assert [run.status for run in record.runs()] == ["interrupted"] and record.counts()["documents"] == 1


def test_a_failed_run_says_so(record, monkeypatch):
    def found(*_):
        raise ValueError
        yield

    monkeypatch.setattr(adding, "code_documents", found)
    with pytest.raises(ValueError):
        adding.add(["pages"], record, Settings(), lambda _: None)
    assert [run.status for run in record.runs()] == ["failed"]


def test_what_the_record_refuses_is_set_aside_and_the_rest_is_kept(record, monkeypatch):
    first, last = make_coded("Envoy one met the minister."), make_coded("Envoy two met the minister.")
    bad = make_coded("Envoy three met the minister.", path="three.txt")
    seen = watched(monkeypatch, [first, msgspec.structs.replace(bad, events=bad.events * 2), ASIDE, last])
    counts = adding.add(["pages"], record, Settings(), seen.append)
    assert counts == {"documents": 2, "changed": 2, "events": 2, "set_aside": 2}
    assert {each.document.id for each in record.codings()} == {first.document.id, last.document.id}
    assert [(each.path, each.reason) for each in adding.unread(record)] == [("three.txt", "not kept"), ("x", "empty")]
    assert seen[0] == first and seen[1].reason == "not kept" and seen[2:] == [ASIDE, last]
    assert [run.status for run in record.runs()] == ["partial"]


def pages(number):
    return [make_coded(f"Page {n} tells that the envoy met the minister.", path=f"{n}.txt") for n in range(number)]


def acknowledging(where, number):
    """Keep pages, a few at a time, and name each that was kept."""

    def tell(one):
        os.write(1, b"%b\n" % one.document.id.encode())

    with open_record(where) as record:
        adding.keep(pages(number), ["pages"], record, Settings(), tell, "load", together=7)


def test_a_run_that_is_killed_lost_nothing_that_was_acknowledged_and_goes_on_to_the_same_rows(tmp_path):
    where, number = str(tmp_path / "killed.db"), 60
    words = f"from tests.test_adding import acknowledging; acknowledging({where!r}, {number})"
    root = Path(__file__).parents[1]
    with subprocess.Popen([sys.executable, "-c", words], cwd=root, stdout=subprocess.PIPE, text=True) as process:
        kept = [process.stdout.readline().strip() for _ in range(10)]
        process.kill()
        kept += process.stdout.read().split()
    with open_record(where) as killed, open_record(tmp_path / "whole.db") as whole:
        there = {document.id for document in killed.documents()}
        assert {*kept} <= there and len(there) % 7 in (0, number % 7) and check(killed) == ()
        for record in (killed, whole):
            adding.keep(pages(number), ["pages"], record, Settings(), lambda _: None, "load")
        assert list(killed.codings()) == list(whole.codings()) and list(killed.events()) == list(whole.events())
        assert check(killed) == ()


def test_an_input_set_aside_twice_is_told_once(record, monkeypatch):
    for _ in range(2):
        watched(monkeypatch, [ASIDE, Coded(document=make_coded().document)])
        adding.add(["x"], record, Settings(), lambda _: None)
    assert adding.unread(record) == (ASIDE,)
