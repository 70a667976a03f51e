"""Timelines: a bar for every month, and none so wide that it is a wall."""

from __future__ import annotations

from itertools import pairwise

from verbale.web.drawing import bars


def test_bars_of_a_few_months_stand_apart_within_the_drawing() -> None:
    found = bars({"2023-05": 1, "2023-07": 2}, lambda time: time)
    assert [(each.label, each.number) for each in found] == [("2023-05", 1), ("2023-07", 2)]
    assert all(each.width <= 6 and each.x >= 0 and each.x + each.width <= 100 for each in found)


def test_bars_of_many_months_do_not_overlap() -> None:
    found = bars({f"{2020 + n // 12}-{n % 12 + 1:02}": 1 for n in range(60)}, lambda time: time)
    assert len(found) == 60
    assert all(a.x + a.width < b.x for a, b in pairwise(found))
