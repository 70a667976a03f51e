from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.coding.instruments import uses, within


@pytest.mark.parametrize(
    ("text", "ident", "year", "words"),
    [
        ("It breaks the Convention against Torture.", "cat", None, "Convention against Torture"),
        ("They cited CEDAW (1979) again.", "cedaw", 1979, "CEDAW (1979)"),
        ("the 1966 International Covenant on Civil and Political Rights (ICCPR)", "iccpr", 1966, None),
        ("Security Council resolution 2593 of 2021 holds.", "unscr_2593", 2021, "Security Council resolution 2593 of 2021"),
        ("under the Rome Statute, which it accepted in 2003, they", "rome_statute", 2003, None),
        ("the Doha Agreement, signed by both sides on 29 February 2020", "doha_agreement", 2020, None),
    ],
)
def test_a_citation_is_found_with_its_year(text: str, ident: str, year: int | None, words: str | None) -> None:
    (use,) = uses(text)
    assert (use.id, use.year, use.error) == (ident, year, None)
    assert words is None or text[use.start : use.end] == words


def test_a_year_that_contradicts_the_catalogue_is_an_error() -> None:
    (use,) = uses("They signed up to the Genocide Convention of 1958.")
    assert use.year == 1958
    assert use.error is not None
    assert use.error.startswith("wrong year")


def test_the_year_in_which_a_state_joined_is_none() -> None:
    (use,) = uses("the Convention on the Rights of the Child, ratified in 1994")
    assert (use.year, use.error) == (1994, None)


def test_the_wrong_council_and_the_wrong_house_are_errors() -> None:
    (council,) = uses("General Assembly resolution 2593 (2021)")
    assert council.error == "wrong body: resolution 2593 (2021) is of the Security Council"
    (court,) = uses("the International Criminal Court, an organ of the United Nations,")
    assert court.error is not None
    assert court.error.startswith("wrong body")


def test_a_resolution_that_the_catalogue_lacks_is_known_by_its_number() -> None:
    (use,) = uses("Security Council resolution 9999")
    assert (use.id, use.error) == ("unscr_9999", None)
    assert uses("By resolution 9999 the club changed its name.") == []


def test_only_what_touches_a_passage_belongs_to_it() -> None:
    text = "They cited CEDAW. Later they cited the Rome Statute."
    assert [u.id for u in within(uses(text), [(0, 17)])] == ["cedaw"]


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    for use in uses(text):
        assert 0 <= use.start < use.end <= len(text)
