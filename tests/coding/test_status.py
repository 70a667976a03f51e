"""What is evidently still to come, whatever a ranker makes of it."""

from __future__ import annotations

import pytest

from tests.coding.reading import read, reader
from verbale.coding.draft import Draft


def drafts(text: str, kind: str) -> list[Draft]:
    found = read(text).drafts
    ranker = reader("none").ranker
    assert ranker is not None
    ranker.settle(found)
    return [d for d in found if d.type == kind and d.held]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway will summon the Iranian ambassador to condemn the raid.", "ACCUSE"),
        ("Chile's president will fly to Lima to thank Peru.", "SUPPORT"),
        ("Ahead of President Emmanuel Macron's visit to Oslo, Norway praised France.", "CONSULT"),
        ("Peru announced a trip by its president to Chile.", "CONSULT"),
        ("Peru praised Japan's statement on lifting sanctions against Chile.", "CONCEDE"),
        ("The talks come a week before a visit by the Saudi minister to Oslo.", "CONSULT"),
    ],
)
def test_what_is_to_come_is_planned(text: str, kind: str) -> None:
    assert "planned" in {d.status for d in drafts(text, kind) if kind != "CONSULT" or d.mode == "visit"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway summoned the Iranian ambassador to condemn the raid.", "ACCUSE"),
        ("Before the Kenyan president's visit to Oslo last week, Norway praised Kenya.", "CONSULT"),
    ],
)
def test_what_was_before_is_not(text: str, kind: str) -> None:
    assert {d.status for d in drafts(text, kind)} == {"happened"}
