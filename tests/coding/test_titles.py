"""Offices that somebody held before, as they are printed beside the name."""

from __future__ import annotations

import pytest

from tests.coding.reading import read


def sources(text: str) -> frozenset[str]:
    return next(d for d in read(text, case="afghanistan").drafts if d.held and d.type == "ACCUSE").parties("source")


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("Javad Zarif, a former foreign minister of Iran,", "IRN-FMR"),
        ("Jane Doe, the former Kenyan ambassador to Oman,", "KEN-FMR"),
        ("Javad Zarif, who was Iran's foreign minister until 2021,", "IRN-FMR"),
        ("Ross Wilson, the US ambassador,", "USA"),
        ("Wang Yi, a former ambassador to Japan,", "CHN"),
        ("Jane Doe, the Kenyan ambassador to Oman,", "KEN"),
    ],
)
def test_a_past_office_behind_a_name_is_past(who: str, party: str) -> None:
    assert sources(f"{who} criticised the Taliban.") == {party}
