"""Who speak with one voice."""

from __future__ import annotations

import pytest

from tests.coding.reading import read

ASKED = "We urge the Taliban to open the schools. We stand with the girls of Herat."


@pytest.mark.parametrize(
    ("opening", "parties"),
    [
        ("Norway, Japan and Qatar condemn the closing of schools in Afghanistan.", {"NOR", "JPN", "QAT"}),
        ("The following was issued by the foreign ministers of Norway, Japan and Qatar.", {"NOR", "JPN", "QAT"}),
        ("We, the envoys of Norway and Japan, met in Oslo today.", {"NOR", "JPN"}),
        ("Afghanistan was what brought together the ministers of Norway, of Japan and of Qatar today.", {"NOR", "JPN", "QAT"}),
    ],
)
def test_those_who_issue_a_statement_are_we(opening: str, parties: set[str]) -> None:
    found = read(f"{opening} {ASKED}", "Joint Statement on Afghanistan", case="afghanistan")
    asked = [d for d in found.drafts if d.type == "REQUEST" and d.held and not d.rival]
    assert asked
    assert all(set(d.parties("source")) == parties for d in asked)


def test_members_stand_for_the_body_that_lists_them() -> None:
    listed = "Canada, France, Germany, Italy, Japan, the United Kingdom and the United States"
    found = read(f"We, the ministers of the G7, that is, of {listed}, met today. {ASKED}", "Statement of the G7 ministers")
    assert {r.party for r in found.scene.ours} == {"CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA"}


def test_of_whom_a_statement_only_speaks_is_not_among_them() -> None:
    text = f"On the vote in Syria the envoys of Norway, Japan and Qatar released this text. {ASKED}"
    found = read(text, "Envoys on Syria: a statement")
    assert {r.party for r in found.scene.ours} == {"NOR", "JPN", "QAT"}


def test_a_text_of_one_is_not_joint() -> None:
    assert read(f"Norway met Japan and Qatar. {ASKED}", publisher="Ministry of Foreign Affairs of Sweden").scene.ours == ()
