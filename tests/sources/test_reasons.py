from __future__ import annotations

import re

import pytest

from verbale.sources.reasons import REASONS, set_aside, unreadable


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_every_reason_says_what_and_what_next(reason: str) -> None:
    error = unreadable(reason, "DETAIL", setting="max_x")
    message, _ = REASONS[reason]
    assert error.reason == reason
    assert ("DETAIL" in error.message) == ("{detail}" in message)
    assert error.hint
    assert not re.search(r"[{}]", error.message + error.hint)


def test_set_aside_names_the_part() -> None:
    assert set_aside("a.csv", unreadable("empty"), 4).path == "a.csv:4"
    assert set_aside("a.csv", unreadable("empty")).path == "a.csv"
