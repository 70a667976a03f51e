from __future__ import annotations

import pytest

from tests.coding.making import context
from verbale.coding.claims import claims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There has been a steady rise in contacts between envoys and Afghan exiles.", "trend"),
        ("The Taliban want foreign envoys to deal with them, and only them, in Kabul.", "exclusive_demand"),
        ("Many activists have been critical of the way envoys treat the Taliban.", "criticism"),
        ("Western envoys should listen to Afghan women more than to the Taliban.", "judgement"),
    ],
)
def test_a_generality_is_kept_by_its_kind(text: str, kind: str) -> None:
    (claim,) = claims(context(text))
    assert claim.kind == kind
    assert claim.words == text
    assert claim.about


def test_what_happened_on_a_day_is_no_generality() -> None:
    assert claims(context("The Norwegian envoy met the Taliban in Doha on Monday.")) == []


def test_what_reports_an_act_is_no_generality_but_a_demand_stays() -> None:
    text = "Western envoys should listen to Afghan women more than to the Taliban."
    assert claims(context(text), [(0, len(text))]) == []


def test_some_and_may_hedge() -> None:
    (claim,) = claims(context("Some regional states may be happy to work with the Taliban regime."))
    assert claim.hedged


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Never have the generals been asked so many questions by so many capitals.", "trend"),
        ("Exiles are now heard at three times as many ministries as before the coup.", "trend"),
        ("Hardly a week passes in which an embassy does not open its door to a poet.", "trend"),
        ("The junta wishes that envoys talk to Naypyidaw and to nobody besides.", "exclusive_demand"),
        ("I believe that the palace will answer when the last guest has gone.", "judgement"),
        ("Whoever counts the chairs has already lost the argument.", "generality"),
    ],
)
def test_a_generality_is_known_by_how_it_is_put(text: str, kind: str) -> None:
    assert [c.kind for c in claims(context(text))] == [kind]
