from __future__ import annotations

import pytest

from verbale.engagements.versions import voiced
from verbale.model import Coded

from .making import document, event

SIDES = frozenset({"NOR", "AFG-AUTH"})


@pytest.mark.parametrize(
    ("lead", "party"),
    [
        ("The Norwegian version.", ("NOR",)),
        ("The version from Kabul.", ("AFG-AUTH",)),
        ("Account of the Norwegian side:", ("NOR",)),
        ("The Iranian version.", ()),
        ("Norway met the ministry.", ()),
    ],
)
def test_a_paragraph_that_says_whose_version_it_gives(lead: str, party: tuple[str, ...]) -> None:
    text = f"A meeting.\n\n{lead} He had asked for schools.\n\nThe rest."
    at = text.index("He had asked")
    told = event("a", type="REQUEST", mode="urge", words="He had asked")
    moved = event("a", type="REQUEST", mode="urge", evidence=(type(told.evidence[0])(start=at, end=at + 12, text="He had asked"),))
    (found,) = voiced(Coded(document=document("a", text), events=(moved,), coder="grammar@1"), SIDES)
    assert found.publicised_by == party


def test_who_is_told_to_have_made_it_known_stays() -> None:
    text = "The Norwegian version. He had asked."
    told = event("a", publicised_by=("AFG-AUTH",))
    assert voiced(Coded(document=document("a", text), events=(told,), coder="grammar@1"), SIDES) == (told,)
