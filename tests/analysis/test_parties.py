from __future__ import annotations

import pytest

from verbale.analysis.parties import party_of


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("NOR", "NOR"), ("Norway", "NOR"), ("norway", "NOR"), ("UK", "GBR"), ("European Union", "EU"), ("Taliban", "AFG-AUTH"),
        ("AFG-WOM", "AFG-WOM"), ("AFG-XYZ", None), ("XXX-WOM", None), ("Muttaqi", None), ("", None),
    ],
)  # fmt: skip
def test_what_a_party_is_called(written: str, party: str | None) -> None:
    assert party_of(written) == party
