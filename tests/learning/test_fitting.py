"""The stages of the ranker: tables, ways of taking part, and that training sees what use sees."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
import pytest

from verbale.coding import choosing, features
from verbale.coding.choosing import NAMES, Choice
from verbale.coding.draft import Draft
from verbale.coding.rank import row, weighed
from verbale.coding.trees import Array, Trees
from verbale.learning import fitting
from verbale.learning.corpus import Passage
from verbale.learning.fitting import FOLDS, Lessons, Table, fit, is_way


@pytest.fixture(scope="module")
def few(corpus: list[Passage]) -> list[Passage]:
    return corpus[:15]


def copies(passage: Passage) -> list[Draft]:
    return [msgspec.structs.replace(d, participants=[*d.participants], evidence=[*d.evidence]) for d in passage.drafts]


def test_tables_hold_the_rows_of_others_in_order() -> None:
    one, none, other = Table(), Table(), Table()
    one.add([[1.0, 2.0]], [True])
    other.add([[3.0, 4.0], [5.0, 6.0]], [False, True])
    none.add([], [])
    whole = Table([one, none, other])
    assert whole.rows.tolist() == [[1, 2], [3, 4], [5, 6]]
    assert whole.right.tolist() == [True, False, True]
    assert (len(whole), len(none)) == (3, 0)


def act(type_: str, **roles: list[str]) -> dict[str, object]:
    return {"type": type_, "participants": [{"party": p, "role": role} for role, parties in roles.items() for p in parties]}


def test_a_way_is_right_where_just_those_take_part_who_do(corpus: list[Passage]) -> None:
    drafts = [d for passage in corpus for d in passage.drafts if len(d.offers) > 1]
    consult = next(d for d in drafts if d.type == "CONSULT")
    accuse = next(d for d in drafts if d.type == "ACCUSE")
    for draft in (consult, accuse):
        a, b = draft.offers[0].party, draft.offers[1].party
        assert is_way(draft, Choice((0,), (1,)), act(draft.type, source=[a], target=[b]))
        assert is_way(draft, Choice((0,), (1,)), act(draft.type, host=[a], target=[b]))
        assert not is_way(draft, Choice((0,), ()), act(draft.type, source=[a], target=[b]))
        assert is_way(draft, Choice((1,), (0,)), act(draft.type, source=[a], target=[b])) == (draft is consult)


class Crowds:
    """A model for which a way is the likelier the more stand on its second side."""

    def probability(self, rows: Array) -> Array:
        return np.asarray(rows[:, NAMES.index("target many") - len(NAMES)] / 10)


def test_every_candidate_gets_the_likeliest_of_its_own_ways(corpus: list[Passage]) -> None:
    drafts = [d for d in corpus[0].drafts + corpus[1].drafts if d.offers]
    sides = [np.linspace(0.1, 0.9, 2 * len(d.offers)).reshape(2, -1) for d in drafts]
    for draft, side, way in zip(drafts, sides, weighed(drafts, sides, Crowds()), strict=True):  # type: ignore[arg-type]
        sizes = sorted((len(w.target) for w in choosing.choices(draft, side)), reverse=True)
        assert len(way.choice.target) == sizes[0]
        assert (way.chance, way.next) == pytest.approx((sizes[0] / 10, sizes[1] / 10 if len(sizes) > 1 else 0.0))


def test_candidates_are_ranked_by_the_numbers_that_training_sees(few: list[Passage]) -> None:
    ranker = fit(few)
    for passage in few[:5]:
        drafts = copies(passage)
        ranker.settle(drafts)
        sides = ranker.sides(drafts)
        ways, around = ranker.ways(drafts, sides), features.Surroundings(drafts)
        known = zip(drafts, sides, ways, strict=True)
        rows = np.array([row(d, around, ranker.learned(d), s, w) for d, s, w in known], dtype=np.float32)
        chances = ranker.models["event"].probability(rows)
        ranked = ranker.rank(copies(passage))
        told = [(d.confidence, c) for d, c in zip(ranked, chances.tolist(), strict=True) if d.rival or not d.held]
        assert [c for c, _ in told] == pytest.approx([c for _, c in told], abs=1e-3)


def test_no_passage_is_judged_by_models_that_saw_it(few: list[Passage], monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[Lessons]] = []

    def noted(every: Sequence[Lessons]) -> dict[str, Trees]:
        calls.append([*every])
        return fitted(every)

    fitted = fitting._fitted
    monkeypatch.setattr(fitting, "_fitted", noted)
    fit(few)
    statuses, parties, whole = calls[:FOLDS], calls[FOLDS:-2], calls[-2:]
    for by_fold, every in zip((statuses, parties), whole, strict=True):
        assert len(by_fold) == FOLDS
        for fold, others in enumerate(by_fold):
            assert [*map(id, others)] == [id(own) for n, own in enumerate(every) if n % FOLDS != fold]
