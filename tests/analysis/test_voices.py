"""Voices: asks and who heard them, echo planted and not, likeness, naming, conveners; each null checked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from verbale.analysis.voices import answer, asks
from verbale.analysis.voices.echo import echoes, likenesses
from verbale.analysis.voices.framing import kind_of, namings
from verbale.analysis.voices.network import conveners
from verbale.engagements.engaged import Engaged
from verbale.model import Naming, Said

from .making import FRAME, about, act, engaged, meeting, who


def request(source: str, target: str, n: int, *topics: str, **values: Any) -> Engaged:
    day = (date(2022, 1, 1) + timedelta(n)).isoformat()
    return engaged(act(who(source), who(target, "target"), day=day, type="REQUEST", mode="urge", topics=topics, **values))


class TestAsks:
    def test_an_ask_is_one_for_each_speaker_and_topic_however_often_it_is_told(self):
        twice = [act(who("AFG-WOM"), who("USA", "target"), type="REQUEST", mode="urge", topics=("education",)) for _ in range(2)]
        (found,) = asks(about(engaged(*twice)).entries)
        assert (found.speaker, found.topic, found.heard) == ("WOM", "education", {"USA"})

    def test_what_is_said_at_a_meeting_is_heard_by_who_is_there(self):
        said = (Said(kind="ask", words="open the schools", start=0, end=5, topic="education"),)
        met = act(who("AFG-CSO"), who("EU", "target"), who("UN", "target"), said=said)
        (found,) = asks(about(engaged(met)).entries)
        assert found.heard == {"EU", "UN"}

    def test_conditions_and_refused_meetings_are_no_asks(self):
        said = (Said(kind="condition", words="if", start=0, end=2, topic="education"),)
        assert asks(about(engaged(act(who("EU"), who("AFG-AUTH", "target"), said=said))).entries) == ()

    def test_the_answer_counts_who_was_heard_from_outside(self):
        given = about(
            request("AFG-WOM", "USA", 3, "education"),
            request("AFG-WOM", "AFG-AUTH", 9, "education"),
            request("EU", "AFG-AUTH", 12, "education"),
        )
        assert answer(given).finding.startswith("3 asks, 2 of them by others of the country than the authorities, 1 of these")


class TestEcho:
    def planted(self, lag: int | None, seed: int = 3) -> tuple:
        draw = np.random.default_rng(seed)
        first = sorted(int(d) for d in draw.choice(330, 12, replace=False))
        second = [d + lag for d in first] if lag else sorted(int(d) for d in draw.choice(360, 12, replace=False))
        made = [request("AFG-WOM", "USA", d, "education" if n % 2 else "detainees") for n, d in enumerate(first)]
        made += [request("EU", "AFG-AUTH", d, "education" if n % 2 else "detainees") for n, d in enumerate(second)]
        return asks(about(*made).entries)

    def test_what_is_repeated_is_found_with_its_lag(self):
        found = next(e for e in echoes(self.planted(5), FRAME.bounds) if (e.first, e.second) == ("WOM", "EU"))
        assert found.times == 12 and found.lag <= 5 and found.p < 0.05 and found.expected < 12

    def test_what_is_not_is_not(self):
        hits = sum(e.q <= 0.05 for seed in range(20) for e in echoes(self.planted(None, seed), FRAME.bounds))
        assert hits <= 3

    def test_without_a_frame_there_is_no_chance_to_compare_with(self):
        assert all(e.p is e.q is e.expected is None for e in echoes(self.planted(5), None))

    def test_another_topic_is_no_echo(self):
        made = [request("AFG-WOM", "USA", 10 * n, "education") for n in range(6)] + [
            request("EU", "AFG-AUTH", 10 * n + 2, "sanctions") for n in range(6)
        ]
        assert echoes(asks(about(*made).entries), FRAME.bounds) == ()


class TestLikeness:
    def test_the_same_topics_are_alike_and_others_are_not(self):
        made = [request("AFG-WOM", "USA", n, "education") for n in range(8)] + [
            request("EU", "AFG-AUTH", n, "education") for n in range(8)
        ]
        made += [request("CHN", "AFG-AUTH", n, "security_border") for n in range(8)]
        found = {(each.first, each.second): each for each in likenesses(asks(about(*made).entries))}
        assert found["EU", "WOM"].cosine == pytest.approx(1) and found["EU", "WOM"].p == 1
        assert found["CHN", "WOM"].cosine == 0 and found["CHN", "WOM"].p < 0.01

    def test_the_cosine_by_hand(self):
        made = [request("EU", "AFG-AUTH", n, t) for n, t in enumerate(["a", "a", "a", "b", "b"])]
        made += [request("USA", "AFG-AUTH", n, t) for n, t in enumerate(["a", "b", "b", "b", "b"])]
        (found,) = likenesses(asks(about(*made).entries))
        assert found.cosine == pytest.approx((3 * 1 + 2 * 4) / (13**0.5 * 17**0.5))


@pytest.mark.parametrize(
    ("words", "kind"),
    [("the de facto authorities", "de facto"), ("Islamic Emirate of Afghanistan", "own name"), ("terror regime", "disapproving"),
     ("Taliban government", "government"), ("the Taliban", "plain"), ("them", "other")],
)  # fmt: skip
def test_terms_are_sorted_into_kinds(words, kind):
    assert kind_of(words) == kind


def test_a_term_is_its_speaker_s():
    spoken = Naming(party="AFG-AUTH", words="de facto authorities", start=0, end=5, by="EU")
    told = Naming(party="AFG-AUTH", words="the Taliban", start=0, end=5)
    found = namings(about(engaged(act(who("EU"), who("AFG-AUTH", "target"), naming=(spoken, told)))).entries)
    assert {key: len(behind) for key, behind in found.items()} == {("EU", "2022", "de facto"): 1}


class TestConveners:
    def test_first_pairs_are_those_never_seen_before(self):
        hosted = engaged(act(who("USA"), who("AFG-WOM", "target"), who("NOR", "host"), day="2022-03-01"))
        again = engaged(act(who("USA"), who("AFG-WOM", "target"), who("QAT", "host"), day="2022-04-01"))
        found = {
            each.name: (len(each.occasions), len(each.parties), each.introduced) for each in conveners(about(hosted, again).entries)
        }
        assert found == {"NOR": (1, 2, 1), "QAT": (1, 2, 0)}
        assert {each.name: each.parties for each in conveners(about(hosted).entries)} == {"NOR": (("USA", 1), ("WOM", 1))}
        met_before = meeting("USA", "AFG-WOM", "2022-01-01")
        assert {each.introduced for each in conveners(about(met_before, hosted).entries)} == {0}

    def test_they_are_told_with_whom_they_brought_together_but_not_of_contact_in_arms(self):
        hosted = engaged(act(who("USA"), who("AFG-WOM", "target"), who("NOR", "host")))
        armed = engaged(act(who("USA"), who("AFG-ARM", "target"), who("TJK", "host")))
        told = answer(about(hosted, armed))
        (table,) = [each for each in told.tables if each.name == "conveners"]
        assert [row[:3] for row in table.rows] == [("Norway", 1, "United States 1, Women 1")]
        assert "Brought others together: Norway 1." in told.finding

    def test_the_bridge_between_two_groups_is_the_most_central(self):
        left = [engaged(act(who("USA"), who("AFG-WOM", "target"), who("NOR", "host"), day=f"2022-03-{d:02}")) for d in (1, 2)]
        right = [engaged(act(who("CHN"), who("AFG-AUTH", "target"), who("PAK", "host"), day=f"2022-04-{d:02}")) for d in (1, 2)]
        bridge = engaged(act(who("USA"), who("CHN"), who("AFG-MED", "target"), who("QAT", "host"), day="2022-05-01"))
        found = {each.name: each.betweenness for each in conveners(about(*left, *right, bridge).entries)}
        assert found["QAT"] == max(found.values()) > found["NOR"]

    def test_who_convenes_all_first_pairs_is_unlikely_by_chance(self):
        fresh = [
            engaged(act(who(p), who("AFG-WOM", "target"), who("NOR", "host"), day=f"2022-03-{n + 1:02}"))
            for n, p in enumerate(["USA", "EU", "UN", "DEU", "FRA", "GBR"])
        ]
        stale = [
            engaged(act(who("USA"), who("AFG-WOM", "target"), who("QAT", "host"), day=f"2022-05-{n + 1:02}")) for n in range(6)
        ]
        found = {each.name: each.p for each in conveners(about(*fresh, *stale).entries)}
        assert found["NOR"] < 0.01 and found["QAT"] == 1

    def test_without_conveners_there_are_none(self):
        assert conveners(about(meeting("USA", "AFG-WOM")).entries) == ()
