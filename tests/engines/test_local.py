from __future__ import annotations

import threading
import time

import pytest

from tests.engines.crewing import COMMAND, document
from verbale.engines import code_documents, crew, local
from verbale.errors import DataError
from verbale.model import Coded, SetAside
from verbale.settings import Settings


@pytest.fixture(autouse=True)
def _fake(monkeypatch):
    monkeypatch.setattr(crew, "_COMMAND", COMMAND)


def run(texts, workers):
    return list(code_documents([document(t) for t in texts], "none", Settings(), workers))


@pytest.mark.parametrize("workers", [1, 3])
def test_answers_come_in_the_order_of_the_documents(workers):
    texts = [f"text {n}" for n in range(40)]
    assert [c.document.text for c in run(texts, workers)] == texts


def test_what_was_set_aside_keeps_its_place():
    aside = SetAside(path="x", reason="empty", message="", hint="")
    given = [*(document(f"text {n}") for n in range(9)), aside, document("last")]
    found = list(code_documents(given, "none", Settings(), 2))
    assert found[9] == aside and isinstance(found[10], Coded)


def test_a_dead_worker_costs_its_document_only():
    found = run([*(f"text {n}" for n in range(9)), "die", "after", "die again", "the end"], 2)
    assert [f.reason for f in found if isinstance(f, SetAside)] == ["worker died", "worker died"]
    assert [f.document.text for f in found[-3:] if isinstance(f, Coded)] == ["after", "the end"]


def test_a_document_that_takes_too_long_is_set_aside():
    given = [document(t) for t in (*(f"text {n}" for n in range(9)), "slow", "after")]
    found = list(code_documents(given, "none", Settings(code_timeout_s=1), 2))
    assert [f.reason for f in found if isinstance(f, SetAside)] == ["coded too slowly"]
    assert isinstance(found[-1], Coded)


def test_a_failing_document_is_set_aside():
    found = run([*(f"text {n}" for n in range(9)), "fail"], 1)
    assert isinstance(found[-1], SetAside) and found[-1].reason == "coder failed" and "no such luck" in found[-1].message


def test_what_every_document_would_meet_ends_the_run():
    with pytest.raises(DataError, match="not installed"):
        run(["missing"] * 9, 2)


def test_a_run_that_is_left_ends_its_workers():
    before = set(threading.enumerate())
    found = code_documents([document(t) for t in ["a", *["slow"] * 12]], "none", Settings(), 2)
    next(found)
    start = time.monotonic()
    found.close()
    for left in set(threading.enumerate()) - before:
        left.join(5)
    assert time.monotonic() - start < 5 and set(threading.enumerate()) <= before


def test_an_unknown_case_is_told_before_anything_starts():
    with pytest.raises(DataError, match="atlantis"):
        list(code_documents([], "atlantis", Settings()))


def test_few_documents_need_no_process(monkeypatch):
    monkeypatch.setattr(crew, "_COMMAND", ("false",))
    aside = SetAside(path="x", reason="empty", message="", hint="")
    assert list(code_documents([aside] * (local.FEW - 1), "none", Settings())) == [aside] * (local.FEW - 1)
