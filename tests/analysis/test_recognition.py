"""Recognition: the known Afghan examples on their dates, over-claims flagged, law and politics apart, the index with its band."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest

from verbale.analysis.recognition import answer, recognition
from verbale.analysis.recognition.index import _default, _drawn, index
from verbale.analysis.recognition.ladder import ladder
from verbale.engagements.engaged import Engaged
from verbale.model import Attribution, Said

from .making import about, act, engaged, meeting, who

AUTH = "AFG-AUTH"


def kabul(party: str, day: str, level: str, **values: Any) -> Engaged:
    given = {"venue": "authority_capital", "visibility": "public", "level": {party: level, AUTH: "minister"}}
    return engaged(act(who(party), who(AUTH, "target"), day=day, **(given | values)))


def mission(source: str, target: str, day: str, words: str, **values: Any) -> Engaged:
    return engaged(act(who(source), who(target, "target"), day=day, type="COOPERATE", mode="mission", words=words, **values))


def recognised(party: str, day: str, by: str | None = None, publisher: str = "The Paper", **values: Any) -> Engaged:
    told = Attribution(name="somebody", party=by) if by else None
    given = {"type": "SUPPORT", "mode": "recognise", "words": "recognised the government", "attribution": told}
    return engaged(act(who(party), who(AUTH, "target"), day=day, publisher=publisher, **(given | values)))


EXAMPLES = (
    (engaged(act(who("NOR"), who(AUTH, "target"), who("AFG-WOM", "target"), day="2022-01-23", venue="counterpart_country",
                 visibility="private", publicised_by=("NOR",), disclaimer=True, level={"NOR": "deputy"})), "NOR", "L3"),
    (kabul("CHN", "2022-03-24", "minister"), "CHN", "L5"),
    (kabul("PAK", "2022-11-29", "minister"), "PAK", "L5"),
    (kabul("QAT", "2023-02-12", "envoy"), "QAT", "L4"),
    (mission("IRN", AUTH, "2023-02-26", "Tehran handed over the embassy"), "IRN", "L6"),
    (mission(AUTH, "CHN", "2023-09-13", "The prime minister received the credentials of the new ambassador"), "CHN", "L7"),
    (mission("CHN", AUTH, "2024-01-30", "Xi accepted the credentials of the ambassador"), "CHN", "L8"),
    (mission("UZB", AUTH, "2024-10-09", "accepted the ambassador"), "UZB", "L8"),
    (kabul("USA", "2025-03-20", "envoy"), "USA", "L4"),
    (recognised("RUS", "2025-07-03", by="RUS"), "RUS", "L9"),
    (mission("DEU", AUTH, "2025-07-21", "accepted two consular officials for the consulate in Bonn"), "DEU", "L6"),
    (mission("IND", AUTH, "2025-10-10", "upgraded its technical mission to an embassy"), "IND", "L6"),
    (engaged(act(who("IND"), who(AUTH, "target"), day="2025-10-10", venue="counterpart_country", visibility="public",
                 level={"IND": "minister", AUTH: "minister"})), "IND", "L5"),
)  # fmt: skip
GIVEN = about(*(each for each, _, _ in EXAMPLES), frame=None)


@pytest.mark.parametrize(("example", "party", "step"), EXAMPLES, ids=lambda e: e if isinstance(e, str) else "")
def test_the_known_examples_come_out_on_their_steps_and_dates(example, party, step):
    (found,) = [a for a in recognition(GIVEN).acts if a.entry.id == example.id]
    assert (found.party, found.step.id, found.date) == (party, step, example.engagement.values["date"])


def test_standings_are_highest_first_with_the_date_of_their_highest_step():
    told = [(each.party, each.highest.step.id, each.highest.date) for each in recognition(GIVEN).standings]
    assert told[:3] == [("RUS", "L9", "2025-07-03"), ("CHN", "L8", "2024-01-30"), ("UZB", "L8", "2024-10-09")]


def test_the_ratchet_never_falls():
    (china,) = [each for each in recognition(GIVEN).standings if each.party == "CHN"]
    assert china.ratchet == {"2022-Q1": "L5", "2023-Q3": "L7", "2024-Q1": "L8"}
    later = about(*(each for each, _, _ in EXAMPLES), kabul("CHN", "2024-06-01", "envoy"), frame=None)
    assert next(each for each in recognition(later).standings if each.party == "CHN").ratchet["2024-Q2"] == "L8"


def test_law_and_politics_are_two_fields():
    told = {each.party: each.legal.status for each in recognition(GIVEN).standings}
    assert told["RUS"] == "express" and told["CHN"] == "none on record" and told["NOR"] == "disclaimed"


def test_what_a_party_says_of_its_own_acts_comes_before_a_denial_in_general():
    denial = recognised("USA", "2021-08-01", status="denied")
    talks = engaged(act(who("USA"), who(AUTH, "target"), day="2023-07-26", disclaimer=True))
    (found,) = recognition(about(denial, talks, frame=None)).standings
    assert (found.legal.status, found.legal.date) == ("disclaimed", "2023-07-26")
    assert "its acts are no recognition" in found.legal.because
    also = engaged(act(who("USA"), who(AUTH, "target"), day="2023-07-26"))
    (found,) = recognition(about(denial, also, frame=None)).standings
    assert (found.legal.date, found.legal.because) == ("2021-08-01", "it denies that it recognises the authorities")


def test_a_mission_of_which_nothing_was_plainly_done_is_on_no_step():
    given = about(mission("DEU", AUTH, "2025-07-01", "let two representatives do organisational work at the missions"), frame=None)
    found = recognition(given)
    assert not found.acts and len(found.doubtful) == 1


class TestOverClaims:
    def test_china_in_january_2024_is_flagged_with_what_is_on_record(self):
        given = about(*(e for e, _, _ in EXAMPLES), recognised("CHN", "2024-01-30", publisher="Encyclopaedia"), frame=None)
        found = recognition(given)
        (china,) = found.overclaims
        assert (china.party, china.legal.status, china.highest.step.id) == ("CHN", "claimed by others", "L8")
        assert "reported by Encyclopaedia, not by China itself" in china.legal.because
        assert "credentials of the authority's ambassador accepted (2024-01-30)" in china.legal.because
        told = answer(found, given)
        assert "not confirmed by itself: China, 2024-01-30: reported" in told.finding and "Russia (2025-07-03; " in told.finding

    def test_what_the_authority_says_of_another_is_a_claim(self):
        (found,) = recognition(about(recognised("PAK", "2023-05-01", by=AUTH), frame=None)).standings
        assert found.legal.status == "claimed by others"
        assert found.legal.because == (
            "told by the de facto authorities of Afghanistan, not by Pakistan itself; nothing on record about then says so"
        )

    def test_an_undated_act_on_the_page_of_a_claim_is_on_record_about_then(self):
        claim = recognised("PAK", "2023-05-01", by=AUTH)
        accepted = {"type": "COOPERATE", "mode": "mission", "words": "accepted the credentials of the ambassador"}
        told = msgspec.structs.replace(
            act(who("PAK"), who(AUTH, "target"), day=None, **accepted), document=claim.events[0].document
        )
        (found,) = recognition(about(claim, engaged(told), frame=None)).overclaims
        assert "ambassador accepted (undated)" in found.legal.because

    def test_what_the_party_denies_is_claimed_and_denied(self):
        denial = recognised("PAK", "2023-05-03", by="PAK", status="denied")
        (found,) = recognition(about(recognised("PAK", "2023-05-01"), denial, frame=None)).overclaims
        assert found.legal.status == "claimed and denied"

    def test_a_call_for_recognition_is_no_step(self):
        assert recognition(about(recognised("PAK", "2023-05-01", status="proposed"), frame=None)).acts == ()


class TestSteps:
    def test_a_refused_meeting_is_on_the_lowest_step(self):
        (found,) = recognition(about(engaged(act(who("JPN"), who(AUTH, "target"), status="refused")), frame=None)).acts
        assert found.step.id == "L0"

    def test_a_call_is_remote_and_an_unacknowledged_meeting_is_low(self):
        call = engaged(act(who("JPN"), who(AUTH, "target"), mode="call", channel="phone"))
        secret = engaged(act(who("GBR"), who(AUTH, "target"), venue="third_country", visibility="private"))
        found = {a.party: a for a in recognition(about(call, secret, frame=None)).acts}
        assert (found["JPN"].step.id, found["GBR"].step.id) == ("L1", "L2")
        assert found["GBR"].modifiers == ("unacknowledged",)

    def test_each_party_stands_by_its_own_rank(self):
        both = engaged(act(who("CHN"), who("JPN"), who(AUTH, "target"), venue="authority_capital", visibility="public",
                           level={"CHN": "minister", "JPN": "ambassador"}))  # fmt: skip
        assert {a.party: a.step.id for a in recognition(about(both, frame=None)).acts} == {"CHN": "L5", "JPN": "L4"}

    def test_contact_with_others_of_the_country_is_on_no_step(self):
        assert recognition(about(meeting("USA", "AFG-WOM"), frame=None)).acts == ()

    def test_modifiers_are_told(self):
        words = "They stood before the flag while the anthem was played."
        said = (Said(kind="condition", words="if girls return to school", start=0, end=5),)
        event = act(
            who("UN"), who(AUTH, "target"), words=words, disclaimer=True, said=said, women_present="excluded", publicised_by=(AUTH,)
        )
        (found,) = recognition(about(engaged(event), frame=None)).acts
        assert set(found.modifiers) == {"disclaimer", "conditions", "authority_alone", "protocol", "women_excluded"}


class TestIndex:
    def test_without_a_frame_there_is_none(self):
        assert recognition(GIVEN).index is None
        assert "the index and its ranks" in (answer(recognition(GIVEN), GIVEN).refused or "")

    def test_the_score_is_the_sum_of_weights_times_factors(self):
        found = recognition(
            about(kabul("QAT", "2022-02-12", "envoy"), kabul("QAT", "2022-03-12", "minister", disclaimer=True))
        ).index
        (qatar,) = found.scores
        assert qatar.score == pytest.approx(6 + 9 * 0.6)
        assert qatar.low < qatar.score < qatar.high

    def test_drawn_weights_keep_the_order_of_the_steps_and_the_middle_of_the_defaults(self):
        weights, factors = _drawn()
        assert (np.diff(weights, axis=1) >= 0).all() and np.allclose(weights[:, -1], 40)
        assert np.allclose(weights.mean(axis=0), _default()[0][0], rtol=0.03, atol=0.05)
        assert all((factors[:, n] >= m.low).all() and (factors[:, n] <= m.high).all() for n, m in enumerate(ladder().modifier))

    def test_what_is_near_is_reversed_and_what_is_far_is_not(self):
        many = [kabul("QAT", f"2022-02-{d + 1:02}", "envoy") for d in range(20)]
        near = [mission("IRN", AUTH, "2022-03-01", "handed over the embassy")] + [
            kabul("PAK", f"2022-03-{d:02}", "envoy") for d in (1, 2)
        ]
        found = recognition(about(*many, *near)).index
        assert {frozenset(pair[:2]) for pair in found.reversals} == {frozenset({"IRN", "PAK"})}
        assert found.scores[0].party == "QAT" and (found.scores[0].best, found.scores[0].worst) == (1, 1)

    def test_a_rank_that_hangs_on_one_publisher_is_named(self):
        only = [kabul("QAT", f"2022-02-{d:02}", "envoy", publisher="Gulf Post") for d in range(1, 6)]
        other = [kabul("IRN", f"2022-03-{d:02}", "envoy") for d in range(1, 4)]
        assert recognition(about(*only, *other)).index.hinges == (("Gulf Post", 1, "QAT"),)

    def test_the_same_acts_give_the_same_index(self):
        found = recognition(about(*(e for e, _, _ in EXAMPLES)))
        assert index(found.acts) == index(found.acts)


def test_how_often_and_how_high_and_who_told():
    alone = kabul("TUR", "2022-05-01", "ambassador", publicised_by=(AUTH,))
    both = kabul("TUR", "2022-05-02", "deputy", publicised_by=(AUTH, "TUR"))
    (found,) = recognition(about(alone, both, frame=None)).standings
    assert (found.faces, found.rank, found.alone, found.told) == ({"2022-Q2": 2}, "deputy", 1, 2)


class TestDoubt:
    def test_words_that_do_not_plainly_say_so_stand_on_no_step_and_are_shown(self):
        doubt = recognised("PAK", "2024-02-19", by="PAK", words="would have come close to recognising it as the government")
        found = recognition(about(doubt, frame=None))
        assert found.acts == () and [each.id for each in found.doubtful] == [doubt.id]
        assert any(each.name == "doubtful" for each in answer(found, about(doubt, frame=None)).tables)

    def test_an_organisation_recognises_no_government(self):
        assert recognition(about(recognised("UN", "2024-02-19", by="UN"), frame=None)).acts == ()

    def test_one_plain_report_is_enough(self):
        plain = act(who("RUS"), who(AUTH, "target"), type="SUPPORT", mode="recognise", words="Russia recognised the government")
        vague = act(who("RUS"), who(AUTH, "target"), type="SUPPORT", mode="recognise", words="which no other state did")
        assert [a.step.id for a in recognition(about(engaged(vague, plain), frame=None)).acts] == ["L9"]
