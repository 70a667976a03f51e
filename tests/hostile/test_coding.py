"""What gets through reading is coded: no crash, no hang; words to the program change nothing but their own document."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import some
from verbale.coding.coder import Coder
from verbale.coding.timewords import expressions
from verbale.coding.when import resolve
from verbale.model import Coded, Document
from verbale.settings import Settings
from verbale.sources import read_raw
from verbale.sources.raw import of_bytes

from .texts import BAITS, KEPT, PROSE, TALKING

SECONDS = 10
PIECES = st.sampled_from(
    [*BAITS, KEPT, " ", "\n\n", "- ", "Kabul", "the Taliban", "on 12 July 2023", "Mr. Muttaqi said", "“", "”", ";"]
)
SLOW = settings(max_examples=some(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def coder() -> Coder:
    made = Coder("afghanistan", Settings())
    made.code(document(PROSE))
    return made


def document(text: str) -> Document:
    (found,) = read_raw(of_bytes("a.txt", text.encode()), Settings())
    assert isinstance(found, Document)
    return found


def acts(coded: Coded) -> set[tuple[str, str, str]]:
    return {(event.type, event.mode, event.evidence[0].text) for event in coded.events}


@pytest.mark.parametrize("words", TALKING)
def test_words_to_the_program_change_nothing_of_what_stands_beside_them(coder: Coder, words: str) -> None:
    clean = acts(coder.code(document(PROSE * 2)))
    talked = coder.code(document(PROSE * 2 + words + "\n"))
    assert clean <= acts(talked)
    # what they add is theirs: it stands in their own words, and a person sees which
    assert all(text in words or text in PROSE for _, _, text in acts(talked))
    assert acts(coder.code(document(PROSE * 2))) == clean


@pytest.mark.parametrize("bait", ["a", "*", "[", "http://", "&", "e\u0301"])
def test_a_word_without_end_costs_no_time(coder: Coder, bait: str) -> None:
    begun = time.monotonic()
    found = coder.code(document(PROSE + bait * (50_000 // len(bait))))
    assert time.monotonic() - begun < SECONDS
    assert acts(coder.code(document(PROSE))) <= acts(found)


@SLOW
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_coded(coder: Coder, text: str) -> None:
    begun = time.monotonic()
    found = coder.code(document(PROSE + text))
    assert time.monotonic() - begun < SECONDS
    for event in found.events:
        assert all(found.document.text[each.start : each.end] == each.text for each in event.evidence)


@settings(max_examples=some(300), deadline=None)
@given(
    st.text(max_size=80) | st.lists(PIECES, max_size=12).map(" ".join),
    st.sampled_from(["2023-07-12", "2023", "0001-01-01", "9999-12-31", None, "x"]),
)
def test_the_grammar_of_dates_takes_anything(text: str, published: str | None) -> None:
    for found in expressions(text):
        assert 0 <= found.start < found.end <= len(text) + 8
        for future in (False, True):
            resolve(found, published, future=future)
