"""What is said between the parties to an act that two documents tell of is one, however each puts it."""

from __future__ import annotations

from typing import Any

import pytest

from verbale.engagements import engagements

from .making import event, groups

OTHER = "He went on to voice dismay over closed classrooms."
SAID: dict[str, Any] = {
    "type": "REQUEST",
    "mode": "urge",
    "place": None,
    "place_country": None,
    "date_basis": "publication",
    "nth": 2,
}


@pytest.mark.parametrize(
    ("meeting", "topics", "one"),
    [(True, (), True), (False, (), False), (True, ("migration_refugees",), False)],
    ids=["beside a meeting", "by itself", "of another matter"],
)
def test_a_plea_in_other_words(meeting: bool, topics: tuple[str, ...], one: bool) -> None:
    a = event("a", "NOR", "AFG-AUTH", topics=("education",), **SAID)
    b = event("b", "NOR", "AFG-AUTH", words=OTHER, topics=topics, **SAID)
    around = [event("a"), event("b")] if meeting else [event(key, "USA", "QAT") for key in ("a", "b")]
    found = groups(engagements([a, b, *around]))
    assert (frozenset({a.id, b.id}) in found) is one


def test_what_each_side_asked_of_the_other_stays_two() -> None:
    a = event("a", "NOR", "AFG-AUTH", **SAID)
    b = event("b", "AFG-AUTH", "NOR", words=OTHER, **SAID)
    assert frozenset({a.id, b.id}) not in groups(engagements([a, b, event("a"), event("b")]))
