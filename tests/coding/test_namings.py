from __future__ import annotations

import pytest

from tests.coding.making import context, draft
from verbale.coding.namings import mentions, naming


@pytest.mark.parametrize(
    ("text", "value", "party"),
    [
        ("The brutal Taliban regime shut the schools.", "brutal taliban regime", "AFG-AUTH"),
        ("In Afghanistan the de facto authorities closed the office.", "de facto authorities", "AFG-AUTH"),
        ("Afghans in Afghanistan fear the terror regime.", "terror regime", "AFG-AUTH"),
    ],
)
def test_the_words_for_an_authority_are_kept(text: str, value: str, party: str) -> None:
    assert (value, party) in {(m.value, m.party) for m in mentions(context(text))}


def test_another_countrys_government_is_no_naming() -> None:
    made = context("The interim government of Nepal wrote to Afghanistan and the Nepalese caretaker government replied.")
    assert [m.value for m in mentions(made) if "nepal" in m.value] == []


def test_an_act_carries_how_its_parties_were_named() -> None:
    made = context("The minister met the Taliban. Later the terror regime spoke.", issuer="NOR")
    who = {"The minister": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}
    (found,) = naming(draft(made, "met", "CONSULT", "meet", who), made)
    assert (found.words, found.party, found.by) == ("the Taliban", "AFG-AUTH", "NOR")
