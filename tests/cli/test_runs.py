from __future__ import annotations

import json

from verbale.model import SetAside
from verbale.record import Record

from .conftest import Verbale


def test_runs_are_listed(verbale: Verbale, filled: Record) -> None:
    ran = verbale("runs")
    assert ran.code == 0
    assert ran.out == "run0000  2024-01-01T00:00:00+00:00  add       partial      1 documents, 1 set aside\n"


def test_one_run_is_shown_with_what_it_set_aside(verbale: Verbale, filled: Record) -> None:
    filled.set_aside(SetAside(path="b.pdf", reason="encrypted", message="asks for a password", hint="save it without"), "run0000")
    out = verbale("runs", "show", "run").out
    assert "inputs    pages/" in out
    assert "settings  workers=2" in out
    assert "set aside b.pdf: encrypted: asks for a password (save it without)" in out
    shown = json.loads(verbale("runs", "show", "run0000", "--json").out)
    assert shown["run"]["coder"] == "grammar@1"
    assert shown["set_aside"][0]["reason"] == "encrypted"


def test_runs_for_a_program(verbale: Verbale, filled: Record) -> None:
    filled.begin_run("code")
    assert [json.loads(line)["status"] for line in verbale("runs", "--json").out.splitlines()] == ["running", "partial"]


def test_a_wrong_call_is_a_usage_error(verbale: Verbale, filled: Record) -> None:
    assert verbale("runs", "show").code == 2
    assert verbale("runs", "list", "run0000").code == 2
    assert verbale("runs", "forget").code == 2
    assert verbale("runs", "show", "nun").code == 2


def test_no_run_as_yet(verbale: Verbale) -> None:
    verbale("init")
    ran = verbale("runs")
    assert (ran.code, ran.out) == (0, "")
    assert "verbale add" in ran.err


def test_two_runs_side_by_side(verbale: Verbale, filled: Record) -> None:
    first = filled.runs()[0].id
    second = filled.begin_run("add", case="none", coder="grammar@1", inputs=["pages/"], settings={"workers": 4})
    filled.end_run(second, "partial", {"documents": 3})
    ran = verbale("runs", "diff", first, second)
    assert ran.code == 1
    assert [line.split()[0] for line in ran.out.splitlines()] == [
        "case",
        "settings.workers",
        "counts.documents",
        "counts.set_aside",
    ]
    assert "2 -> 4" in ran.out
    same = verbale("runs", "diff", first, first)
    assert same.code == 0 and "nothing but their times" in same.err
    assert verbale("runs", "diff", first).code == 2
