from __future__ import annotations

from verbale.scoring.misses import commonest, describe, errors

from .making import TEXT, act


def test_misses_and_extras_with_their_words():
    found = errors("doha", [act(), act("REQUEST", words="urged them")], [act(), act("ACCUSE", status="denied")], TEXT)
    assert [(e.kind, e.act, e.words) for e in found] == [
        ("missed", "REQUEST urge: USA > AFG-AUTH", "urged them"),
        ("extra", "ACCUSE criticise: USA > AFG-AUTH (denied)", "met ministers"),
    ]
    assert errors("doha", [act()], [act()], TEXT) == [] and errors("doha", [act()], [], None)[0].words == ""


def test_the_commonest_come_first():
    found = errors("a", [act(), act(who="A > B"), act("REQUEST")], [], TEXT)
    assert commonest(found) == [("missed CONSULT meet", 2), ("missed REQUEST urge", 1)]
    assert describe(act(who=">")) == "CONSULT meet: nobody > nobody"
