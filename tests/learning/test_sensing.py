"""Fitting what clauses tell: every act has a word that tells it, and what was fitted tells acts of its kind from others."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.coding.features import STATUSES
from verbale.coding.senses import BUCKETS, Kind
from verbale.learning.corpus import Passage
from verbale.learning.sensing import FOLDS, Lesson, fit, kinds_of, left_out, lesson


@pytest.fixture(scope="module")
def lessons(corpus: list[Passage]) -> list[Lesson]:
    return [lesson(passage) for passage in corpus]


def test_nearly_every_act_is_told_by_some_word(corpus: list[Passage], lessons: list[Lesson]) -> None:
    acts = told = 0
    for passage, learnt in zip(corpus, lessons, strict=True):
        kinds = {(act["type"], act["mode"]) for act in passage.acts}
        assert {tuple(k) for told_ in learnt.told for k in told_} <= kinds
        acts, told = acts + len(kinds), told + len({k for told_ in learnt.told for k in told_})
    assert told > 0.95 * acts


def test_most_words_tell_nothing(lessons: list[Lesson]) -> None:
    told = [bool(t) for learnt in lessons for t in learnt.told]
    assert 0.05 < np.mean(told) < 0.4


def test_what_was_fitted_tells_its_own_acts(lessons: list[Lesson]) -> None:
    senses = fit(lessons, kinds_of(lessons))
    assert senses.weights.shape == (BUCKETS + 1, len(senses.kinds) + len(STATUSES)) and len(set(senses.kinds)) == len(senses.kinds)
    meet = senses.kinds.index(next(k for k in senses.kinds if k.type == "CONSULT"))
    odds = [
        (senses.weights[clues, meet].sum() + senses.weights[-1, meet], any(k.type == "CONSULT" for k in told))
        for learnt in lessons
        for clues, told in zip(learnt.clues, learnt.told, strict=True)
    ]
    assert np.mean([o for o, right in odds if right]) > np.mean([o for o, right in odds if not right]) + 2


def test_rare_modes_count_as_the_commonest_of_their_type() -> None:
    rare, common = Kind("CONSULT", "call"), Kind("CONSULT", "meet")
    one = Lesson(clues=[[1], [2], [3]], told=[{common}, {common}, {rare}], outlook=[{"happened"}] * 3)
    assert fit([one] * 5, kinds_of([one] * 5)).kinds == (common,)


def test_the_same_lessons_give_the_same_numbers(lessons: list[Lesson]) -> None:
    assert np.array_equal(fit(lessons, kinds_of(lessons)).weights, fit(lessons, kinds_of(lessons)).weights)


def test_a_fold_is_judged_by_what_did_not_see_it() -> None:
    told = ("CONSULT meet", "ACCUSE criticise", "REQUEST urge", "AID economic", "REJECT refuse")
    kinds = [Kind(*words.split()) for words in told]
    every = [Lesson(clues=[[n]], told=[{kind}], outlook=[{"happened"}]) for n, kind in enumerate(kinds)]
    for fold, senses in enumerate(left_out(every[:FOLDS], kinds_of(every[:FOLDS]))):
        own = [senses.weights[n, senses.kinds.index(kind)] for n, kind in enumerate(kinds)]
        assert own[fold] == 0 and all(weight > 0 for n, weight in enumerate(own) if n != fold)


def test_words_tell_what_became_of_an_act() -> None:
    met, shunned = Kind("CONSULT", "meet"), "refused"
    one = Lesson(clues=[[1], [1, 2]], told=[{met}, {met}], outlook=[{"happened"}, {shunned}])
    columns = fit([one] * 40, kinds_of([one] * 40)).weights[:, 1:]
    assert columns[2, STATUSES.index(shunned)] > 0 > columns[2, STATUSES.index("happened")]
