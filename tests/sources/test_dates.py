from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.sources.dates import to_edtf


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2023-01-12", "2023-01-12"), ("2023-01-12T23:30:00-05:00", "2023-01-12"), ("2023-1-2", "2023-01-02"),
        ("20230112", "2023-01-12"), ("20230112T103000Z", "2023-01-12"), ("2023/01/12 10:00", "2023-01-12"),
        ("2023-01", "2023-01"), ("2023", "2023"), ("Thu, 12 Jan 2023 10:00:00 +0100", "2023-01-12"),
        ("12 January 2023", "2023-01-12"), ("Thursday 12th of January, 2023", "2023-01-12"), ("January 12, 2023", "2023-01-12"),
        ("Jan. 12 2023", "2023-01-12"), ("12-Jan-2023", "2023-01-12"), ("Sept. 3, 2022", "2022-09-03"),
        ("January 2023", "2023-01"), ("2023 January 12", "2023-01-12"), ("12.1.2023", "2023-01-12"),
        ("31/01/2023", "2023-01-31"), ("01/31/2023", "2023-01-31"), ("05/05/2023", "2023-05-05"), ("05/04/2023", "2023"),
        ("D:20230112103000+01'00'", "2023-01-12"), ("D:202301", "2023-01"), ("D:2023", "2023"),
        ("Published: 12 January 2023", "2023-01-12"), ("Posted on Monday, May 1, 2023", "2023-05-01"), ("2023-13-01", None),
        ("30 February 2023", None), ("32/13/2023", None), ("yesterday", None), ("", None), (None, None), ("May", None),
        ("12345", None), ("1402-10-22 AP", "1402-10-22"),
    ],
)  # fmt: skip
def test_to_edtf(words: str | None, date: str | None) -> None:
    assert to_edtf(words) == date


@given(st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31)))
def test_a_date_is_read_back_however_it_is_written(day: datetime.date) -> None:
    for shape in ("%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 10:00:00 +0000", "D:%Y%m%d120000Z"):
        assert to_edtf(format(day, shape)) == str(day)


@given(st.text(max_size=40))
def test_anything_may_be_asked(words: str) -> None:
    found = to_edtf(words)
    assert found is None or len(found) in (4, 7, 10)
