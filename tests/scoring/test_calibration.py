from __future__ import annotations

import pytest

from verbale.scoring.calibration import Judged, auroc, calibration, judged, surer_half

from .making import act


def test_who_is_right_where_it_is_surer():
    events = [Judged(0.9, True), Judged(0.8, True), Judged(0.2, False), Judged(0.1, False)]
    found = calibration(events)
    assert found is not None and found.auroc == 1.0 and found.surer_half == 1.0 and found.precision == 0.5
    assert found.error == pytest.approx(0.15) and [b.events for b in found.bins] == [1, 1, 1, 1]


def test_ties_count_half_and_by_their_share():
    assert auroc([Judged(0.5, True), Judged(0.5, False)]) == 0.5
    assert surer_half([Judged(0.9, False), Judged(0.5, True), Judged(0.5, False), Judged(0.5, False)]) == pytest.approx(1 / 6)


def test_nothing_to_compare():
    assert auroc([Judged(0.5, True)]) is None and calibration([]) is None


def test_events_are_judged_leniently_and_incomplete_ones_not_at_all():
    found = [act(confidence=0.7), act("REQUEST", confidence=0.6), act(confidence=0.5, complete=False), act("ACCUSE")]
    assert judged([act(who="USA > AFG-AUTH EU")], found) == [Judged(0.7, True), Judged(0.6, False)]


def test_full_confidence_belongs_to_the_last_level():
    found = calibration([Judged(1.0, True), Judged(0.95, False)])
    assert found is not None and len(found.bins) == 1 and found.bins[0].high == 1.0
