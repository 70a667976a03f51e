from __future__ import annotations

import pytest

from verbale import adding
from verbale.model import Coded, SetAside
from verbale.record import open_record
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


def test_an_input_set_aside_twice_is_told_once(record, monkeypatch):
    for _ in range(2):
        watched(monkeypatch, [ASIDE, Coded(document=make_coded().document)])
        adding.add(["x"], record, Settings(), lambda _: None)
    assert adding.unread(record) == (ASIDE,)
