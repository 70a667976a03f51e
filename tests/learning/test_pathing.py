"""Fitting who takes part by the ways: rows for everybody at hand, and what was fitted tells sources from the rest."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.learning.corpus import Passage
from verbale.learning.pathing import FOLDS, Walks, fit, left_out, walks


@pytest.fixture(scope="module")
def every(corpus: list[Passage]) -> list[Walks]:
    return [walks(passage) for passage in corpus]


def test_everybody_at_hand_of_a_told_act_is_a_row(corpus: list[Passage], every: list[Walks]) -> None:
    for passage, one in zip(corpus, every, strict=True):
        told = [d for d, tells in zip(passage.drafts, passage.tells, strict=True) if tells is not None]
        assert len(one.clues) == len(one.right) == sum(len(d.offers) for d in told)


def test_what_was_fitted_tells_sources_and_targets_from_the_rest(every: list[Walks]) -> None:
    model = fit(every)
    rows = [(row, right) for one in every for row, right in zip(one.clues, one.right, strict=True)]
    for side in (0, 1):
        odds = np.array([model.weights[row, side].sum() for row, _ in rows])
        right = np.array([r[side] for _, r in rows])
        assert odds[right].mean() > odds[~right].mean() + 2


def test_a_fold_is_judged_by_what_did_not_see_it() -> None:
    every = [Walks(clues=[[n]], right=[(True, False)], deep=[]) for n in range(FOLDS)]
    for fold, model in enumerate(left_out(every)):
        assert model.weights[fold, 0] == 0 and all(model.weights[n, 0] > 0 for n in range(FOLDS) if n != fold)


def test_the_same_walks_give_the_same_numbers(every: list[Walks]) -> None:
    assert np.array_equal(fit(every).weights, fit(every).weights)
