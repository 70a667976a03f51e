"""Words, stretches and texts of our own say what spaCy's say."""

from __future__ import annotations

import pytest

from tests.coding.making import PIPELINE
from tests.coding.test_readings import coded
from verbale.coding.parse import pipeline
from verbale.coding.swift import name
from verbale.coding.tokens import Text, once

TEXT = (
    "On Tuesday, Peru's envoy - who had \"met nobody\" - called on Chile's minister in Oslo.  They agreed.\n"
    "The EU said, after talks with Kim, that it would not."
)


@pytest.fixture(scope="module")
def both():
    nlp, namers = pipeline(PIPELINE)
    parsed = nlp(TEXT)
    name([parsed], namers)
    return parsed, Text(parsed)


def places(tokens):
    return [t.i for t in tokens]


@pytest.mark.parametrize("name", ["text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "idx", "is_punct", "is_quote"])
def test_words_say_the_same(both, name):
    parsed, text = both
    assert [getattr(t, name) for t in text] == [getattr(t, name) for t in parsed]


def test_words_hang_on_each_other_in_the_same_way(both):
    for old, new in zip(*both, strict=True):
        assert new.head.i == old.head.i and (new.left_edge.i, new.right_edge.i) == (old.left_edge.i, old.right_edge.i)
        assert places(new.children) == places(old.children) and places(new.subtree) == places(old.subtree)
        assert places(new.ancestors) == places(old.ancestors) and (new.sent.start, new.sent.end) == (old.sent.start, old.sent.end)


def test_every_stretch_has_the_same_words_and_the_same_root(both):
    parsed, text = both
    for start in range(len(parsed)):
        for end in range(start + 1, len(parsed) + 1):
            old, new = parsed[start:end], text[start:end]
            assert (new.text, new.start_char, new.end_char) == (old.text, old.start_char, old.end_char)
            assert new.root.i == old.root.i and len(new) == len(old)


def test_characters_lie_in_the_same_words(both):
    parsed, text = both
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1):
            old, new = parsed.char_span(start, end, alignment_mode="expand"), text.over(start, end)
            assert (new.start, new.end) == (old.start, max(old.start, old.end))


def test_names_and_sentences_are_the_same(both):
    parsed, text = both
    assert [(e.start, e.end, e.label_) for e in text.ents] == [(e.start, e.end, e.label_) for e in parsed.ents]
    assert [(s.start, s.end, s.root.i) for s in text.sents] == [(s.start, s.end, s.root.i) for s in parsed.sents]


def test_what_lies_outside_is_nothing_and_nobody_is_before_the_first(both):
    _, text = both
    assert not text.over(5, 5) and not text.over(0, len(TEXT) + 1) and not text[3:1] and text[3:1].text == ""
    with pytest.raises(IndexError):
        text[0].nbor(-1)


def test_a_question_is_asked_once(both):
    _, text = both
    asked = []
    question = once(lambda token: asked.append(token) or token.i)
    assert question(text[1]) == question(text[1]) == 1 and len(asked) == 1


@pytest.mark.parametrize(
    ("start", "again", "end"),
    [
        ("Norway met the friend", " of the friend", " of the Taliban."),
        ("The EU met Norway", ", Japan", " and the Taliban in Doha on Monday."),
        ("The EU met Norway", " and Japan", " in Doha on Monday."),
        pytest.param("Norway said ", "that Japan said ", "it met the Taliban.", marks=pytest.mark.long),
    ],
)
def test_a_sentence_without_end_is_read(start: str, again: str, end: str) -> None:
    """What hangs on each other in a chain of more words than Python may call functions within each other."""
    assert not coded(start + 1200 * again + end).skipped
