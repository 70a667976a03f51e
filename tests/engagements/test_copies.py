from __future__ import annotations

import random

import pytest

from verbale.engagements.copies import ENOUGH, copied, is_copy

from . import gold
from .making import document

WORDS = [f"word{n}" for n in range(3000)]


def story(seed: int, length: int = 200) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def edited(text: str, changes: int) -> str:
    words = text.split()
    for n in range(changes):
        words[n * len(words) // changes] = f"other{n}"
    return " ".join(words)


def test_copies_are_of_the_earliest_whatever_the_order() -> None:
    text = story(1)
    copies = [document(f"c{n}", edited(text, n), published="2023-01-02") for n in range(8)]
    pages = [*copies, document("first", text, published="2023-01-01"), document("other", story(2))]
    expected = {each.id: "first" for each in copies}
    for seed in range(5):
        random.Random(seed).shuffle(pages)
        assert copied([*pages, pages[0]]) == expected


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (story(1).upper() + "!", True),
        ("Our own introduction stands here. " + story(1), True),
        (story(1)[:900], True),
        (edited(story(1), 20), True),
        (edited(story(1), 100), False),
        (story(2), False),
        ("", False),
    ],
)
def test_what_is_a_copy(text: str, same: bool) -> None:
    assert is_copy(text, story(1)) is is_copy(story(1), text) is same
    assert copied([document("a", story(1), published="2022"), document("b", text)]) == ({"b": "a"} if same else {})


def test_short_notices_are_copies_only_word_for_word() -> None:
    notice = story(3, ENOUGH)
    assert is_copy(notice, notice.replace(" ", "  "))
    assert not is_copy(notice, notice.replace("word", "work", 1))


def test_rows_of_a_list_are_no_copies() -> None:
    rows = [document(key, story(1), format="table") for key in "ab"]
    assert copied([*rows, document("c", story(1))]) == {}


def test_no_chain_of_changes_leads_away_from_the_first() -> None:
    texts = [story(4)]
    for _ in range(6):
        words = texts[-1].split()
        texts.append(" ".join((*words[40:], *story(len(texts) + 50, 40).split())))
    found = copied(document(f"d{n}", text, published=f"2023-01-{n + 1:02}") for n, text in enumerate(texts))
    assert found and all(original not in found for original in found.values())
    assert "d6" not in found or found["d6"] != "d0"


def test_of_the_gold_documents_only_the_copy_is_one() -> None:
    assert copied(gold.documents()) == {"af-zhao-sep23-copy": "af-zhao-sep23-wire"}
