"""Rules of counting: each changes what it says and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from verbale.engagements import count, engagements, rule
from verbale.engagements.counting import Rule
from verbale.errors import UsageError
from verbale.model import Attribution, Review

from .making import event, read

SEEN = Review(verdict="accepted", by="anna", decision=1)
NORWAY = [event("a"), event("b"), event("c", publicised_by=("AFG-AUTH",), review=SEEN)]
CONFERENCE = [event("d", "UN, USA, CHN", "AFG-AUTH, AFG-WOM", mode="attend", date="2023-05-01")]
ALONE = [event("e", "USA", "AFG-AUTH", date="2023-06-01", publicised_by=("AFG-AUTH",))]
PLANNED = [event("f", "IRN", "AFG-AUTH", date="2023-07-01", status="planned")]
HALF = [event("g", "PAK", "AFG-AUTH", date="2023-08-01", complete=False)]
SPOKEN = [event("h", type="ACCUSE", mode="criticise")]
FOUND = engagements([*NORWAY, *CONFERENCE, *ALONE, *PLANNED, *HALF, *SPOKEN])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("engagements", 3),
        ("reports", 5),
        ("events", 5),
        ("dyads", 3),
        ("dyads,pairs", 8),
        ("pairs", 8),
        ("strict", 1),
        ("inclusive", 4),
        ("reviewed", 1),
        ("reports,reviewed", 1),
        ("strict,reviewed", 0),
    ],
)
def test_each_rule_counts_what_it_says(written: str, expected: int) -> None:
    told = count(FOUND, rule(written), "AFG")
    assert told.count == expected
    assert set(written.split(",")) <= set(told.rule.split(",")) and told.words


def test_both_sides_are_enough_for_the_strict_view() -> None:
    one = {"publisher": "X"}
    sides = [event(key, publicised_by=(side,), of=one) for key, side in (("a", "AFG-AUTH"), ("b", "NOR"))]
    assert count(engagements(sides), rule("strict")).count == 1
    assert count(engagements(sides[:1]), rule("strict")).count == 0


def test_a_side_s_account_passed_on_by_two_papers_is_not_independent() -> None:
    said = {"attribution": Attribution(name="the ministry", party="AFG-AUTH")}
    told = engagements([event("a", **said), event("b", **said)])
    assert count(told, rule("strict")).count == 0
    assert count(engagements([event("a", **said), event("b")]), rule("strict")).count == 1


def test_parties_are_counted_by_the_same_rule() -> None:
    assert count(FOUND, rule(""), "AFG").parties == {"USA": 2, "CHN": 1, "NOR": 1, "UN": 1}
    assert count(FOUND, rule("reports"), "AFG").parties["NOR"] == 3
    assert count(FOUND, rule("dyads,pairs"), "AFG").parties["UN"] == 2


def test_all_types_are_counted_where_asked() -> None:
    assert count(FOUND, rule(""), "AFG", kind=None).count == 4
    assert count(FOUND, rule(""), "AFG", kind="ACCUSE").count == 1


@pytest.mark.parametrize(("written", "said"), [("stric", "strict"), ("nothing", "one of"), ("strict,inclusive", "exclude")])
def test_what_is_no_rule_is_told(written: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        rule(written)
    assert said in f"{caught.value}"


def test_a_rule_is_written_as_it_is_read() -> None:
    every: list[Any] = [Rule("dyads", "pairs", "strict", "reviewed"), Rule()]
    assert [rule(str(each)) for each in every] == every


def test_what_a_document_tells_twice_is_told_once() -> None:
    found = engagements(read(event("a"), event("a", mode="call"), event("b")))
    assert [count(found, rule(unit)).count for unit in ("events", "reports", "engagements")] == [2, 2, 1]
