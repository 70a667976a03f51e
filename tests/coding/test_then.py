"""Parties as of the day of the act, not of the page."""

from __future__ import annotations

import pytest

from tests.coding.test_readings import coded


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("In February 2020 the United States signed an agreement with the Taliban in Doha.", "AFG-ARM"),
        ("In February 2023 the United States signed an agreement with the Taliban in Doha.", "AFG-AUTH"),
        ("The United States signed an agreement with the Taliban in Doha on Monday.", "AFG-AUTH"),
    ],
)
def test_an_armed_group_that_took_power_was_one_before(text: str, party: str) -> None:
    events = [e for e in coded(text).events if e.type == "AGREE"]
    assert [party in e.parties() for e in events] == [True]
