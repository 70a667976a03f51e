from __future__ import annotations

from verbale.scoring.confusion import NOTHING, confusion

from .making import act


def test_every_act_is_in_one_cell():
    gold = [act(), act("REQUEST"), act("THREATEN", words="reopen schools")]
    found = [act(who="USA > AFG-AUTH EU"), act("ACCUSE"), act("PROTEST", "XYZ >", words="Doha")]
    table = confusion(gold, found)
    agreed, taken = ("CONSULT", "CONSULT"), ("REQUEST", "ACCUSE")
    assert table == {agreed: 1, taken: 1, ("THREATEN", NOTHING): 1, (NOTHING, "PROTEST"): 1}
