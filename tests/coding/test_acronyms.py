"""Short forms that a text spells out otherwise than the catalogue does."""

from __future__ import annotations

import pytest

from verbale.coding.acronyms import otherwise
from verbale.coding.instruments import uses
from verbale.coding.scan import scan

COUNCIL = "A letter went to the International Cricket Council. The head of the ICC was concerned."
COURT = "The International Criminal Court sits in The Hague. The ICC has a prosecutor."


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (COUNCIL, True),
        (COURT, False),
        (f"{COUNCIL} {COURT}", False),
        ("The ICC has a prosecutor.", False),
    ],
)
def test_what_a_text_spells_out_in_other_words_is_something_else(text: str, other: bool) -> None:
    assert otherwise(text, "ICC", lambda: ("international criminal court",)) is other
    assert ("ICC" not in {hit.name for hit in scan(text, "afghanistan")}) is other
    assert ("icc" not in {use.id for use in uses(text)}) is other


@pytest.mark.parametrize("short", ["UN", "icc", "A/1"])
def test_only_short_forms_of_three_capitals_and_more_are_held_against_words(short: str) -> None:
    assert not otherwise("Uncertain Notes", short, tuple)
