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


@pytest.mark.parametrize(
    ("text", "case", "words", "party"),
    [
        ("Nobody in Afghanistan trusts the masters of Kabul.", "afghanistan", "the masters of Kabul", "AFG-AUTH"),
        ("Afghans know the mullahs. Those who govern Kabul fear a song.", "afghanistan", "Those who govern Kabul", "AFG-AUTH"),
        ("Envoys should press Naypyidaw for Myanmar's sake.", "myanmar", "Naypyidaw", "MMR-AUTH"),
        ("In Myanmar the generals read nothing.", "myanmar", "the generals", "MMR-AUTH"),
        ("Venezuela's masters laugh at Caracas.", "none", "Venezuela's masters", "VEN-AUTH"),
        ("Sudan waits. Khartoum rejected the plan.", "none", "Khartoum", "SDN-AUTH"),
        ("In Belarus they mock the exiles, whom they call suitcase patriots.", "none", "suitcase patriots", "BLR-DIA"),
    ],
)
def test_an_authority_is_named_by_its_seat_and_people_by_a_label(text: str, case: str, words: str, party: str) -> None:
    assert (words, party) in {(m.words, m.party) for m in mentions(context(text, case=case))}


def test_a_place_and_another_countrys_ruler_are_no_namings() -> None:
    made = context(
        "Envoys flew to Kabul and met the emir of Qatar. The regime in Tehran greeted Afghanistan. They waited in Kabul."
    )
    assert mentions(made) == []


def test_men_in_a_prison_and_a_name_that_friends_use_are_no_namings() -> None:
    made = context(
        "In Myanmar they hanged four men in Insein. The Cambodian strongman wept for a man everybody calls Ko Jimmy.",
        case="myanmar",
    )
    assert mentions(made) == []
