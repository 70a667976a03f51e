from __future__ import annotations

from datetime import date

import pytest

from verbale.brief.period import Period, period, year_to
from verbale.errors import UsageError


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2023-04", "2023-06", ("2023-04-01", "2023-06-30")),
        ("2023-04-15", None, ("2023-04-15", "2024-12-31")),
        (None, "2023", ("2021-08-01", "2023-12-31")),
    ],
)
def test_days_and_months(since: str | None, until: str | None, found: tuple[str, str]) -> None:
    assert period(since, until, ("2021-08", "2024")) == days(*found)


def test_none_where_nothing_is_asked() -> None:
    assert period(None, None, ("2021", "2024")) is None


@pytest.mark.parametrize(("since", "until"), [("2023-06", "2023-04"), ("soon", None), (None, "2023-13")])
def test_what_is_no_period_is_said(since: str | None, until: str | None) -> None:
    with pytest.raises(UsageError):
        period(since, until, ("2021", "2024"))


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (("2023-04-01", "2023-06-30"), ("2023-01-01", "2023-03-31")),
        (("2024-03-01", "2024-03-31"), ("2024-02-01", "2024-02-29")),
        (("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")),
        (("2023-04-10", "2023-04-19"), ("2023-03-31", "2023-04-09")),
        (("2023-04-10", "2023-04-10"), ("2023-04-09", "2023-04-09")),
    ],
)
def test_the_period_before_is_as_long_in_months_or_in_days(now: tuple[str, str], before: tuple[str, str]) -> None:
    assert days(*now).before == days(*before)


def test_what_lies_in_it_by_its_middle() -> None:
    june = days("2023-06-01", "2023-06-30")
    year = days("2023-01-01", "2023-12-31")
    assert june.holds(june.first, june.last) and not june.holds(year.first, year.last) and not june.holds(None, None)
    assert year.touches("2023-06") and june.touches("2023") and not june.touches("2022") and not june.touches(None)


def test_in_words() -> None:
    assert days("2023-06-01", "2023-06-30").words == "from 1 June 2023 to 30 June 2023"
    assert days("2023-06-01", "2023-06-01").words == "on 1 June 2023"


def test_what_is_dated_to_a_year_is_of_no_month_for_having_its_middle_there() -> None:
    year = date(2023, 1, 1).toordinal(), date(2023, 12, 31).toordinal()
    found = period("2023-06", "2023-07", None)
    assert found is not None and not found.holds(*year)
    half = period("2023-07", "2023-12", None)
    assert half is not None and half.holds(*year)


def test_the_year_that_ends_with_the_month_of_a_day() -> None:
    assert year_to(date(2023, 5, 17).toordinal()).months == "from June 2022 to May 2023"
    assert year_to(date(2023, 12, 31).toordinal()).months == "from January 2023 to December 2023"
