"""Claims weighed: a rise by the trend, a denial by one act against it, what is left out, what acts cannot decide."""

from __future__ import annotations

import pytest

from verbale.analysis.claims import answer, weigh
from verbale.analysis.claims.weighing import lacking
from verbale.model import Claim, Said

from .making import about, act, engaged, meeting, who
from .year import read, year

UPTICK = "There has been an uptick in meetings between U.S., EU, UN, and NATO-state diplomats with marginalized Afghans."


def claim(kind: str, words: str, *parties: str, hedged: bool = False) -> Claim:
    return Claim(kind=kind, start=0, end=len(words), words=words, about=parties, hedged=hedged)


RISE = claim("trend", UPTICK, "USA", "EU", "UN", "NATO", "AFG-PPL")


class TestTrends:
    def test_a_rise_that_was_is_supported(self):
        (found,) = weigh([RISE], about(*year(), read=read()), "2022-12-02")
        assert found.verdict == "supported" and found.trend.question.of == ("USA", "EU", "UN", "NATO+")
        assert len(found.supporting) > 30 and len(found.contradicting) > 30

    def test_a_fall_that_was_not_is_contradicted(self):
        fall = claim("trend", "There are fewer meetings with Afghan women.", "AFG-WOM")
        assert weigh([fall], about(*year(), read=read()), "2022-12-02")[0].verdict == "contradicted"

    def test_without_a_frame_there_is_no_verdict_and_the_counts_stand(self):
        (found,) = weigh([RISE], about(*year(), frame=None), "2022-12-02")
        assert found.verdict == "no verdict" and found.supporting

    def test_an_undated_document_has_no_window(self):
        (found,) = weigh([RISE], about(*year()), None)
        assert found.verdict == "not decided" and any("date of the document" in each for each in found.missing)


class TestDenials:
    DENIED = claim("generality", "Those regional diplomats are also not pushing the leaders on human rights.", "AFG-AUTH")

    def pushing(self, party: str, topic: str = "women_girls"):
        return engaged(act(who(party), who("AFG-AUTH", "target"), type="REQUEST", mode="urge", topics=(topic,)))

    def test_one_act_contradicts_a_denial(self):
        (found,) = weigh([self.DENIED], about(self.pushing("IRN"), frame=None), None)
        assert found.verdict == "contradicted" and len(found.contradicting) == 1

    @pytest.mark.parametrize(("party", "topic"), [("USA", "women_girls"), ("IRN", "economy_trade")])
    def test_another_region_or_topic_does_not(self, party, topic):
        (found,) = weigh([self.DENIED], about(self.pushing(party, topic), frame=None), None)
        assert found.verdict == "not decided" and "none proves it" in found.would


def test_what_came_later_does_not_contradict_a_denial():
    given = about(TestDenials().pushing("IRN"), frame=None)  # of 2 May 2022
    told = [weigh([TestDenials.DENIED], given, day)[0].verdict for day in ("2022-04-30", "2022-05-02", None)]
    assert told == ["not decided", "contradicted", "contradicted"]


def test_an_exclusive_demand_has_two_sides():
    wanted = claim("exclusive_demand", "The leadership wants diplomats to meet with them, and only them.", "AFG-AUTH")
    only = (Said(kind="ask", words="only with us", start=0, end=5, only=True),)
    asking = engaged(act(who("AFG-AUTH"), who("WORLD", "target"), type="REQUEST", mode="urge", said=only))
    shared = meeting("UN", ["AFG-AUTH", "AFG-WOM"])
    told = [weigh([wanted], about(*given, frame=None), None)[0].verdict for given in ((asking,), (asking, shared), (shared,), ())]
    assert told == ["supported", "for and against", "contradicted", "not decided"]


def test_a_judgement_is_not_decided_by_acts():
    good = claim("judgement", "This is a good sign for the Afghans.", "AFG-PPL", hedged=True)
    (found,) = weigh([good], about(), None)
    assert found.verdict == "not decided" and "reader's judgement" in found.would
    told = answer([found], about(), "column.txt")
    assert told.tables[0].rows[0][1] == "judgement, hedged" and told.finding == "1 general claims: 1 not decided."


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (UPTICK, ("a window", "a baseline", "a number", "a source")),
        ("In the last two months there were 40 meetings, more than before, according to the ministry.", ()),
        ("Meetings have risen since 2021.", ("a number", "a source")),
    ],
)
def test_what_a_claim_leaves_out(words, left):
    assert lacking(claim("trend", words)) == left
