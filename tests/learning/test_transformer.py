"""Teaching the encoder: its windows, and where PyTorch is there, that it learns and is written as it was taught."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.coding.encoder import Encoder
from verbale.coding.meanings import Place, Vectors
from verbale.learning import transformer
from verbale.learning.marking import Marks, Step

ONE = Marks(
    windows=[[2000, 2001, 2002], [2003, 2004]],
    triggers=[(Place(0, 1, 2), [1]), (None, []), (Place(1, 0, 1), [])],
    steps=[Step(Place(0, 1, 2), Place(0, 0, 1), 3, (True, False))],
)
SILENT = Marks(windows=[[2005]], triggers=[], steps=[])


def test_windows_take_what_is_asked_of_them() -> None:
    first, second = transformer.by_window([ONE, SILENT])
    assert first.numbers == [2000, 2001, 2002] and first.triggers == [(1, 2)] and first.told == [[1]]
    assert first.ways == [(1, 2, 0, 1)] and first.types == [3] and first.right == [(True, False)]
    assert second.triggers == [(0, 1)] and second.told == [[]] and not second.ways


def test_what_is_told_is_learnt_and_written_as_it_was_taught() -> None:
    pytest.importorskip("torch", reason="teaching the encoder needs PyTorch: pip install 'verbale[learn]'")
    pytest.importorskip("transformers", reason="teaching the encoder needs transformers: pip install 'verbale[learn]'")
    taught = Encoder(transformer.arrays([ONE] * 60, 2, epochs=2))
    acts = Vectors(taught, ONE.windows).acts([Place(0, 1, 2), Place(1, 0, 1)])
    assert acts[0, 1] > 0 > acts[0, 0] and acts[1].max() < 0
    (ways,) = Vectors(taught, ONE.windows).ways([(Place(0, 1, 2), Place(0, 0, 1), 3)])
    assert ways[0] > 0 > ways[1]


def test_small_numbers_keep_what_a_matrix_says() -> None:
    matrix = np.random.default_rng(5).normal(size=(40, 30)).astype(np.float32)
    small = transformer.small("m", matrix)
    again = small["m"] * small["m.scale"].astype(np.float32)[:, None]
    assert small["m"].dtype == np.int8 and np.abs(again - matrix).max() < 0.02
