from __future__ import annotations

import pytest

from verbale.engagements.act import act
from verbale.engagements.overlaps import shares
from verbale.model import Evidence

from .making import event


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ([(0, 10)], [(0, 10)], (1.0, 1.0)),
        ([(0, 10)], [(0, 40)], (1.0, 0.25)),
        ([(0, 10), (5, 20)], [(0, 20)], (1.0, 1.0)),
        ([(0, 10), (30, 40)], [(35, 55)], (0.25, 0.14)),
        ([(0, 10)], [(10, 20)], (0.0, 0.0)),
    ],
)
def test_the_share_of_the_fewer_words_and_of_all(
    mine: list[tuple[int, int]], theirs: list[tuple[int, int]], expected: tuple[float, float]
) -> None:
    a, b = (
        act(event("a", evidence=tuple(Evidence(start=start, end=end, text="x" * (end - start)) for start, end in spans)))
        for spans in (mine, theirs)
    )
    assert shares(a, b) == pytest.approx(expected, abs=0.01)
