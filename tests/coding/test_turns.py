"""Whose turn it is in a transcript."""

from __future__ import annotations

import pytest

from tests.coding.reading import read
from verbale.coding.segment import segment
from verbale.coding.turns import transcribed

TALK = (
    "Remarks in Oslo\n\n"
    "FOREIGN MINISTER EIDE: Welcome to Oslo, dear colleague. We condemn the shelling by Iran.\n\n"
    "MINISTER VALTONEN: Thank you. Finland knows this city. We condemn the shelling by Russia.\n\n"
    "QUESTION: Do you believe the Taliban? We condemn China here every day.\n\n"
)
PEOPLE = "Espen Barth Eide of Norway and Elina Valtonen, the foreign minister of Finland, spoke to the press.\n\n"


def accused(text: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [(d.parties("source"), d.parties("target")) for d in read(text).drafts if d.type == "ACCUSE" and d.held and not d.rival]


def test_we_are_those_whose_turn_it_is() -> None:
    said = accused(PEOPLE + TALK)
    assert ({"NOR"}, {"IRN"}) in said
    assert ({"FIN"}, {"RUS"}) in said
    assert not [who for who, whom in said if whom == {"CHN"} and who]  # whoever asks has no party


def test_a_turn_holds_until_the_next_label() -> None:
    text = "THE MINISTER: First.\n\nStill the minister speaks.\n\nQ: And then?\n\nTHE MINISTER: Later."
    assert [block.turn for block in segment(text)] == ["THE MINISTER", "THE MINISTER", "Q", "THE MINISTER"]


def test_the_label_is_no_part_of_what_is_said() -> None:
    text = "Spokesperson: We regret it.\n\nReporter: Why?"
    assert [text[b.start : b.end] for b in segment(text)] == ["We regret it.", "Why?"]


@pytest.mark.parametrize(
    "lines",
    [
        ["KABUL: The ministers met.", "They spoke for an hour."],
        ["One thing is clear: nobody came.", "Another thing is clear: nobody called."],
        ["Background: the talks began in May.", "They go on."],
    ],
)
def test_a_dateline_or_a_colon_makes_no_transcript(lines: list[str]) -> None:
    assert transcribed(lines) == frozenset()
