from __future__ import annotations

from tests.coding.making import context
from verbale.coding.needs import mentions, tools


def test_a_need_is_kept_with_its_causes_and_the_people() -> None:
    made = context("Hunger and a shortage of blankets are faced by Afghans because of drought and lost income after layoffs.")
    found = {m.value: m for m in mentions(made)}
    assert set(found) == {"food", "shelter_heating"}
    assert found["food"].cause is not None
    assert "disaster" in found["food"].cause
    assert found["food"].population == "Afghans"
    assert made.document.text[found["food"].start : found["food"].end] == "Hunger"


def test_a_word_without_want_is_no_need() -> None:
    assert mentions(context("The Afghan minister of health opened a hospital in Kabul.")) == []


def test_pressure_is_a_mention_only_outside_events() -> None:
    made = context("Afghanistan is under a travel ban.")
    assert [m.value for m in tools(made, [])] == ["travel_ban"]
    assert tools(made, [(0, 34)]) == []
