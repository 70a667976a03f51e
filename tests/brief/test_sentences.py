from __future__ import annotations

import pytest

from verbale.brief.sentences import around

TEXT = (
    "Envoy in Kabul\n\nThe envoy came on Monday. He met Dr. Salim of the U.S. mission, who had waited.\n\n"
    "- The first point\n- The second point\n\n“They spoke.” Nobody said more!"
)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Kabul", "Envoy in Kabul"),
        ("came", "The envoy came on Monday."),
        ("met", "He met Dr. Salim of the U.S. mission, who had waited."),
        ("mission", "He met Dr. Salim of the U.S. mission, who had waited."),
        ("second", "- The second point"),
        ("spoke", "“They spoke.”"),
        ("more", "Nobody said more!"),
    ],
)
def test_the_whole_sentence_in_which_words_stand(words: str, whole: str) -> None:
    start = TEXT.index(words)
    first, last = around(TEXT, start, start + len(words))
    assert TEXT[first:last] == whole


def test_words_over_two_sentences_have_both() -> None:
    first, last = around(TEXT, TEXT.index("Monday"), TEXT.index("met"))
    assert TEXT[first:last].startswith("The envoy") and TEXT[first:last].endswith("waited.")


def test_words_beyond_the_text_are_within_it() -> None:
    assert around("Short.", 40, 50) == (0, 6)
