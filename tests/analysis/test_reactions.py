"""Reactions: found where they were planted, not where they were not; reverse timing; silence; what anger tells."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from verbale.analysis.reactions import answer, reactions
from verbale.analysis.reactions.occasions import occasions
from verbale.analysis.reactions.study import INSUFFICIENT, NO_DIFFERENCE, REFUSED, SUPPORTED
from verbale.model import Review

from .making import about, act, engaged, meeting, who

FIRST = date(2022, 1, 1)


def day(n: int) -> str:
    return (FIRST + timedelta(n)).isoformat()


def anger(n: int, at: str = "USA", kind: str = "ACCUSE", **values) -> object:
    return engaged(act(who("AFG-AUTH"), who(at, "target"), day=day(n), type=kind, mode="criticise", **values))


def easing(n: int, reviewed: bool = False) -> object:
    seen = Review(verdict="accepted", by="anna", decision=1) if reviewed else None
    return engaged(act(who("AFG-AUTH"), who("AFG-PPL", "target"), day=day(n), type="CONCEDE", mode="ease", review=seen))


def planted(lag: int | None, seed: int = 1, n: int = 24) -> list:
    """Occasions on days of their own, background anger, and one reaction so many days after each."""
    draw = np.random.default_rng(seed)
    days = sorted(int(d) for d in draw.choice(np.arange(20, 340), n, replace=False))
    found = [meeting("USA", "AFG-WOM", day(d)) for d in days]
    found += [anger(int(d)) for d in draw.integers(0, 365, 30)]
    return found + ([anger(d + lag) for d in days] if lag is not None else [])


def test_reactions_that_follow_are_found():
    found = reactions(about(*planted(2)))
    assert found.verdict == SUPPORTED and found.study.p < 0.02 and found.study.ratio.low > 1
    assert found.study.lags[14 + 2] >= 24 > max(found.study.lags[:14])


def test_without_reactions_none_are_found():
    verdicts = [reactions(about(*planted(None, seed))).verdict for seed in range(20)]
    assert verdicts.count(SUPPORTED) <= 2 and verdicts.count(NO_DIFFERENCE) >= 18


def test_anger_that_comes_first_is_told_by_reverse_timing():
    found = reactions(about(*planted(-5)))
    assert found.study.before_p < 0.05
    assert any("before occasions, too" in note for note in answer(found, about(*planted(-5))).caveats)


def test_every_reaction_is_listed_with_its_words():
    given = about(meeting("USA", "AFG-WOM", day(10)), anger(12, words="It condemned the talks."), anger(200, at="EU"))
    (listed,) = [each for each in answer(reactions(given), given).tables if each.name == "reactions"]
    assert [row[:3] + row[4:] for row in listed.rows] == [
        (day(12), "criticism", "United States", "yes"), (day(200), "criticism", "European Union", "no"),
    ]  # fmt: skip
    assert listed.rows[0][3] == "It condemned the talks." and all(listed.entries)


def test_the_day_of_contact_with_a_side_in_arms_is_not_told():
    given = about(meeting("USA", "AFG-ARM", day(10)), anger(12))
    tables = answer(reactions(given), given).tables
    assert not any(day(10) in map(str, row) for each in tables for row in each.rows)
    assert day(10)[:7] in {row[0] for each in tables if each.name == "occasions" for row in each.rows}


def test_silence_is_listed():
    given = about(meeting("USA", "AFG-WOM", day(10)), meeting("EU", "AFG-CSO", day(100)), anger(12))
    found = reactions(given)
    assert [len(each.linked) for each in found.occasions] == [1, 0]
    told = answer(found, given)
    assert "2 occasions, 1 of them without a linked reaction" in told.finding
    assert next(t for t in told.tables if t.name == "occasions").rows[1][3] == 0


@pytest.mark.parametrize(
    ("late", "at", "linked"), [(0, "USA", 1), (14, "USA", 1), (15, "USA", 0), (-1, "USA", 0), (3, "CHN", 0), (3, "AFG-WOM", 1)]
)
def test_a_linked_reaction_is_near_and_aimed_at_who_took_part(late, at, linked):
    met, _ = occasions(about(meeting("USA", "AFG-WOM", day(50)), anger(50 + late, at)))
    assert len(met[0].linked) == linked


def test_what_the_others_say_is_no_reaction_and_the_authority_s_meetings_no_occasion():
    critic = engaged(act(who("USA"), who("AFG-AUTH", "target"), day=day(12), type="ACCUSE", mode="criticise"))
    met, angry = occasions(about(meeting("USA", "AFG-AUTH", day(10)), critic))
    assert met == () and angry == ()


def test_a_penalty_beside_an_occasion_is_noted_and_left_out_in_one_reckoning():
    penalty = engaged(act(who("EU"), who("AFG-AUTH", "target"), day=day(51), type="SANCTION", mode="sanction"))
    met, _ = occasions(about(meeting("USA", "AFG-WOM", day(50)), meeting("USA", "AFG-WOM", day(90)), penalty))
    assert [each.provoked for each in met] == [True, False]


def test_few_occasions_are_too_few_and_without_a_frame_there_is_no_verdict():
    few = [meeting("USA", "AFG-WOM", day(10)), anger(12)]
    assert reactions(about(*few)).verdict == INSUFFICIENT
    bare = reactions(about(*planted(2), frame=None))
    assert bare.verdict == REFUSED and bare.study is None and answer(bare, about(frame=None)).refused


class TestWhatAngerTells:
    def test_below_twenty_outcomes_it_is_not_identified(self):
        given = about(*planted(2), *(easing(n) for n in range(0, 360, 10)))
        found = reactions(given)
        assert found.table.likelihood is None and found.table.adjudicated == 0
        assert "not identified: 0 outcomes adjudicated" in answer(found, given).finding

    def test_above_it_is_the_ratio_of_two_risks_with_katz_s_interval(self):
        """12 of 30 angry where something was eased, 6 of 30 where nothing was: the formula of Katz and others (1978), by hand."""
        from verbale.analysis.reactions.occasions import Occasion
        from verbale.analysis.reactions.study import _table

        ease = [about(easing(n, reviewed=True)).entries[0] for n in range(30)]
        base = about(meeting("USA", "AFG-WOM", day(1)), anger(2)).entries
        met = [Occasion(entry=base[0], day=n, linked=base[1:] * (n < 12), eased=(ease[n],), provoked=False) for n in range(30)]
        met += [Occasion(entry=base[0], day=n, linked=base[1:] * (n < 6), eased=(), provoked=False) for n in range(30)]
        found = _table(tuple(met)).likelihood
        assert found.value == pytest.approx(2)
        reach = 1.959964 * (1 / 12 - 1 / 30 + 1 / 6 - 1 / 30) ** 0.5
        assert (found.low, found.high) == pytest.approx((2 * np.exp(-reach), 2 * np.exp(reach)), rel=1e-4)
