from __future__ import annotations

import pytest

from verbale.scoring.pairing import likeness, overlap, pair, pair_loosely

from .making import act


@pytest.mark.parametrize(
    ("one", "other", "strict", "lenient"),
    [
        (act(), act(), True, True),
        (act(who="A > B"), act(who="B > A"), True, True),
        (act(who="A > B"), act(who="A > B C"), False, True),
        (act(who="A > B"), act(who="A > C"), False, False),
        (act(who="A > B C D"), act(who="A >"), False, False),
        (act(), act(status="ongoing"), True, True),
        (act(), act(status="planned"), False, True),
        (act("REQUEST", "A > B"), act("REQUEST", "B > A"), False, False),
        (act("REQUEST", "A > B"), act("REQUEST", "A C > B"), False, True),
        (act("REQUEST", "A > B"), act("ACCUSE", "A > B"), False, False),
        (act("PROTEST", "A >"), act("PROTEST", "A >"), True, True),
    ],
)
def test_likeness(one, other, strict, lenient):
    found = likeness(one, other)
    assert (found.strict, found.lenient, found.weight > 0) == (strict, lenient, lenient)


def test_each_act_has_one_counterpart_and_the_strict_one_first():
    pairs = pair([act(who="A > B")], [act(who="A > B C"), act(who="A > B"), act(who="A > B")])
    assert [(p.gold, p.found, p.strict) for p in pairs] == [(0, 1, True)] or [(p.gold, p.found) for p in pairs] == [(0, 2)]
    assert pair([], [act()]) == [] == pair([act()], [])


def test_acts_of_one_passage_meet_whatever_their_types():
    one, far = act("REQUEST"), act("ACCUSE", words="reopen schools")
    assert pair_loosely([one], [far, act("ACCUSE")]) == [(0, 1)] and pair_loosely([one], [far]) == []
    assert overlap(act(words="met ministers"), act(words="ministers")) == pytest.approx(2 * 9 / 22)
