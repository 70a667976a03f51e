"""Whose account a sentence gives, where one tells of another that they told it."""

from __future__ import annotations

import pytest

from tests.coding.reading import read

TOLD = "that Russia recognises the Taliban government"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (f"The Russian foreign ministry said {TOLD}.", "RUS"),
        (f"The BBC reported that the Russian foreign ministry said {TOLD}.", "RUS"),
        (f"The Taliban's foreign ministry said that the Russian ambassador told Muttaqi {TOLD}.", "AFG-AUTH"),
        (
            f"According to the Taliban foreign ministry, the Russian ambassador came to see Muttaqi and informed him {TOLD}.",
            "AFG-AUTH",
        ),
        (f"The Russian foreign ministry said {TOLD}, which according to the Taliban is overdue.", "RUS"),
    ],
)
def test_an_account_is_of_whose_words_report_it(text: str, party: str) -> None:
    found = next(d for d in read(text, case="afghanistan").drafts if d.held and (d.type, d.mode) == ("SUPPORT", "recognise"))
    assert found.attribution is not None
    assert found.attribution.party == party
