from __future__ import annotations

import msgspec
import pytest

from verbale.scoring import Found, compose, evaluate
from verbale.scoring.curve import learning_curve
from verbale.scoring.evaluate import Scorecard
from verbale.scoring.floors import Floors
from verbale.scoring.stages import Staged

from .making import act, coding, gold

SET = gold(coding("a", act(), act("REQUEST")), coding("b", act()), coding("none"), coding("away", act()), locked=("b",))
FOUND = Found(by="a coder", events={"a": [act(confidence=0.8)], "b": [act("ACCUSE", confidence=0.4)], "none": [act()]})


def test_what_is_counted():
    card = evaluate(SET, FOUND)
    figure = card.tables["strict"]["all"]
    assert (card.documents, card.events, card.unread, card.withheld) == (3, 3, 1, 1)
    assert (figure.gold, figure.found, figure.right) == (3, 3, 1) and figure.low <= figure.f1 <= figure.high
    assert card.alarms is not None and (card.alarms.documents, card.alarms.alarmed, card.alarms.types) == (1, 1, {"CONSULT": 1})
    assert card.calibration is not None and card.calibration.events == 2


def test_nothing_of_a_locked_document_is_told():
    card = evaluate(SET, FOUND)
    assert {e.document for e in card.errors} == {"a", "none"} and set(card.pages) == {"a", "none"}
    whole = evaluate(SET, FOUND, aggregate=True)
    assert not whole.errors and not whole.pages and not whole.confusion and "party" not in whole.tables
    assert whole.tables["strict"] == card.tables["strict"]
    told = msgspec.json.encode(whole).decode() + str(compose(whole))
    assert "met ministers" not in told and "urged" not in told


def test_floors_are_held_apart():
    floors = Floors(locked=("b",), open_floors={"strict": 0.5}, locked_floors={"strict": 0.1, "dyads": 0.0})
    card = evaluate(msgspec.structs.replace(SET, floors=floors), FOUND)
    assert [(f.documents, f.figure, f.reached, f.holds) for f in card.floors] == [
        ("open", "strict", 0.5, True),
        ("locked", "strict", 0.0, False),
        ("locked", "dyads", 0.0, True),
    ]


def test_candidates_and_stages():
    offered = {"offered": [p["party"] for p in act()["participants"]]}
    candidates = ({**act(), **offered}, {**act("REQUEST"), **offered})
    staged = Staged(candidates=candidates, without={"everything": (act(),), "without a stage": ()})
    card = evaluate(SET, msgspec.structs.replace(FOUND, events={"a": [act()]}, staged={"a": staged}))
    assert card.tables["overall"]["candidates"].recall == 1.0
    assert card.ablation["everything"]["strict"] == pytest.approx(2 / 3) and card.ablation["without a stage"]["strict"] == 0.0


def test_two_people():
    card = evaluate(SET, FOUND, second=True)
    assert card.alpha["status"] is None and card.alpha["passage"] is not None and not evaluate(SET, FOUND).alpha


def titles(card: Scorecard, **more: bool) -> list[str]:
    return [section.name for section in compose(card, **more).sections]


def test_the_page_has_what_there_is():
    card = evaluate(SET, FOUND)
    assert titles(card) == ["overall", "parts", "alarms", "confidence", "confusion", "common", "pages", "errors"]
    assert titles(card, single=False)[-1] == "common"
    assert titles(evaluate(gold(coding("a")), Found(by="x", events={"a": []}))) == ["overall", "parts", "alarms"]


def test_a_learning_curve():
    def train(passages):
        return lambda _: Found(by="trained", events={"a": [act()] if len(passages) > 5 else []})

    curve = learning_curve(train, list(range(10)), gold(coding("a", act())), shares=(0.01, 0.1, 1.0))
    assert {size: row["strict"] for size, row in curve.items()} == {"1": 0.0, "10": 1.0}
    assert titles(msgspec.structs.replace(evaluate(SET, FOUND), curve=curve))[4] == "comparisons"
