from __future__ import annotations

from datetime import date, timedelta

import pytest

from verbale.entering.rates import change, ratio


@pytest.mark.parametrize(
    ("before", "rule", "expected"),
    [(378, "meetings", (1.72, 1.53, 1.94, 1.40, 2.11)), (440, "pairs", (1.39, 1.24, 1.55, 1.08, 1.79))],
)
def test_the_published_counts_of_one_table_change_differently_by_two_rules(
    before: int, rule: str, expected: tuple[float, ...]
) -> None:
    """378 meetings or 440 by the other rule in 362 days, then up to 1,382 in 559 more: the same table, two findings."""
    found = ratio(before, 362, 1382 - before, 559, rule)
    assert tuple(round(each, 2) for each in found) == expected


def test_a_change_is_told_by_both_rules() -> None:
    first = date(2023, 1, 1)
    dates: list[str | None] = [(first + timedelta(days=n)).isoformat() for n in (*range(0, 60, 5), *range(60, 120, 2))]
    words = change(dates, [1] * 12 + [2] * 30)
    assert words and "by meetings 2.46 (" in words and "by pairs 4.92 (" in words


@pytest.mark.parametrize("dates", [[], ["2023-01-01"] * 30, ["2023-01"] * 30, [None] * 30, ["2023-01-01"] * 19])
def test_too_little_says_nothing(dates: list[str | None]) -> None:
    assert change(dates, [1] * len(dates)) is None
