from __future__ import annotations

import pytest

from verbale.web.solar import solar


@pytest.mark.parametrize(
    ("date", "country", "shown"),
    [
        ("2022-11-26", "AFG", "5 Qaws 1401"),
        ("2023-07-12", "AFG", "21 Saratan 1402"),
        ("2023-07", "AFG", ""),
        ("2023-07-12", "MMR", ""),
        (None, "AFG", ""),
        ("soon-is-it", "AFG", ""),
    ],
)
def test_days_of_the_solar_calendar(date: str | None, country: str, shown: str) -> None:
    assert solar(date, country) == shown
