"""The balance: sides, classes, places, what is hidden, who is silent, and which bodies are new."""

from __future__ import annotations

import math

import pytest

from verbale.analysis.answer import worded
from verbale.analysis.balance import answer, balance
from verbale.analysis.balance.weighing import effective
from verbale.analysis.entries import rule
from verbale.analysis.stats.reading import Audit

from .making import about, act, engaged, meeting, who


def meetings(n: int, outside: str, home: str, month: int = 5) -> list:
    return [meeting(outside, home, f"2022-{month:02}-{d + 1:02}") for d in range(n)]


class TestSides:
    GIVEN = (*meetings(6, "USA", "AFG-AUTH"), *meetings(3, "USA", "AFG-WOM"), *meetings(2, "EU", "AFG-CSO"))

    def test_each_side_is_counted_for_each_party_and_all(self):
        rows = {row.party: (row.authority, row.others) for row in balance(about(*self.GIVEN)).rows}
        assert rows == {"all": (6, 5), "USA": (6, 3), "EU": (0, 2)}

    def test_a_group_counts_a_meeting_of_several_members_once(self):
        together = meeting(["DEU", "FRA"], "AFG-WOM")
        found = balance(about(together), ("NATO+",)).rows
        assert [(row.party, row.others) for row in found] == [("all", 1), ("NATO+", 1)]
        assert balance(about(together), by=rule("dyads,pairs")).rows[0].others == 2

    def test_contact_with_both_sides_counts_on_both(self):
        row = balance(about(meeting("UN", ["AFG-AUTH", "AFG-WOM"]))).rows[0]
        assert (row.authority, row.others, row.both) == (1, 1, 1)

    def test_without_a_frame_there_is_no_share(self):
        given = about(*self.GIVEN, frame=None)
        found = balance(given)
        assert all(row.share is row.tipping is row.effective is None for row in found.rows)
        told = answer(found, given)
        assert told.refused and "%" not in told.finding
        assert not any("%" in str(cell) for each in told.tables for row in each.rows for cell in row)

    def test_a_span_leaves_the_rest_out(self):
        given = about(*self.GIVEN, *meetings(4, "USA", "AFG-WOM", month=8))
        from verbale.analysis.sampling import span

        assert balance(given, within=span("2022-08")).rows[0].others == 4

    def test_every_row_leads_to_its_engagements(self):
        given = about(*self.GIVEN)
        told = worded(answer(balance(given), given), given.entries)
        parties = next(each for each in told.tables if each.name == "parties")
        assert [len(ids) for ids in parties.entries] == [11, 9, 2]
        assert {entry for ids in parties.entries for entry in ids} == {each.entry for each in told.words}

    def test_the_finding_answers_for_the_parties_and_the_time_asked_for(self):
        from verbale.analysis.sampling import span

        given = about(*self.GIVEN, *meetings(4, "NOR", "AFG-AUTH"), frame=None)
        of_one = balance(given, ("Norway",))
        assert answer(of_one, given).finding.startswith("Contact of Norway: 0 with other Afghans and 4 with the authorities")
        assert [(row.party, row.authority) for row in of_one.rows] == [("all", 4), ("NOR", 4)]
        assert {party for party, *_ in balance(given, ("NOR",), within=span("2023-05")).silent} <= {"NOR"}
        late = answer(balance(given, ("USA",), within=span("2023-05")), given)
        assert late.finding.startswith("Contact of the United States, 2023-05-01 to 2023-05-31: none ")
        assert late.tables[0].rows == (("United States", 0, 0, 0),)

    def test_what_did_not_happen_or_is_of_another_country_is_no_contact(self):
        planned = engaged(act(who("USA"), who("AFG-AUTH", "target"), status="planned"))
        assert balance(about(planned, meeting("USA", "MMR-AUTH"))).rows[0].entries == ()


class TestHiding:
    def test_the_conclusion_turns_where_the_hidden_make_it_even(self):
        row = balance(about(*meetings(20, "USA", "AFG-AUTH"), *meetings(10, "USA", "AFG-WOM"))).rows[0]
        assert row.share.value == pytest.approx(1 / 3)
        assert row.tipping.value == pytest.approx(2)
        at_two = row.by_detection[2]
        assert at_two.value == pytest.approx(0.5) and at_two.low < 0.5 < at_two.high
        assert row.tipping.low < 2 < row.tipping.high

    def test_half_hidden_others_are_doubled_by_their_recall(self):
        audits = {"others": Audit(1e6, 5e5, 5e5), "authority": Audit(1e6, 1e6, 1e6)}
        row = balance(about(*meetings(20, "USA", "AFG-AUTH"), *meetings(10, "USA", "AFG-WOM"), audits=audits)).rows[0]
        assert row.corrected.value == pytest.approx(0.5)


class TestClasses:
    def test_the_effective_number_of_even_classes_is_their_number(self):
        assert effective([50, 50, 50, 50]) == pytest.approx(4, abs=0.05)
        assert effective([7]) == 1 and effective([]) == 0

    def test_the_effective_number_is_hill_s_of_order_one(self):
        """Jost (2006): the exponential of Shannon's entropy; 900 and 100 make exp(0.3251) = 1.38."""
        assert effective([900, 100]) == pytest.approx(math.exp(0.325083), abs=1e-3)

    def test_places_are_those_of_the_words_or_of_the_class(self):
        event = act(who("USA"), who("AFG-CSO", "target", location="refuge"), who("AFG-DIA", "target"))
        row = balance(about(engaged(event), meeting("USA", "AFG-MED"))).rows[0]
        assert {place: len(found) for place, found in row.places.items()} == {"refuge": 1, "diaspora": 1, "unknown": 1}


class TestSilence:
    def test_who_met_the_authority_and_not_women_for_ninety_days_is_named(self):
        given = about(
            meeting("USA", "AFG-AUTH", "2022-12-01"),
            meeting("USA", "AFG-WOM", "2022-08-01"),
            meeting("USA", "AFG-CSO", "2022-11-30"),
        )
        assert [(party, kind) for party, kind, _ in balance(given).silent] == [("USA", "WOM")]

    def test_women_in_the_room_are_no_silence(self):
        seen = engaged(act(who("USA"), who("AFG-AUTH", "target"), day="2022-12-01", women_present="yes"))
        also = engaged(act(who("EU"), who("AFG-CSO", "target", also=("AFG-WOM",)), who("AFG-AUTH", "target"), day="2022-12-01"))
        assert [(p, k) for p, k, _ in balance(about(seen, also)).silent] == [("USA", "CSO")]

    def test_who_does_not_meet_the_authority_is_not_asked(self):
        assert balance(about(meeting("NOR", "AFG-MED", "2022-12-01"))).silent == ()


def test_bodies_are_listed_by_the_quarter_in_which_they_were_first_met_and_people_are_not():
    def met(actor: str, day: str):
        return engaged(act(who("USA"), who("AFG-CSO", "target", actor=actor), day=day))

    given = about(
        met("o.aiss", "2022-11-29"),
        met("o.rawadari", "2022-02-01"),
        met("o.rawadari", "2022-11-02"),
        met("p.someone", "2022-03-01"),
    )
    assert balance(given).bodies == {"2022-Q1": ("o.rawadari",), "2022-Q4": ("o.aiss",)}
    told = answer(balance(given), given)
    assert next(each for each in told.tables if each.name == "bodies").rows[1][2] == "Afghan Institute for Strategic Studies"
