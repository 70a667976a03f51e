"""The encoder: what is read together, and vectors that know what stands around a word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.coding.encoder import LONGEST, Encoder, bent, encoder, normed, windows
from verbale.coding.pieces import Piece


@pytest.fixture(scope="module")
def shipped() -> Encoder:
    found = encoder()
    assert found is not None
    return found


def row(many: int) -> list[Piece]:
    return [Piece(n, 2 * n, 2 * n + 1) for n in range(many)]


@given(st.integers(0, 900), st.lists(st.integers(0, 1800), max_size=40))
def test_windows_hold_every_piece_once_and_are_not_too_long(many: int, sentences: list[int]) -> None:
    found = windows(row(many), sorted(sentences))
    assert [n for w in found for n in range(w.start, w.end)] == list(range(many))
    assert all(0 < w.end - w.start <= LONGEST for w in found)


def test_sentences_are_read_whole_and_together() -> None:
    assert windows(row(400), [0, 200, 400, 600]) == [(0, 200), (200, 400)]
    assert windows(row(300), [0, 100, 360]) == [(0, 180), (180, 300)]


def test_only_a_sentence_that_is_too_long_is_cut() -> None:
    assert windows(row(LONGEST + 7), [0]) == [(0, LONGEST), (LONGEST, LONGEST + 7)]


def test_a_word_means_something_else_in_other_company(shipped: Encoder) -> None:
    def meaning(text: str, word: str) -> np.ndarray:
        found = shipped.pieces.of(text)
        place = next(n for n, p in enumerate(found) if text[p.start : p.end] == word)
        return shipped.vectors([p.id for p in found])[place]

    visit = meaning("The envoy called on the minister in Kabul.", "called")
    again = meaning("The ambassador called on the governor in Herat.", "called")
    plea = meaning("The envoy called on the Taliban to reopen schools for girls.", "called")
    assert np.dot(visit, again) > np.dot(visit, plea)


def test_vectors_are_the_same_each_time(shipped: Encoder) -> None:
    assert np.array_equal(shipped.vectors([2000, 2001, 2002]), shipped.vectors([2000, 2001, 2002]))


def test_the_bend_is_that_of_gelu() -> None:
    values = np.array([-3.0, -1.0, 0.0, 1.0, 3.0], dtype=np.float32)
    assert np.allclose(bent(values.copy()), [-0.00405, -0.15866, 0.0, 0.84134, 2.99595], atol=1e-3)


def test_columns_are_brought_to_mean_nought_and_spread_one() -> None:
    found = normed(np.array([[1.0, 2.0, 3.0, 6.0]], dtype=np.float32).T, np.ones((4, 1)), np.zeros((4, 1)))
    assert abs(found.mean()) < 1e-6 and abs(found.std() - 1) < 1e-6
