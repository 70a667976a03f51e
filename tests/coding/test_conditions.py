"""What a trigger never tells where it stands."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.coding.reading import read
from verbale.coding.lexicon import never
from verbale.model import EventType


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Uganda hosts more than a million refugees from South Sudan.", "host", "CONSULT"),
        ("Albania is willing to host Afghan evacuees.", "host", "CONSULT"),
        ("The Turkmen president has been among the critics of Iran.", "have", "CONSULT"),
    ],
)
def test_what_is_no_act_is_no_candidate(text: str, trigger: str, type_: str) -> None:
    assert not [d for d in read(text).drafts if d.token.lemma_ == trigger and d.type == type_]


def test_guests_are_still_received() -> None:
    found = read("Germany hosted the Ukrainian president.").drafts
    assert any(d.type == "CONSULT" and d.parties() == {"DEU", "UKR"} for d in found)


def test_the_table_names_types_that_there_are() -> None:
    assert {row.type for rows in never().values() for row in rows} <= set(get_args(EventType))
