"""What the encoder learns from a passage: every trigger at its place, with what it tells, and who takes part."""

from __future__ import annotations

import pytest

from verbale.coding.encoder import Encoder, encoder
from verbale.coding.senses import triggers
from verbale.learning.corpus import Passage
from verbale.learning.marking import Marks, marks
from verbale.learning.sensing import Kinds, kinds_of, lesson


@pytest.fixture(scope="module")
def shipped() -> Encoder:
    found = encoder()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def kinds(corpus: list[Passage]) -> Kinds:
    return kinds_of(lesson(passage) for passage in corpus)


@pytest.fixture(scope="module")
def every(corpus: list[Passage], kinds: Kinds, shipped: Encoder) -> list[Marks]:
    return [marks(passage, lesson(passage), shipped.pieces, kinds) for passage in corpus]


def test_every_trigger_stands_at_its_own_pieces(corpus: list[Passage], every: list[Marks], shipped: Encoder) -> None:
    for passage, own in zip(corpus, every, strict=True):
        words = [t.text for page in passage.pages for t in triggers(page)]
        for word, (place, _) in zip(words, own.triggers, strict=True):
            assert place is not None
            numbers = own.windows[place.window][place.start : place.end]
            assert numbers == [p.id for p in shipped.pieces.of(word)]


def test_columns_are_those_of_the_kinds_told(corpus: list[Passage], every: list[Marks], kinds: Kinds) -> None:
    for passage, own in zip(corpus, every, strict=True):
        named = {kinds.names[c] for _, told in own.triggers for c in told if c < len(kinds.names)}
        folded = {kinds.folded[kind] for one in lesson(passage).told for kind in one}
        assert named == folded


def test_who_takes_part_and_who_is_only_at_hand_are_both_learnt(every: list[Marks]) -> None:
    right = [any(step.right) for own in every for step in own.steps]
    assert 0.1 < sum(right) / len(right) < 0.9
