from __future__ import annotations

import json

import pytest

from verbale.record import Record

from ..record.making import make_coded
from .conftest import Verbale

EVENT = make_coded(id="potzel").events[0].id


def test_a_decision_is_taken_listed_and_undone(verbale: Verbale, filled: Record) -> None:
    ran = verbale("decide", "accept", EVENT[:8], "--by", "anna", "--why", "both say so", "--link", "https://example.org/a")
    assert ran.code == 0
    number, head = ran.out.split()
    assert (number, head) == ("1", filled.head().hash)
    assert "decision 1: accept" in ran.err
    assert verbale("decide", "undo", "1", "--by", "boris").code == 0
    first, second = verbale("decide", "log").out.splitlines()
    assert "anna  accept" in first and "both say so  https://example.org/a  (undone)" in first
    assert "boris  undo 1" in second and "undone" not in second
    assert [json.loads(line)["action"] for line in verbale("decide", "log", "--json").out.splitlines()] == ["accept", "undo"]


def test_fields_are_corrected_as_they_are_typed(verbale: Verbale, filled: Record) -> None:
    ran = verbale("decide", "correct", EVENT[:8], "status=denied", "Potzel.party=NOR", "--by", "anna", "--json")
    assert json.loads(ran.out)["changes"]["status"] == "denied"
    event = filled.event(EVENT)
    assert (event.status, event.participants[0].party, event.review and event.review.by) == ("denied", "NOR", "anna")
    assert "status=denied" in verbale("decide", "log").out


def test_a_rejected_event_is_out_of_every_verb(verbale: Verbale, filled: Record) -> None:
    assert f"events {EVENT}" in verbale("search", "Potzel").out
    verbale("decide", "reject", EVENT, "--by", "anna")
    assert EVENT not in verbale("search", "Potzel").out
    brief = verbale("brief").out
    assert EVENT not in brief
    assert "No document reports contact" in brief


def test_the_reviewer_may_be_named_once_for_all(verbale: Verbale, filled: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = verbale("decide", "accept", EVENT)
    assert ran.code == 2 and "whose decision" in ran.err
    monkeypatch.setenv("VERBALE_REVIEWER", "anna")
    assert verbale("decide", "accept", EVENT).code == 0
    assert filled.decisions()[0].by == "anna"


def test_actors_and_engagements_are_told_apart_by_their_ids(verbale: Verbale, filled: Record) -> None:
    (found,) = [line.split()[0] for line in verbale("actors").out.splitlines() if "Potzel" in line]
    assert verbale("decide", "same", found[:8], "p.potzel", "--by", "anna").code == 0
    assert "no engagement g.zz1" in verbale("decide", "merge", "g.zz1", "g.zz2", "--by", "anna").err
    assert [each.kind for each in filled.decisions()] == ["actor"]
    assert verbale("decide", "same", found, "p.nobody", "--by", "anna").code == 2


@pytest.mark.parametrize(
    "words", [["accept"], ["accept", "zzzz"], ["correct", EVENT], ["undo", "7"], ["same", EVENT], ["accept", EVENT, EVENT]]
)
def test_what_is_no_decision_is_a_usage_error(verbale: Verbale, filled: Record, words: list[str]) -> None:
    ran = verbale("decide", *words, "--by", "anna")
    assert ran.code == 2 and "hint:" in ran.err
    assert filled.decisions() == ()


def test_the_queue_has_what_lost_its_event(verbale: Verbale, filled: Record) -> None:
    assert "every decision has its event" in verbale("decide", "queue").err
    verbale("decide", "reject", EVENT, "--by", "anna")
    changed = make_coded("Nothing of the kind was told here at all.", id="potzel")
    filled.add_coded(changed, filled.begin_run("add"))
    out = verbale("decide", "queue").out
    assert "no longer has the words" in out and "“Markus Potzel met Amir Khan Muttaqi" in out
