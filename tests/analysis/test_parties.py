from __future__ import annotations

import pytest

from verbale.analysis.parties import coded, party_of
from verbale.errors import UsageError


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("NOR", "NOR"), ("Norway", "NOR"), ("norway", "NOR"), ("UK", "GBR"), ("European Union", "EU"), ("Taliban", "AFG-AUTH"),
        ("AFG-WOM", "AFG-WOM"), ("AFG-XYZ", None), ("XXX-WOM", None), ("Muttaqi", None), ("", None),
    ],
)  # fmt: skip
def test_what_a_party_is_called(written: str, party: str | None) -> None:
    assert party_of(written) == party


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Norwya", "did you mean Norway?"),
        ("NROWAY", "did you mean Norway?"),
        ("NORR", "did you mean Norway?"),
        ("army", "write a state or a body by its name or its code: Norway, CHN, EU"),
    ],
)
def test_who_writes_no_party_is_asked_about_a_name_that_is_like_it(written: str, hint: str) -> None:
    with pytest.raises(UsageError) as told:
        coded([written])
    assert told.value.hint == hint
