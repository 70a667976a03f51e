from __future__ import annotations

import pytest

from verbale.engagements import versions
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


def test_each_paragraph_is_looked_at_once_whatever_the_number_of_its_events(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def version(_text: str, start: int, _parties: frozenset[str]) -> str:
        looked.append(start)
        return "NOR"

    monkeypatch.setattr(versions, "_version", version)
    text = "The Norwegian version. He had asked.\n\nThe rest, once more."
    told = tuple(event("a", nth=0, words=text[:6]) for _ in range(20))
    found = voiced(Coded(document=document("a", text), events=told, coder="grammar@1"), SIDES)
    assert {each.publicised_by for each in found} == {("NOR",)}
    assert looked == [0, text.index("The rest")]
