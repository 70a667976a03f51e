"""Adjudication: what is chosen side by side becomes the decision, in the ledger, and nothing else does."""

from __future__ import annotations

import pytest
from lxml import html
from starlette.testclient import TestClient

from verbale.record import Record, check
from verbale.web.seconding.codings import codings
from verbale.web.site import Site

from .making import MET, ONE, code, passage_of, review, settle


@pytest.fixture
def passage(site: Site) -> str:
    return passage_of(site, ONE)


def test_chosen_fields_become_the_decision(client: TestClient, record: Record, site: Site, passage: str) -> None:
    review(client, ONE, "accept", "anna")
    code(
        client,
        passage,
        "ben",
        **MET | {"act0.status": "planned", "act0.date": "2023-07-13", "act0.place": "Doha", "act0.country": "QAT"},
    )
    done = settle(client, passage, slot0__status="2", slot0__date="1", slot0__place="2", why="read again")
    assert done.status_code == 303
    event = record.event(ONE)
    assert (event.status, event.date, event.place, event.place_country) == ("planned", "2023-07-12", "Doha", "QAT")
    taken = record.decisions()[-1]
    assert (taken.action, taken.by, taken.settles, taken.why) == ("correct", "cleo", (1, 2), "read again")
    assert event.participants[1].rank == 9, "what the record knew besides is kept"
    assert (check(record), record.broken()) == ((), None)
    assert codings(site)[passage].settled == (3,)


def test_nothing_is_taken_before_all_is_chosen(client: TestClient, record: Record, passage: str) -> None:
    review(client, ONE, "accept", "anna")
    code(client, passage, "ben", **MET | {"act0.status": "planned", "act0.date": "2023-07-13"})
    refused = settle(client, passage, slot0__status="2")
    assert refused.status_code == 422
    assert "not all was chosen" in refused.text
    assert html.fromstring(refused.text).xpath("//input[@name='slot0.status'][@value='2']/@checked")
    assert len(record.decisions()) == 2


@pytest.mark.parametrize(("pick", "verdict"), [("1", "accepted"), ("2", "rejected")])
def test_whether_there_is_an_event(client: TestClient, record: Record, passage: str, pick: str, verdict: str) -> None:
    review(client, ONE, "accept", "anna")
    code(client, passage, "ben", "none")
    settle(client, passage, slot0__event=pick)
    assert record.event(ONE).review.verdict == verdict
    assert record.event(ONE).review.by == "cleo"


def test_an_act_that_the_first_rejected_comes_back(client: TestClient, record: Record, passage: str) -> None:
    review(client, ONE, "reject", "anna", reason="no act")
    code(client, passage, "ben", **MET)
    settle(client, passage, slot0__event="2")
    assert record.event(ONE).review.verdict == "accepted"


def test_two_blind_codings_that_agree_are_decided_as_they_stand(client: TestClient, record: Record, passage: str) -> None:
    for by in ("anna", "ben"):
        code(client, passage, by, **MET)
    page = html.fromstring(client.get("/adjudication").text)
    assert "agree, and nothing is decided as yet" in page.xpath("string(//ol[@class='queue'])")
    settle(client, passage)
    assert record.event(ONE).review.verdict == "accepted"
    assert "Nothing is left" in client.get("/adjudication").text


def test_an_act_that_the_record_lacks_is_added(client: TestClient, record: Record, site: Site, passage: str) -> None:
    second = {"act1.type": "AGREE/agree", "act1.status": "planned", "act1.source": "Markus Potzel=UN",
              "act1.target": "Amir Khan Muttaqi=AFG-AUTH"}  # fmt: skip
    review(client, ONE, "accept", "anna")
    code(client, passage, "ben", **MET, **second)
    settle(client, passage, slot1__event="2")
    (added,) = [each for each in record.events() if each.review and each.review.verdict == "added"]
    assert (added.type, added.status, added.review.by) == ("AGREE", "planned", "cleo")
    assert codings(site)[passage].settled == (3, 4), "the reading of the first still stands beside it"
    assert check(record) == ()


def test_a_machines_act_that_both_deny_is_rejected(client: TestClient, record: Record, passage: str) -> None:
    for by in ("anna", "ben"):
        code(client, passage, by, "none")
    page = client.get(f"/adjudication/{passage}").text
    assert "Neither coded this act of the record, which stands as it is" in page
    settle(client, passage)
    assert record.event(ONE).review is None
    assert (record.decisions()[-1].action, record.decisions()[-1].kind) == ("nothing", "passage")


def test_undoing_opens_it_again(client: TestClient, record: Record, site: Site, passage: str) -> None:
    review(client, ONE, "accept", "anna")
    code(client, passage, "ben", "none")
    done = settle(client, passage, slot0__event="2")
    (form,) = html.fromstring(client.get(done.headers["location"]).text).xpath("//form[@class='undo']")
    client.post(form.get("action"), data=dict(form.form_values()) | {"action": "undo"})
    assert record.event(ONE).review.verdict == "accepted"
    assert record.event(ONE).review.by == "anna"
    assert codings(site)[passage].settled == ()


def test_the_second_adjudicator_sees_that_it_was_decided_and_keeps_what_was_chosen(
    client: TestClient, record: Record, passage: str
) -> None:
    review(client, ONE, "accept", "anna")
    code(client, passage, "ben", "none")
    form = html.fromstring(client.get(f"/adjudication/{passage}").text).get_element_by_id("settle")
    dora = dict(form.form_values()) | {"slot0.event": "1", "by": "dora", "why": "mine", "action": "settle"}
    settle(client, passage, slot0__event="2")
    late = client.post(f"/adjudication/{passage}", data=dora)
    assert late.status_code == 409
    page = html.fromstring(late.text)
    assert "cleo" in page.xpath("string(//ol[@class='decisions'])")
    assert page.xpath("//input[@name='slot0.event'][@value='1']/@checked")
    assert page.xpath("string(//input[@name='why']/@value)") == "mine"
    assert len(record.decisions()) == 3


def test_what_only_one_coded_is_not_adjudicated(client: TestClient, passage: str) -> None:
    assert client.get(f"/adjudication/{passage}").status_code == 404
    code(client, passage, "ben", "none")
    assert client.get(f"/adjudication/{passage}").status_code == 404
    assert client.post(f"/adjudication/{passage}", data={"by": "cleo", "action": "settle"}).status_code == 422


def test_a_third_value_that_neither_coded_becomes_the_decision(client: TestClient, record: Record, passage: str) -> None:
    review(client, ONE, "accept", "anna")
    code(client, passage, "ben", **MET | {"act0.status": "planned", "act0.date": "2023-07-13"})
    third = {"own0__status": "denied", "own0__date": "2023-07"}
    done = settle(client, passage, slot0__status="3", slot0__date="3", **third)
    assert done.status_code == 303, done.text
    event = record.event(ONE)
    assert (event.status, event.date, event.date_precision, event.place) == ("denied", "2023-07", "month", "Kabul")
    assert event.participants[1].rank == 9, "what was not in question is as the record has it"
    taken = record.decisions()[-1]
    assert (taken.action, taken.by, taken.settles) == ("correct", "cleo", (1, 2))
    assert check(record) == ()


def test_a_field_on_which_both_agree_can_be_decided_otherwise(client: TestClient, record: Record, passage: str) -> None:
    for by in ("anna", "ben"):
        code(client, passage, by, **MET)
    people = {"own0__source": "Markus Potzel=UN", "own0__target": "Amir Khan Muttaqi=AFG-OPP"}
    settle(client, passage, slot0__participants="3", **people)
    event = record.event(ONE)
    assert [(p.role, p.party) for p in event.participants] == [("source", "UN"), ("target", "AFG-OPP")]


def test_that_both_see_an_act_where_there_is_none(client: TestClient, record: Record, passage: str) -> None:
    for by in ("anna", "ben"):
        code(client, passage, by, **MET)
    settle(client, passage, slot0__none="1")
    assert record.event(ONE).review.verdict == "rejected"


def test_another_act_than_the_one_that_one_of_them_coded(client: TestClient, record: Record, passage: str) -> None:
    review(client, ONE, "accept", "anna")
    code(client, passage, "ben", "none")
    block = {f"own0__{name.partition('.')[2]}": value for name, value in MET.items()} | {"own0__type": "AGREE/agree"}
    settle(client, passage, slot0__event="3", **block)
    event = record.event(ONE)
    assert (event.type, event.mode, event.review.verdict) == ("AGREE", "agree", "corrected")


def test_an_act_that_neither_coded_is_added(client: TestClient, record: Record, passage: str) -> None:
    for by in ("anna", "ben"):
        code(client, passage, by, "none")
    block = {f"new__{name.partition('.')[2]}": value for name, value in MET.items()}
    settle(client, passage, **block | {"new__type": "AGREE/agree"})
    (added,) = [each for each in record.events() if each.review and each.review.verdict == "added"]
    assert (added.type, added.review.by) == ("AGREE", "cleo")


def test_a_third_value_that_is_none_is_refused_and_stays_in_the_form(client: TestClient, record: Record, passage: str) -> None:
    review(client, ONE, "accept", "anna")
    code(client, passage, "ben", **MET | {"act0.date": "2023-07-13"})
    refused = settle(client, passage, slot0__date="3", own0__date="soon")
    assert refused.status_code == 422 and "soon is no date" in refused.text
    page = html.fromstring(refused.text)
    assert page.xpath("//input[@name='slot0.date'][@value='3']/@checked")
    assert page.xpath("string(//input[@name='own0.date']/@value)") == "soon"
    assert len(record.decisions()) == 2


def test_a_third_value_opens_with_what_the_first_coded(client: TestClient, passage: str) -> None:
    review(client, ONE, "accept", "anna")
    code(client, passage, "ben", **MET | {"act0.date": "2023-07-13", "act0.target": "Amir Khan Muttaqi=AFG-OPP"})
    page = html.fromstring(client.get(f"/adjudication/{passage}").text)
    assert page.xpath("string(//input[@name='own0.date']/@value)") == "2023-07-12"
    assert page.xpath("string(//textarea[@name='own0.target'])") == "Amir Khan Muttaqi=AFG-AUTH"
