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
        ("Both welcomed efforts towards a trade agreement between Kenya and Turkey.", "agreement", "AGREE"),
        ("They discussed a draft security treaty between Japan and Italy.", "treaty", "AGREE"),
        ("Egypt does not expect a deal between Israel and Hamas.", "deal", "AGREE"),
        ("Efforts to reach a deal between Israel and Hamas go on.", "reach", "AGREE"),
        ("The Turkmen president has been among the critics of Iran.", "have", "CONSULT"),
    ],
)
def test_what_is_no_act_is_no_candidate(text: str, trigger: str, type_: str) -> None:
    assert not [d for d in read(text).drafts if d.token.lemma_ == trigger and d.type == type_]


@pytest.mark.parametrize("text", ["Kenya and Turkey signed a trade agreement.", "Kenya and Turkey agreed to sign a trade pact."])
def test_what_was_agreed_is(text: str) -> None:
    assert any(d.type == "AGREE" and d.parties() == {"KEN", "TUR"} for d in read(text).drafts)


def test_guests_are_still_received() -> None:
    found = read("Germany hosted the Ukrainian president.").drafts
    assert any(d.type == "CONSULT" and d.parties() == {"DEU", "UKR"} for d in found)


def test_the_table_names_types_that_there_are() -> None:
    assert {row.type for rows in never().values() for row in rows} <= set(get_args(EventType))
