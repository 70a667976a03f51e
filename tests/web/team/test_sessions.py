"""Sessions: tokens that nobody else knows, of which there are never too many."""

from __future__ import annotations

from verbale.web.team.sessions import IDLE, LONGEST, MOST, Sessions

from ..conftest import Clock


def test_only_the_token_opens_and_it_is_not_held(clock: Clock) -> None:
    held = Sessions(clock)
    token = held.begin("anna", "then")
    found = held.of(token)
    assert found is not None
    assert (found.name, found.changed) == ("anna", "then")
    assert held.of(token[:-1]) is None
    assert token not in repr(vars(held))


def test_an_account_has_only_so_many_and_the_oldest_goes_first(clock: Clock) -> None:
    held = Sessions(clock)
    other = held.begin("ben", "")
    tokens = []
    for _ in range(MOST + 2):
        clock.now += 1
        tokens.append(held.begin("anna", ""))
    assert [held.of(each) is None for each in tokens] == [True, True, *[False] * MOST]
    assert held.of(other) is not None
    assert held.count("anna") == MOST


def test_they_end(clock: Clock) -> None:
    held = Sessions(clock)
    idle, ended, all_ = held.begin("anna", ""), held.begin("ben", ""), held.begin("cleo", "")
    held.end(ended)
    held.end_all("cleo")
    assert (held.of(ended), held.of(all_)) == (None, None)
    clock.now += IDLE + 1
    assert held.of(idle) is None
    assert IDLE < LONGEST
