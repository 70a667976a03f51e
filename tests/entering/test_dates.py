from __future__ import annotations

import pytest

from verbale.entering.dates import DateError, date_of


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2023-07-12", "2023-07-12"),
        ("2023-07-12 00:00:00", "2023-07-12"),
        ("2023-07", "2023-07"),
        ("2023", "2023"),
        ("12 July 2023", "2023-07-12"),
        ("July 12, 2023 (evening)", "2023-07-12"),
        ("July 2023", "2023-07"),
        ("24-26 June 2024", "2024-06-24"),
        ("30 June - 1 July 2024", "2024-06-30"),
        ("5 Qaws 1401", "2022-11-26"),
        ("13/09/2023", "2023-09-13"),
        ("09/13/2023", "2023-09-13"),
        ("05.04.2023", "2023-04-05"),
        ("04/04/2023", "2023-04-04"),
    ],
)
def test_a_date_is_read_as_tables_have_it(words: str, date: str) -> None:
    assert date_of(words) == date


def test_the_order_of_day_and_month_is_never_guessed() -> None:
    with pytest.raises(DateError, match="two days"):
        date_of("05/04/2023")
    assert date_of("05/04/2023", "day-first") == "2023-04-05"
    assert date_of("05/04/2023", "month-first") == "2023-05-04"


@pytest.mark.parametrize(
    "words", ["spring", "", "2023-13-01", "2023-02-30", "31/02/2023", "13/13/2023", "met on 12 July 2023", "45123"]
)
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(DateError):
        date_of(words)
