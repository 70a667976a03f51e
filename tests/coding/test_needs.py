from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("text", "value", "cause"),
    [
        ("The monsoon drowned the paddy, so families in Sagaing eat one meal a day.", "food", "disaster"),
        ("In Yangon a nurse hides insulin because soldiers searched the ward.", "health", "violence"),
        ("The expulsions have left ten thousand women without a roof.", "shelter_heating", "displacement"),
        ("Pensioners in Caracas cannot afford medicine now that the bolívar buys nothing.", "health", "economic_collapse"),
        ("Weavers in Herat have no money, because the workshop let half of them go.", "cash_jobs", "job_loss"),
        ("Her daughters dare not go to the well because of the militia.", "protection", "violence"),
    ],
)
def test_a_need_is_told_by_what_people_lack_with_what_brought_it(text: str, value: str, cause: str) -> None:
    found = {m.value: m.cause or "" for m in mentions(context(text))}
    assert cause in found.get(value, "")


def test_each_need_of_a_sentence_has_its_own_cause() -> None:
    made = context("They ask for bread, since their fathers lost their posts; and for a roof, since the flood took the wall.")
    found = {m.value: m.cause for m in mentions(made)}
    assert (found["food"], found["shelter_heating"]) == ("job_loss", "disaster")


def test_who_went_home_because_of_a_war_needs_no_house() -> None:
    assert mentions(context("The envoy went home because of the war.")) == []
