"""Fitting the ranker: candidates find the acts that they tell, and the same corpus gives the same file."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from verbale.coding.rank import Ranker, ranker
from verbale.learning.__main__ import write
from verbale.learning.corpus import Passage
from verbale.learning.fitting import counted, fit


@pytest.fixture(scope="module")
def fitted(corpus: list[Passage]) -> Ranker:
    return fit(corpus)


def test_candidates_find_the_acts_that_they_tell(corpus: list[Passage]) -> None:
    for passage in corpus:
        for draft, told in zip(passage.drafts, passage.tells, strict=True):
            assert told is None or passage.acts[told]["type"] == draft.type
    told = sum(len({t for t in p.tells if t is not None}) for p in corpus)
    assert told > 0.75 * sum(len(p.acts) for p in corpus)


def test_rates_count_every_candidate_once(corpus: list[Passage]) -> None:
    seen, rate = counted(corpus)
    assert sum(s.times for s in seen.values()) == sum(len(p.drafts) for p in corpus)
    assert 0 < rate < 1 and all(0 <= s.right <= s.times for s in seen.values())


def test_the_same_corpus_gives_the_same_bytes(corpus: list[Passage], fitted: Ranker, tmp_path: Path) -> None:
    write(fitted, tmp_path / "one.npz")
    write(fit(corpus), tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_what_is_written_is_read_again(fitted: Ranker, tmp_path: Path) -> None:
    write(fitted, tmp_path / "ranker.npz")
    again = ranker(tmp_path / "ranker.npz")
    assert again is not None and again.floor == fitted.floor and dict(again.seen) == dict(fitted.seen)
    rows = np.random.default_rng(1).normal(size=(50, 300))
    for name, model in fitted.models.items():
        assert np.allclose(model.probability(rows), again.models[name].probability(rows))


def test_what_was_learned_tells_acts_from_the_rest(corpus: list[Passage], fitted: Ranker) -> None:
    right, wrong = [], []
    for passage in corpus:
        for draft, told in zip(
            fitted.rank([msgspec.structs.replace(d, participants=[*d.participants]) for d in passage.drafts]),
            passage.tells,
            strict=True,
        ):
            (wrong if told is None else right).append(draft.confidence)
    assert np.mean(right) > np.mean(wrong) + 0.2
