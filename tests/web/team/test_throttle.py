"""Slowing down who guesses: what counts, for how long, and that nobody fills the memory."""

from __future__ import annotations

from verbale.web.team import throttle
from verbale.web.team.throttle import LIMITS, WINDOW, Throttle

from ..conftest import Clock


def tried(held: Throttle, name: str, place: str, times: int) -> int:
    """How many attempts were let through."""
    return sum(held.attempt(name, place) == 0 for _ in range(times))


def test_one_name_from_one_place(clock: Clock) -> None:
    held = Throttle(clock)
    assert tried(held, "anna", "192.0.2.1", 10) == LIMITS["both"]
    assert 0 < held.attempt("Anna ", "192.0.2.1") <= WINDOW
    clock.now += WINDOW
    assert held.attempt("anna", "192.0.2.1") == 0


def test_many_names_from_one_place(clock: Clock) -> None:
    held = Throttle(clock)
    assert sum(tried(held, f"name{n}", "192.0.2.1", 1) for n in range(50)) == LIMITS["place"]
    assert held.attempt("anna", "192.0.2.2") == 0


def test_one_name_from_many_places(clock: Clock) -> None:
    held = Throttle(clock)
    assert sum(tried(held, "anna", f"192.0.2.{n}", 1) for n in range(99)) == LIMITS["name"]
    assert held.attempt("ben", "192.0.2.1") == 0


def test_a_network_of_version_6_is_one_place(clock: Clock) -> None:
    held = Throttle(clock)
    assert sum(tried(held, f"n{n}", f"2001:db8:0:1::{n:x}", 1) for n in range(50)) == LIMITS["place"]
    assert held.attempt("anna", "2001:db8:0:2::1") == 0
    assert held.attempt("anna", "::ffff:192.0.2.1") == 0


def test_who_succeeds_begins_anew_and_is_not_counted(clock: Clock) -> None:
    held = Throttle(clock)
    for _ in range(3 * LIMITS["place"]):
        assert tried(held, "anna", "192.0.2.1", 1) == 1
        held.passed("anna", "192.0.2.1")


def test_attempts_at_once_are_all_counted_before_any_has_ended(clock: Clock) -> None:
    held = Throttle(clock)
    assert tried(held, "anna", "192.0.2.1", 100) == LIMITS["both"], "none of these was compared as yet"


def test_it_holds_a_limited_number(clock: Clock, monkeypatch) -> None:
    monkeypatch.setattr(throttle, "MOST", 30)
    held = Throttle(clock)
    for n in range(200):
        held.attempt(f"name{n}", f"192.0.2.{n}")
    assert len(held._held) <= 30
