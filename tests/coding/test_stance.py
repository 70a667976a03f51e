"""Whose stance an unsigned statement takes."""

from __future__ import annotations

import pytest

from tests.coding.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban left the talks in Doha. Norway welcomes the efforts of Qatar. We call on the Taliban to return to our table.",
        "That Iran shelled Herat deeply concerns Norway. We condemn what Iran did, and our thoughts are with the bereaved.",
        "In Khartoum the guns fall silent. The truce is welcomed by Norway. We urge Sudan and Egypt to keep it, and we shall help.",
    ],
)
def test_a_government_that_speaks_of_itself_by_its_name_is_the_author(text: str) -> None:
    assert read(text).scene.issuer == "NOR"


def test_those_to_whom_we_speak_are_not_the_author() -> None:
    text = "Iran remains a neighbour. We urge Iran to talk, and we remind Iran of our letter. Norway offers a room for talks."
    assert read(text).scene.issuer == "NOR"


def test_what_somebody_did_in_the_past_is_news_of_them() -> None:
    text = "Japan condemned the raid on Friday. Norway supports a truce. We ask both sides to hold their fire, and send our envoy."
    assert read(text).scene.issuer == "NOR"


def test_we_urge_is_then_said_by_the_author() -> None:
    text = "The Taliban broke off the talks. Norway welcomes the efforts of Qatar. We urge the Taliban to come back to our table."
    (urged,) = [d for d in read(text, case="afghanistan").drafts if d.type == "REQUEST" and d.held and not d.rival]
    assert (urged.parties("source"), urged.parties("target")) == ({"NOR"}, {"AFG-AUTH"})
