from __future__ import annotations

import json

import pytest

from verbale.record import Record

from .conftest import Verbale


def test_they_are_listed_by_date_each_once(verbale: Verbale, told: Record) -> None:
    ran = verbale("engagements")
    first, second, third = ran.out.splitlines()
    assert "AFG-AUTH, NOR  Kabul  3 reports by 3 publishers, not reviewed" in first
    assert "planned" in second and "AFG-AUTH, UN" in third
    assert "3 engagements, told by 5 reports" in ran.err
    assert ran.out == verbale("engagements").out, "an id that was given out stays"


def test_one_is_shown_with_all_that_it_rests_on(verbale: Verbale, told: Record) -> None:
    name = verbale("engagements").out.split()[0]
    verbale("decide", "split", name, "c0", "--by", "anna", "--why", "another day")
    out = verbale("engagements", name).out
    assert "report: 2023-01-13, Paper a, event a0" in out and "same act: " in out
    assert "decided:" in out and "another day" in out
    shown = json.loads(verbale("engagements", name, "--json").out)
    assert shown["engagement"]["id"] == name and len(shown["events"]) == 2 and shown["matches"]


def test_counts_say_their_rule(verbale: Verbale, told: Record) -> None:
    assert verbale("engagements", "--count").out.startswith("2  engagements,one,standard,all: ")
    assert verbale("engagements", "--count", "--rule", "reports").out.startswith("4  reports")
    assert json.loads(verbale("engagements", "--count", "--rule", "strict", "--json").out)["parties"] == {"NOR": 1}
    assert len(verbale("engagements", "--rule", "strict").out.splitlines()) == 1


@pytest.mark.parametrize(
    "words", [["engagements", "g.9"], ["engagements", "--rule", "most"], ["pair", "g.9"], ["calendar", "--on", "soon"]]
)
def test_a_wrong_call_is_a_usage_error(verbale: Verbale, told: Record, words: list[str]) -> None:
    ran = verbale(*words)
    assert ran.code == 2 and "hint:" in ran.err and ran.out == ""


def test_an_empty_record_has_none(verbale: Verbale) -> None:
    verbale("init")
    assert [verbale(verb).code for verb in ("engagements", "pair", "calendar")] == [0, 0, 0]
