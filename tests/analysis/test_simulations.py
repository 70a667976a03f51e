"""The simulations of benchmarks/simulations.py with few records: what is asked must not be missed by more than chance explains."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

PATH = Path(__file__).parent.parent.parent / "benchmarks" / "simulations.py"
RECORDS = 120


def _load():
    spec = importlib.util.spec_from_file_location("simulations", PATH)
    module = importlib.util.module_from_spec(spec)
    sys.modules["simulations"] = module
    spec.loader.exec_module(module)
    return module


SIMULATIONS = _load()


@pytest.mark.parametrize("number", range(len(list(SIMULATIONS.every(1)))))
def test_what_is_asked_is_not_missed_by_more_than_chance(number):
    found = list(SIMULATIONS.every(RECORDS))[number]()
    room = 3 * (found.asked * (1 - found.asked) / RECORDS) ** 0.5
    assert found.held <= found.asked + room if found.at_most else found.held >= found.asked - room, found.claim


def test_a_narrower_interval_would_be_caught(monkeypatch):
    ratio = SIMULATIONS.ratio

    def half(*values, **more):
        found = ratio(*values, **more)
        return type(found)(found.value, found.value * 0.95, found.value * 1.05)

    monkeypatch.setattr(SIMULATIONS, "ratio", half)
    assert not SIMULATIONS.ratios(RECORDS, 1.0, clustered=False).good
