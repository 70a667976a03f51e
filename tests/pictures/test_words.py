from __future__ import annotations

import pytest

from verbale.pictures.words import count, day, listed, number, plural, span, was


@pytest.mark.parametrize(
    ("n", "unit", "words"),
    [
        (0, "event", "no events"),
        (1, "event", "one event"),
        (2, "event", "two events"),
        (12, "document", "12 documents"),
        (1234, "event", "1,234 events"),
        (3, "external party", "three external parties"),
        (2, "person", "two people"),
        (1, "further event", "one further event"),
        (4, "further event", "four further events"),
    ],
)
def test_a_number_stands_with_its_unit_in_the_right_number(n: int, unit: str, words: str) -> None:
    assert count(n, unit) == words


def test_numbers_below_ten_are_words() -> None:
    assert [number(n) for n in (1, 9, 10)] == ["one", "nine", "10"]


def test_nothing_is_ever_one_events() -> None:
    assert all("one" not in count(n, "event").split() or plural("event", n) == "event" for n in range(30))


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2024-07-09", "9 July 2024"),
        ("2024-07", "July 2024"),
        ("2024", "2024"),
        (None, "undated"),
        ("", "undated"),
        ("2024-XX", "2024"),
    ],
)
def test_dates_are_written_out(date: str | None, words: str) -> None:
    assert day(date) == words


def test_a_span_of_one_day_is_that_day() -> None:
    assert span("2024-07-09", "2024-07-09") == "of 9 July 2024"
    assert span("2023", "2024-07") == "from 2023 to July 2024"


def test_lists_have_and_before_the_last() -> None:
    assert [listed(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_verbs_agree() -> None:
    assert (was(1), was(0), was(2)) == ("was", "were", "were")
