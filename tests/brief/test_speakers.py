"""Who speaks in a sentence."""

from __future__ import annotations

import pytest

from tests.brief.making import document
from verbale.brief.speakers import named, spoken

AFTER = "Paul Klouman Bekken came on Thursday. "


def _heard(text: str) -> list[tuple[str, str | None]]:
    page = document(text=text, published="2023-01")
    found = spoken(page, named(page, "afghanistan"), str.islower)
    return [(page.text[each.start : each.end], each.speaker.party) for each in found]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Bekken said that he had urged the ministers to open the schools.", "NOR"),
        ("Oslo, he added, is determined to keep engaging.", "NOR"),
        ("Amir Khan Muttaqi, by this telling, spoke of the need to narrow the distance.", "AFG-AUTH"),
        ("Trade and schools made up the agenda, said Amir Khan Muttaqi, the foreign minister.", "AFG-AUTH"),
    ],
)
def test_a_person_before_or_after_a_word_for_saying_speaks(words: str, party: str) -> None:
    assert _heard(AFTER + words)[-1] == (words, party)


@pytest.mark.parametrize(
    "words",
    [
        "Bekken was told that the schools would open.",
        "Bekken met the minister and somebody else said a word.",
        "It was said that he would come again.",
        "Amir Khan Muttaqi saw Bekken, and he said nothing of it to the press.",
        "The chief spokesman was harsh. Small matters had been inflated, he complained.",
        "Another Visitor came too. He said nothing of it to the press.",
    ],
)
def test_nobody_speaks_where_the_sentence_leaves_it_open(words: str) -> None:
    assert not _heard(AFTER + words)


def test_a_surname_names_somebody_where_the_whole_name_stands_in_the_page() -> None:
    assert not _heard("Bekken said that he had urged them.")
    assert _heard(AFTER + "Bekken said that he had urged them.")


def test_a_page_that_names_nobody_known_has_no_speaker() -> None:
    assert named(document(text="Somebody said something."), "afghanistan") == ()
