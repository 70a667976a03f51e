from __future__ import annotations

import pytest

from verbale.entering.words import nearest, spans
from verbale.errors import UsageError
from verbale.model import Span

from ..record.making import make_document

TEXT = "The envoy met the minister\nin Doha. Later the envoy met the “acting” premier, and Ann met Annabel."
DOCUMENT = make_document(TEXT)


def found(words: str, at: int | None = None) -> str:
    span = spans(DOCUMENT, words, at)
    return TEXT[span.start : span.end]


def test_words_are_found_across_line_ends() -> None:
    assert found("met the minister in Doha") == "met the minister\nin Doha"


def test_words_that_stand_there_twice_need_their_place() -> None:
    with pytest.raises(UsageError, match="2 times") as caught:
        found("envoy met the")
    assert "4, 46" in caught.value.hint
    assert spans(DOCUMENT, "envoy met the", 46).start == 46
    with pytest.raises(UsageError, match="do not stand"):
        found("envoy met the", 5)


def test_words_that_nearly_stand_there_are_answered_with_what_does() -> None:
    with pytest.raises(UsageError) as caught:
        found('the envoy met the "acting" premier')
    assert "“acting”" in caught.value.hint
    for words in ("", "  ", "nothing like it"):
        with pytest.raises(UsageError) as caught:
            found(words)
        assert caught.value.hint


def test_a_name_is_a_whole_word_and_the_nearest_one() -> None:
    assert nearest(TEXT, "Ann", Span(start=0, end=5)) == Span(start=TEXT.index("Ann met"), end=TEXT.index("Ann met") + 3)
    assert nearest(TEXT, "envoy", Span(start=44, end=60)) == Span(start=46, end=51)
    assert nearest(TEXT, "Boris", Span(start=0, end=5)) is None
