from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verbale.model import Span
from verbale.terminal.words import cut, line, marked

TEXT = "First paragraph.\n\nThe envoy met the minister in Kabul on Monday. He left."


def test_marks_stand_around_the_words():
    start = TEXT.index("met")
    shown = marked(TEXT, [Span(start=start, end=start + 16)]).plain
    assert shown == "The envoy »met the minister« in Kabul on Monday. He left."


def test_words_around_are_cut_between_words():
    start = TEXT.index("minister")
    assert marked(TEXT, [Span(start=start, end=start + 8)], 8).plain == "… the »minister« in …"


def test_passages_that_overlap_are_shown_once():
    assert marked(TEXT, [Span(start=0, end=5), Span(start=2, end=9)]).plain == "»First« paragraph."


def test_what_stands_between_two_passages_is_shown_or_cut():
    met, kabul, he = (TEXT.index(word) for word in ("met", "Kabul", "He"))
    near = [Span(start=met, end=met + 3), Span(start=kabul, end=kabul + 5)]
    assert marked(TEXT, near).plain == "The envoy »met« the minister in »Kabul« on Monday. He left."
    far = [Span(start=met, end=met + 3), Span(start=he, end=he + 2)]
    assert marked(TEXT, far, 10).plain == "… envoy »met« the … Monday. »He« left."


@given(st.text())
def test_nothing_is_left_that_a_terminal_obeys(words):
    assert all(c.isprintable() or c == " " or ord(c) > 0x9F for c in line(words))
    assert not set(line(words)) & {"\x1b", "\n", "\r", "\u202e", "\u2066"}


def test_cut():
    assert cut("one two three", 8) == "one two …"
    assert cut("one  two\n") == "one two"
