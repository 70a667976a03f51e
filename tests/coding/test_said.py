from __future__ import annotations

from tests.coding.making import context, draft
from verbale.coding.said import said

TWO = {"The minister": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}


def test_what_is_asked_is_kept_in_its_words() -> None:
    made = context("The minister urged the Taliban to reopen the schools for girls.")
    (entry,) = said(draft(made, "urged", "REQUEST", "urge", TWO))
    assert entry.kind == "ask"
    assert entry.words == "to reopen the schools for girls"
    assert entry.topic in ("education", "women_girls")
    assert made.document.text[entry.start : entry.end] == entry.words


def test_a_conditional_threat_has_a_condition_and_a_consequence() -> None:
    made = context("If the Taliban detain more people, The minister warned, Norway could impose sanctions.")
    found = {e.kind: e for e in said(draft(made, "warned", "THREATEN", "threaten", TWO))}
    assert found["condition"].modality == "if"
    assert found["condition"].words.startswith("If the Taliban detain")
    assert "sanctions" in found["consequence"].words
    assert found["consequence"].modality == "could"


def test_an_exclusive_demand_is_marked() -> None:
    made = context("The minister told the Taliban to talk with them, and only them.")
    (entry,) = said(draft(made, "told", "REQUEST", "urge", TWO))
    assert entry.only


def test_a_meeting_says_nothing() -> None:
    made = context("The minister met the Taliban.")
    assert said(draft(made, "met", "CONSULT", "meet", TWO)) == ()


def test_a_condition_in_the_middle_is_kept_apart_from_what_would_follow() -> None:
    made = context("The minister told the Taliban that if the clinics stayed shut, Norway would halt its grants.")
    found = {e.kind: e.words for e in said(draft(made, "told", "THREATEN", "threaten", TWO))}
    assert found == {"condition": "if the clinics stayed shut", "consequence": "Norway would halt its grants"}


def test_a_planned_sanction_has_its_condition() -> None:
    made = context("Unless the prisoners walk free, Norway will sanction the Taliban.")
    who = {"Norway": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}
    kinds = [e.kind for e in said(draft(made, "sanction", "SANCTION", "sanction", who, status="planned"))]
    assert kinds == ["consequence", "condition"]
