"""What is one act and what is not: one line for each thing that tells acts apart."""

from __future__ import annotations

import pytest

from verbale.engagements import engagements

from .making import event, groups, one, together

BEKKEN = event("a", channel="in_person")
SPEECH = {"type": "ACCUSE", "mode": "criticise", "topics": ("women_girls",)}
BAN = "The ban on women working for aid organisations is unacceptable to us and has to be lifted."


@pytest.mark.parametrize(
    "other",
    [
        event("b"),
        event("b", date="2023-01-13"),
        event("b", target="AFG-AUTH Mawlawi Amir Khan Motaqi"),
        event("b", source="AFG-AUTH Amir Khan Muttaqi", target="NOR Paul Bekken"),
        event("b", source="NOR", target="AFG-AUTH"),
        event("b", date="2023-01-13", date_basis="publication", place=None, place_country=None),
        event("b", date="2023-01", date_precision="month", date_basis="publication"),
        event("b", date=None, date_precision=None, date_basis=None, of={"published": "2023-01-14"}),
        event("b", status="planned", of={"published": "2023-01-10"}),
        event("b", place="Afghanistan"),
    ],
    ids=lambda each: f"{each.date}-{each.status}-{each.place}-{each.participants[-1].name}",
)  # fmt: skip
def test_one_act(other: object) -> None:
    assert together(BEKKEN, other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        event("b", date="2023-02-12"),
        event("b", date="2023-01-15"),
        event("b", target="AFG-AUTH Din Mohammad Hanif"),
        event("b", target="AFG-WOM"),
        event("b", source="GBR Robert Dickson"),
        event("b", place="Doha", place_country="QAT", source="NOR", target="AFG-AUTH"),
        event("b", channel="phone"),
        event("b", mode="visit"),
        event("b", type="ACCUSE", mode="criticise"),
        event("b", source="NOR", target="AFG-AUTH", date="2023", date_precision="year", place=None, place_country=None),
        event("b", date=None, date_precision=None, date_basis=None, of={"published": None}),
        event("a", nth=1),
    ],
    ids=lambda each: f"{each.date}-{each.mode}-{each.place}-{each.channel}-{each.participants[-1].name}",
)
def test_two_acts(other: object) -> None:
    assert not together(BEKKEN, other)  # type: ignore[arg-type]


def test_a_visit_and_a_later_visit_are_two_and_one_over_several_days_is_one() -> None:
    first, same, later = (
        event(key, target="", mode="visit", date=day)
        for key, day in (("a", "03"), ("b", "05"), ("c", "20"))
        for day in [f"2023-01-{day}"]
    )
    assert groups(engagements([first, same, later])) == {frozenset({first.id, same.id}), frozenset({later.id})}


def test_what_is_said_is_one_act_where_the_words_are() -> None:
    other = "Norway reproached the authorities for their treatment of journalists in the provinces last year."
    assert together(event("a", words=BAN, **SPEECH), event("b", words=BAN, **SPEECH))
    assert not together(event("a", words=BAN, **SPEECH), event("b", words=other, **SPEECH | {"topics": ("human_rights",)}))
    assert not together(event("a", words=BAN, **SPEECH), event("b", "AFG-AUTH", "NOR", words=BAN, **SPEECH))


def test_a_conference_is_one_whoever_each_report_names() -> None:
    many = {"mode": "attend", "place": "Moscow", "place_country": "RUS", "date": "2022-11-16"}
    a = event("a", "RUS Zamir Kabulov, CHN Yue Xiaoyong, PAK, IRN", "", **many)
    b = event("b", "IND J.P. Singh, RUS, CHN, IRN Hassan Kazemi", "", **many)
    assert together(a, b)


def test_a_gathering_away_from_home_is_one_though_no_report_names_the_others_guests() -> None:
    away = {"target": "", "mode": "attend", "place": "Tirana", "place_country": "ALB"}
    assert together(event("a", "AFG-WOM", **away), event("b", "AFG-DIA", **away))
    assert not together(event("a", "AFG-WOM", **away), event("b", "IRN", **away))
    home = away | {"place": "Kabul", "place_country": "AFG"}
    assert not together(event("a", "AFG-WOM", **home), event("b", "AFG-DIA", **home))


def test_a_session_of_a_series_is_one_whoever_is_named_and_another_is_none() -> None:
    words = "the Herat Security Dialogue"
    held = {"target": "", "mode": "attend", "words": words, "place": None, "place_country": None}
    eleventh = event("a", "EU", date="2023-11-27", **held)
    assert together(eleventh, event("b", "INGO", date="2023-11-29", **held))
    assert not together(eleventh, event("b", "EU", date="2025-02-24", **held))


def test_who_stayed_away_is_told_by_all() -> None:
    away = {"target": "", "mode": "attend", "status": "refused", "place": None, "place_country": None}
    assert together(event("a", "SDN-AUTH", **away), event("b", "SDN-AUTH", **away))
    assert not together(event("a", "SDN-AUTH", **away), event("b", "SDN-ARM", **away))


def test_what_two_did_together_is_told_from_either_side() -> None:
    opened = {"type": "COOPERATE", "mode": "mission", "topics": ("diplomatic_missions",)}
    assert together(event("a", "CHN", "AFG-AUTH", **opened), event("b", "AFG-AUTH", "CHN", **opened))


def test_people_in_one_delegation_do_not_part_its_reports() -> None:
    day = {"date": "2023-02-22"}
    whole = event("a", "PAK Khawaja Asif, PAK Nadeem Anjum", "AFG-AUTH Abdul Ghani Baradar", **day)
    assert together(whole, event("b", "PAK Nadeem Anjum", "AFG-AUTH Abdul Ghani Baradar", **day))


def test_two_meetings_of_one_document_are_not_drawn_together_by_a_third_report() -> None:
    a, b = event("a"), event("a", nth=1, target="AFG-AUTH Din Mohammad Hanif")
    vague = event("b", target="AFG-AUTH")
    found = groups(engagements([a, b, vague]))
    assert len(found) == 2 and frozenset({a.id, b.id}) not in found


def test_a_match_has_a_score_and_reasons_with_the_words_of_both() -> None:
    (match,) = one(event("a"), event("b")).matches
    assert match.score > 0.9 and (match.a, match.b) == ("a0", "b0")
    assert {"both sides in common", "the same day", "the same place: Kabul"} <= {each.words for each in match.reasons}
    assert all(each.a.end > each.a.start and each.b.end > each.b.start for each in match.reasons)


def test_what_people_hold_for_one_or_apart_goes_before_everything() -> None:
    a, b, far = event("a"), event("b"), event("c", date="2023-03-01")
    assert groups(engagements([a, b, far], different=[("a0", "b0")], same=[("b0", "c0")])) == {
        frozenset({"a0"}),
        frozenset({"b0", "c0"}),
    }


def test_merging_takes_along_all_that_either_was_matched_with() -> None:
    first = [event("a"), event("b")]
    second = [event(key, date="2023-03-01") for key in ("c", "d")]
    assert len(engagements([*first, *second])) == 2
    assert len(engagements([*first, *second], same=[("a0", "d0")])) == 1
    assert len(engagements([*first, *second], same=[("a0", "d0")], different=[("b0", "c0")])) == 2


SOMEBODY = {"target": "AFG-AUTH", "topics": ("education",)}


def test_the_level_tells_apart_whom_no_name_does() -> None:
    month = {"source": "UN", "date": "2023-01", "date_precision": "month", **SOMEBODY}
    deputy = event("b", level={"UN": "deputy"}, **month)
    assert together(event("a", "UN Martin Griffiths", level={"UN": "minister"}, **SOMEBODY), deputy)
    assert not together(event("a", "UN Martin Griffiths", level={"UN": "official"}, **SOMEBODY), deputy)


def test_what_is_told_as_another_beside_the_first_is_no_report_of_it() -> None:
    by_page = {"source": "USA", "target": "AFG-AUTH", "place": None, "place_country": None, "date_basis": "publication"}
    assert together(event("a", **by_page), event("b", **by_page))
    assert not together(event("a", **by_page), event("b", words="Officials likewise met the delegation.", **by_page))


@pytest.mark.parametrize(("country", "one"), [("PAK", True), ("AFG", False), ("USA", False)])
def test_a_journey_in_one_week_is_one_where_few_go(country: str, one: bool) -> None:
    visit = {"target": "", "mode": "visit", "place": None, "place_country": country}
    named = event("a", "USA Karen Decker", **visit)
    assert together(named, event("b", "USA the official", date="2023-01-12", date_precision="week", **visit)) is one


def test_a_column_speaks_of_talks_of_three_weeks_ago() -> None:
    three = {"source": "AFG-AUTH Amir Khan Muttaqi", "target": "CHN, PAK", "place": "Islamabad", "place_country": "PAK"}
    talks = event("a", date="2023-05-06", of={"published": "2023-05-07"}, **three)
    page = {"date_basis": "publication", "of": {"published": "2023-05-25"}}
    assert together(talks, event("b", date="2023-05-25", **three, **page))
    assert not together(talks, event("b", date="2023-05-25", **three | {"target": "PAK"}, **page))
    assert not together(talks, event("b", date="2023-05-25", **three | {"place": None, "place_country": None}, **page))


def test_one_that_attended_with_one_other_may_have_met_alone() -> None:
    assert together(event("a"), event("b", mode="attend"))
    assert not together(event("a"), event("b", "NOR Paul Bekken, UN", mode="attend"))


def test_headlines_name_where_a_journey_went() -> None:
    visit = {"source": "AFG-AUTH", "target": "", "mode": "visit", "place": None, "place_country": None, "date_basis": "publication"}
    month = event("a", **visit | {"date": "2023-01", "date_precision": "month"}, of={"title": "Oslo, seen by the host"})
    assert together(month, event("b", **visit, of={"title": "After the Oslo visit"}))
    assert not together(month, event("b", **visit, of={"title": "After the Doha visit"}))
    assert not together(month, event("b", **visit, of={"title": "A visit, as Kabul sees it"}))


def test_what_is_not_yet_held_and_what_was_held_soon_after() -> None:
    there = {"source": "USA", "target": "AFG-AUTH", "place": "Doha", "place_country": "QAT"}
    soon = event("a", date="2023-01-10", words="A session that was not yet held.", of={"published": "2023-01-10"}, **there)
    assert together(soon, event("b", date="2023-01-20", **there))
    assert not together(
        event("a", date="2023-01-10", of={"published": "2023-01-10"}, **there), event("b", date="2023-01-20", **there)
    )
