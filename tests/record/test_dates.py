from __future__ import annotations

import pytest

from verbale.record.dates import days


@pytest.mark.parametrize(
    ("value", "precision", "expected"),
    [
        ("2024-07-09", "day", ("2024-07-09", "2024-07-09")),
        ("2024-07-09", "week", ("2024-07-08", "2024-07-14")),
        ("2024-W28", "week", ("2024-07-08", "2024-07-14")),
        ("2024-02", "month", ("2024-02-01", "2024-02-29")),
        ("2024", "year", ("2024-01-01", "2024-12-31")),
        ("2024-02", None, ("2024-02-01", "2024-02-29")),
    ],
)
def test_a_cut_date_covers_its_days(value: str, precision: str | None, expected: tuple[str, str]) -> None:
    assert days(value, precision) == expected


@pytest.mark.parametrize("value", [None, "", "soon", "2024-13", "2024-02-30", "2024-W60", "0000", "24-7-9"])
def test_what_is_no_date_covers_nothing(value: str | None) -> None:
    assert days(value) is None
