"""What is withheld: dealings with a side in arms, and what would give them away."""

from __future__ import annotations

from typing import Any

import pytest

from tests.brief.making import acts, document, event, meeting, who
from verbale.analysis.answer import Answer, table, worded
from verbale.engagements.arms import armed, untold
from verbale.model import Event, Evidence


def at(start: int, words: str = "They sat down there") -> tuple[Evidence, ...]:
    return (Evidence(start=start, end=start + len(words), text=words),)


def beside(*, arms: dict[str, Any] | None = None, **values: Any) -> Any:
    """Another act told elsewhere in the document that tells of contact in arms on 1 May."""
    given: dict[str, Any] = {"a": "USA", "b": "AFG-OPP", "evidence": at(500)} | values
    return acts(meeting("USA", "AFG-ARM", **(arms or {})), meeting(given.pop("a"), given.pop("b"), **given))[1]


@pytest.mark.parametrize("kind", ["CONSULT", "AGREE", "REQUEST", "COOPERATE", "AID", "SUPPORT", "THREATEN", "REJECT", "CONCEDE"])
def test_dealings_with_a_side_in_arms_are_not_told(kind: str) -> None:
    (entry,) = acts(meeting("USA", "AFG-ARM", type=kind, mode="any"))
    assert entry.untold and entry.silent and entry.when == "2023-05"


@pytest.mark.parametrize("kind", ["ASSAULT", "ACCUSE", "MOBILIZE", "COERCE", "SANCTION", "PROTEST"])
def test_what_one_side_does_in_public_is_told(kind: str) -> None:
    (entry,) = acts(meeting("USA", "AFG-ARM", type=kind, mode="any"))
    assert not entry.untold and entry.when == "2023-05-01"


@pytest.mark.parametrize("party", [who("AFG-OPP", also=("AFG-ARM",)), who(None, also=("AFG-ARM",)), who("TRANS-ARM")])
def test_a_side_in_arms_is_one_beside_another_class_and_across_borders(party: Any) -> None:
    assert armed(event(who("USA"), party)) and untold(event(who("USA"), party))


@pytest.mark.parametrize(
    "values",
    [
        {}, {"b": "AFG-AUTH"}, {"date": None}, {"date": "2023-05", "date_precision": "month"},
        {"date": "2023-05-04", "date_basis": "publication"}, {"a": "WEST"}, {"arms": {"date": None}},
        {"type": "REQUEST", "mode": "urge"},
    ],
)  # fmt: skip
def test_the_occasion_told_again_in_the_document_is_silent(values: dict[str, Any]) -> None:
    entry = beside(**values)
    assert entry.silent and not entry.untold


@pytest.mark.parametrize(
    "values",
    [{"a": "NOR"}, {"date": "2023-05-02"}, {"of": document("two")}, {"b": "AFG-AUTH", "type": "REQUEST", "mode": "urge"}],
)
def test_another_occasion_is_told(values: dict[str, Any]) -> None:
    assert not beside(**values).silent


def test_the_page_that_tells_of_it_is_not_led_to_from_an_answer() -> None:
    later: Event = meeting("USA", "AFG-AUTH", date="2023-05-20", evidence=at(900))
    apart: Event = meeting("USA", "AFG-AUTH", date="2023-05-20", of=document("two"))
    given = acts(meeting("USA", "AFG-ARM"), later, apart)
    asked = Answer(
        name="a",
        title="",
        finding="",
        unit="",
        rule="",
        reviewed="",
        coverage="",
        tables=(table("t", "", ("n",), [((1,), given)]),),
    )
    assert [each.url for each in worded(asked, given).words] == ["", "https://example.org/two"]
