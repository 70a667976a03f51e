"""Approaches: probabilities against scipy's beta, labels only where sure twice, nothing without a frame."""

from __future__ import annotations

from typing import Any

import pytest
from scipy.stats import beta

from verbale.analysis.approach import answer, quarters
from verbale.analysis.approach.quarters import _beyond, _follows
from verbale.engagements.engaged import Engaged
from verbale.model import Said

from .making import about, act, engaged, meeting, who

AUTH = "AFG-AUTH"


def often(n: int, home: str, month: int, **values: Any) -> list[Engaged]:
    return [meeting("USA", home, f"2022-{month:02}-{d + 1:02}", **values) for d in range(n)]


def chances(*given: Engaged, quarter: str = "2022-Q2") -> dict[str, float]:
    return next(each.probabilities for each in quarters(about(*given)) if (each.party, each.quarter) == ("USA", quarter))


def test_a_share_beyond_a_threshold_is_that_of_the_beta():
    assert _beyond(7, 10, 0.4) == pytest.approx(beta(7.5, 3.5).sf(0.4))
    assert _beyond(0, 0, 0.4) == 0


def test_outreach_needs_three_classes():
    two = [*often(6, "AFG-WOM", 5), *often(6, "AFG-CSO", 5)]
    assert chances(*two)["A5"] == 0
    assert chances(*two, *often(2, "AFG-MED", 6))["A5"] > 0.95


def test_a_label_needs_two_quarters_running_and_five_engagements():
    first = [m for home in ("AFG-WOM", "AFG-CSO", "AFG-MED") for m in often(3, home, 5)]
    second = [m for home in ("AFG-WOM", "AFG-CSO", "AFG-MED") for m in often(3, home, 8)]
    found = [each for each in quarters(about(*first, *second)) if each.party == "USA"]
    assert [each.labels for each in found] == [(), ("A5",)]
    late = [m for home in ("AFG-WOM", "AFG-CSO", "AFG-MED") for m in often(3, home, 11)]
    assert all(each.labels == () for each in quarters(about(*first, *late)))
    assert _follows("2022-Q4", "2023-Q1") and not _follows("2022-Q2", "2022-Q4")


def test_pressure_against_requests_and_contact():
    penalty = [
        engaged(act(who("USA"), who(AUTH, "target"), day=f"2022-05-{d:02}", type="SANCTION", mode="sanction")) for d in range(1, 9)
    ]
    assert chances(*penalty)["A1"] > 0.95
    assert chances(*penalty, *often(20, AUTH, 6))["A1"] < 0.05


def test_topics_make_humanitarian_or_technical():
    assert chances(*often(12, AUTH, 5, topics=("humanitarian",)))["A2"] > 0.8
    assert chances(*often(12, AUTH, 5, topics=("detainees",)))["A3"] > 0.8
    assert chances(*often(12, AUTH, 5, topics=("women_girls",)))["A2"] < 0.1


def test_conditions_with_a_disclaimer_are_conditional_and_high_steps_are_not():
    said = (Said(kind="condition", words="if schools open", start=0, end=5),)
    given = often(8, AUTH, 5, said=said, disclaimer=True)
    assert chances(*given)["A4"] > 0.8 and chances(*given)["A8"] == 0
    sent = engaged(
        act(who(AUTH), who("USA", "target"), day="2022-05-20", type="COOPERATE", mode="mission", words="received the credentials")
    )
    assert chances(*given, sent)["A4"] == 0 and chances(*given, sent)["A8"] == 1


def test_refusal_without_contact_is_isolation_and_silence_is_not():
    refused = engaged(act(who("USA"), who(AUTH, "target"), day="2022-05-02", status="refused"))
    assert chances(refused)["A0"] > 0.8 and chances(refused, *often(1, AUTH, 5))["A0"] == 0


def test_convening_and_support_of_another_authority():
    hosted = [engaged(act(who("EU"), who("AFG-WOM", "target"), who("USA", "host"), day=f"2022-05-{d:02}")) for d in (1, 2)]
    assert chances(*hosted)["A6"] == 1
    assert chances(*often(1, "AFG-OPP", 5, level={"USA": "minister"}))["A9"] == 1


def test_without_a_frame_there_are_counts_only():
    given = about(*often(6, AUTH, 5), frame=None)
    told = answer(given)
    assert told.refused and [each.name for each in told.tables] == ["counts"]
    assert [each.name for each in answer(about(*often(6, AUTH, 5))).tables] == ["counts", "approaches"]
