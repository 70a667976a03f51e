from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.examples import some
from verbale.coding.timewords import expressions
from verbale.coding.when import When, page_day, resolve

PAGE = "2024-05-15"  # a Wednesday


def one(text: str, published: str | None = PAGE, **more: object) -> When | None:
    found = expressions(text)
    assert len(found) == 1, found
    return resolve(found[0], published, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "date", "precision", "basis"),
    [
        ("They met on 21st May 2019.", "2019-05-21", "day", "stated"),
        ("They met on March 3, 2021.", "2021-03-03", "day", "stated"),
        ("Talks ran 15-17 September 2022.", "2022-09-15", "day", "stated"),
        ("From 27 April to 4 May 2023 they toured.", "2023-04-27", "day", "stated"),
        ("He came in June 2020.", "2020-06", "month", "stated"),
        ("It began in 2018.", "2018", "year", "stated"),
        ("The envoy came on Monday.", "2024-05-13", "day", "relative"),
        ("The envoy came on Wednesday.", "2024-05-15", "day", "relative"),
        ("The envoy came last Wednesday.", "2024-05-08", "day", "relative"),
        ("He left yesterday.", "2024-05-14", "day", "relative"),
        ("He left three days ago.", "2024-05-12", "day", "relative"),
        ("They spoke earlier this month.", "2024-05", "month", "relative"),
        ("They spoke last month.", "2024-04", "month", "relative"),
        ("They spoke last week.", "2024-05-09", "week", "relative"),
        ("They spoke in February last year.", "2023-02", "month", "relative"),
        ("They spoke in November.", "2023-11", "month", "relative"),
        ("They spoke on 20 June.", "2023-06-20", "day", "relative"),
        ("They spoke over the weekend.", "2024-05-11", "day", "relative"),
        ("They met on Thursday (December 20).", "2023-12-20", "day", "relative"),
        ("Kabul, 22 Jaddi 1401", "2023-01-12", "day", "stated"),
        ("They met last autumn.", "2023", "year", "relative"),
    ],
)
def test_a_date_is_resolved_against_the_page(text: str, date: str, precision: str, basis: str) -> None:
    when = one(text)
    assert when is not None
    assert (when.date, when.precision, when.basis) == (date, precision, basis)


def test_what_is_to_come_is_the_next_such_day() -> None:
    assert one("They will meet on Monday.", future=True) == When("2024-05-20", "day", "relative", 18, 24)
    ahead = one("They will meet on 2 June.", future=True)
    assert ahead is not None
    assert ahead.date == "2024-06-02"


def test_days_are_counted_from_the_date_told_before() -> None:
    earlier = one("Two days earlier, they met.", anchor=When("2024-03-10", "day", "stated"))
    assert earlier is not None
    assert earlier.date == "2024-03-08"
    assert one("Two days earlier, they met.") is None


def test_a_page_without_a_date_gives_none_to_what_is_counted_from_it() -> None:
    assert one("They met on Monday.", None) is None
    assert one("They met on 3 March 2021.", None) is not None


def test_a_page_known_by_its_month_gives_months() -> None:
    when = one("They met on Monday.", "2024-05")
    assert when is not None
    assert (when.date, when.precision) == ("2024-05", "month")


def test_words_that_only_look_like_months_are_none() -> None:
    assert expressions("They may march on the capital, the envoy said to Asad.") == []


def test_the_first_of_two_weekdays_counts() -> None:
    when = one("The talks were held on Monday and Tuesday.")
    assert when is not None
    assert when.date == "2024-05-13"


WORDS = "31 30 February last May 2024 week two days ago Qaws 1401 Monday , of the same year - after spring 12.05.2024 2023-02-30"
DATEISH = st.lists(st.sampled_from(WORDS.split())).map(" ".join)
PAGES = st.sampled_from([PAGE, "2024", "2024-02", None, "unknown", "0000-99-99"])


@settings(max_examples=some(150), deadline=None)
@example("Monday last week", PAGE, False)
@given(st.one_of(st.text(max_size=80), DATEISH), PAGES, st.booleans())
def test_no_text_breaks_the_grammar_and_what_it_finds_parses(text: str, published: str | None, future: bool) -> None:
    for expr in expressions(text):
        assert text[expr.start : expr.end].strip() == expr.text or len(expr.text) == expr.end - expr.start
        when = resolve(expr, published, future=future, anchor=When("2024-01-31", "day", "stated"))
        if when is not None:
            assert page_day(when.date) is not None
            dt.date.fromisoformat((when.date + "-01-01")[:10])
