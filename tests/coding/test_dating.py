from __future__ import annotations

from tests.coding.making import context, draft
from verbale.coding.dating import date_of, default_date

TWO = {"The minister": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}


def test_the_clause_of_the_act_comes_before_another_clause() -> None:
    made = context("The minister, who toured Doha in March, met the Taliban on Monday.")
    when = date_of(draft(made, "met", "CONSULT", "meet", TWO), made.published)
    assert when is not None
    assert when.date == "2024-05-13"
    assert when.start is not None
    assert when.end is not None
    assert "Monday" in made.document.text[when.start : when.end]


def test_a_date_in_what_is_asked_is_not_the_date_of_asking() -> None:
    made = context("The minister urged the Taliban to open the schools by 1 March.")
    assert date_of(draft(made, "urged", "REQUEST", "urge", TWO), made.published) is None


def test_a_date_to_come_is_no_date_of_what_happened() -> None:
    made = context("The minister condemned the Taliban before the session next week.")
    assert date_of(draft(made, "condemned", "ACCUSE", "criticise", TWO), made.published) is None


def test_a_meeting_taken_up_again_has_the_day_of_the_sentence_before() -> None:
    made = context("The minister arrived in Kabul on Sunday. He met the Taliban there.")
    who = {"He": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}
    when = date_of(draft(made, "met", "CONSULT", "meet", who), made.published)
    assert when is not None
    assert when.date == "2024-05-12"


def test_days_after_another_event_count_back_from_the_page() -> None:
    made = context("Three days after the minister met the Taliban, nothing has moved.")
    who = {"the minister": ("source", "NOR"), "the Taliban": ("target", "AFG-AUTH")}
    when = date_of(draft(made, "met", "CONSULT", "meet", who), made.published)
    assert when is not None
    assert when.date == "2024-05-12"


def test_an_occasion_told_by_its_last_day_begins_before() -> None:
    made = context("The minister on Tuesday concluded three days of talks with the Taliban.")
    when = date_of(draft(made, "talks", "CONSULT", "meet", {"The minister": ("source", "NOR")}), made.published)
    assert when is not None
    assert when.date == "2024-05-12"


def test_the_page_dates_its_news_and_nothing_else() -> None:
    made = context("The minister criticised the Taliban. She had met the Taliban before.")
    news = draft(made, "criticised", "ACCUSE", "criticise", TWO)
    past = draft(made, "met", "CONSULT", "meet", TWO)
    coming = draft(made, "met", "CONSULT", "meet", TWO, status="planned")
    page = default_date(news, made.published, True)
    assert page is not None
    assert (page.date, page.basis, page.start) == ("2024-05-15", "publication", None)
    assert default_date(news, made.published, False) is None
    assert default_date(past, made.published, True) is None
    assert default_date(coming, made.published, True) is None


def test_a_date_in_the_name_of_a_thing_is_not_that_of_the_act() -> None:
    made = context("The minister warned the Taliban against the May 25 referendum.", "2025-05-21")
    assert date_of(draft(made, "warned", "THREATEN", "threaten", TWO), made.published) is None


def test_the_date_of_earlier_talks_is_theirs() -> None:
    made = context("The minister met the Taliban to follow up on the recent talks between Peru and Chile in Oslo last week.")
    assert date_of(draft(made, "met", "CONSULT", "meet", TWO), made.published) is None


def test_since_when_nothing_like_it_happened_is_no_date() -> None:
    made = context("The minister met the Taliban, the first such meeting since 2000.")
    assert date_of(draft(made, "met", "CONSULT", "meet", TWO), made.published) is None
