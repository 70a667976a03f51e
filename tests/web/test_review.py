"""The review: a decision at a time, with its reason; nobody overwrites another; nothing that was typed is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from verbale.analysis.auditing import place
from verbale.record import Decision, Record, live
from verbale.web.queueing import ORDERS, audited, following, waiting
from verbale.web.site import Site

ONE, TWO, THREE = "aaaa000000000000", "bbbb000000000000", "cccc000000000000"


def opened(client: TestClient, event: str) -> dict[str, str]:
    """The form of an event as a browser would send it unchanged."""
    form = html.fromstring(client.get(f"/review/{event}").text).get_element_by_id("decide")
    return {name: value for name, value in form.form_values() if value is not None}


def send(client: TestClient, event: str, action: str, **fields: str) -> Any:
    return client.post(f"/review/{event}", data=opened(client, event) | {"action": action} | fields)


def nothing(client: TestClient) -> dict[str, str]:
    """The form that says that a document has no event but those that stand, as a browser would send it."""
    page = html.fromstring(client.get("/review?document=aaaa").text)
    (button,) = page.xpath("//button[@value='nothing']")
    form = next(button.iterancestors("form"))
    return {name: value for name, value in form.form_values() if value is not None} | {"action": "nothing"}


def test_accepting_leads_to_the_next_and_can_be_undone(client: TestClient, record: Record) -> None:
    done = send(client, ONE, "accept")
    assert done.status_code == 303
    assert record.event(ONE).review.verdict == "accepted"
    assert re.match(r"/review/\w{16}\?", done.headers["location"])
    onward = html.fromstring(client.get(done.headers["location"]).text)
    (form,) = onward.xpath("//form[@class='undo']")
    undone = client.post(form.get("action"), data=dict(form.form_values()) | {"action": "undo"})
    assert undone.headers["location"].startswith(f"/review/{ONE}?")
    assert record.event(ONE).review is None


def page(client: TestClient, path: str) -> Any:
    return html.fromstring(client.get(path).text)


@pytest.mark.parametrize(("act", "more"), [("accept", {}), ("unsure", {}), ("reject", {"reason": "no act"})])
def test_what_was_decided_last_can_be_undone_on_any_page_of_the_review(
    client: TestClient, record: Record, act: str, more: dict[str, str]
) -> None:
    """By the name that was given once, which no page asks for again; and what waits becomes less, and more again."""
    before = page(client, "/review").xpath("string(//p[@class='lead'])")
    assert client.get("/review?by=berta").status_code == 200
    assert send(client, ONE, act, **more).status_code == 303
    for path in ("/review", f"/review/{TWO}"):
        shown = page(client, path)
        assert shown.xpath("//input[@name='by' and not(@type)]/@value") == ["berta"], path
        (box,) = shown.xpath("//div[@class='said']/div")
        assert box.xpath("string(span)").startswith("Your last decision: ") and box.xpath("form[@class='undo']"), path
    lead = page(client, "/review").xpath("string(//p[@class='lead'])")
    assert lead.startswith("3 of ") and before.startswith("4 of 4 ")
    (form,) = page(client, "/review").xpath("//form[@class='undo']")
    client.post(form.get("action"), data=dict(form.form_values()) | {"action": "undo"})
    assert [each.by for each in record.decisions()] == ["berta", "berta"] and not live(record.decisions())
    assert page(client, "/review").xpath("string(//p[@class='lead'])") == before
    assert not page(client, "/review").xpath("//form[@class='undo']")


def test_what_waits_is_known_before_the_pages_are_made_anew(site: Site, record: Record) -> None:
    """The pages of a large record are made anew behind the back of who decides; the queue knows at once."""
    before = [event.id for event in waiting(site, "unsure")]
    (taken,) = record.decide_all([Decision(action="accept", kind="event", subject=before[0], by="anna")])
    assert [event.id for event in waiting(site, "unsure")] == before[1:]
    record.decide_all([Decision(action="undo", kind="decision", subject=str(taken.number), by="anna")])
    assert [event.id for event in waiting(site, "unsure")] == before


def test_a_rejection_needs_its_reason(client: TestClient, record: Record) -> None:
    refused = send(client, ONE, "reject", why="because")
    assert refused.status_code == 422
    assert "needs its reason" in refused.text
    assert 'value="because"' in refused.text
    send(client, ONE, "reject", reason="no act")
    assert record.event(ONE).review.verdict == "rejected"
    assert record.decisions()[0].why == "no act"


def test_a_correction_changes_only_what_was_changed(client: TestClient, record: Record) -> None:
    assert send(client, ONE, "correct").status_code == 422
    send(client, ONE, "correct", status="denied", topics="recognition, education", **{"who0.rank": "8"})
    event = record.event(ONE)
    assert (event.status, event.topics, event.participants[0].rank) == ("denied", ("recognition", "education"), 8)
    assert set(record.decisions()[0].changes) == {"status", "topics", "participants"}


@pytest.mark.parametrize("action", ["accept", "reject", "unsure"])
def test_no_other_decision_drops_what_was_typed_into_a_field(client: TestClient, record: Record, action: str) -> None:
    refused = send(client, ONE, action, reason="no act", place="Herat", **{"who0.rank": "8"})
    assert refused.status_code == 422
    page = html.fromstring(refused.text)
    assert page.xpath("string(//*[@role='alert'])").startswith("You changed place; Markus Potzel, rank, which")
    assert page.xpath("//details[@id='correct']/@open")
    assert page.xpath("string(//input[@name='place']/@value)") == "Herat"
    assert record.decisions() == ()


def test_the_button_that_enter_presses_in_a_field_takes_nothing(client: TestClient) -> None:
    form = html.fromstring(client.get(f"/review/{ONE}").text).get_element_by_id("decide")
    first = form.xpath(".//button[not(@type='button')]")[0]
    assert "disabled" in first.attrib


def test_a_value_that_does_not_fit_is_refused_and_kept_in_the_form(client: TestClient, record: Record) -> None:
    refused = send(client, ONE, "correct", date="soon")
    assert refused.status_code == 422
    assert 'value="soon"' in refused.text
    assert record.decisions() == ()


def test_the_second_of_two_reviewers_sees_what_changed_and_loses_nothing(client: TestClient, record: Record) -> None:
    ben = opened(client, ONE)
    send(client, ONE, "correct", status="planned", by="anna", why="it was announced")
    second = client.post(f"/review/{ONE}", data=ben | {"action": "correct", "place": "Herat", "by": "ben", "why": "my reason"})
    assert second.status_code == 409
    page = html.fromstring(second.text)
    warned = page.xpath("string(//div[@class='warning'])")
    assert "anna" in warned
    assert "status = planned" in warned
    assert page.xpath("string(//input[@name='place']/@value)") == "Herat"
    assert page.xpath("string(//form[@id='decide']//input[@name='why']/@value)") == "my reason"
    assert len(record.decisions()) == 1
    again = dict(page.get_element_by_id("decide").form_values()) | {"action": "correct"}
    assert client.post(f"/review/{ONE}", data={k: v for k, v in again.items() if v is not None}).status_code == 303
    assert (record.event(ONE).status, record.event(ONE).place) == ("planned", "Herat")


def test_what_the_second_did_not_change_does_not_undo_what_the_first_did(client: TestClient, record: Record) -> None:
    ben = opened(client, ONE)
    send(client, ONE, "correct", status="planned", place="Kandahar", by="anna", **{"who0.rank": "8"})
    mine = {"action": "correct", "place": "Herat", "by": "ben", "who1.rank": "3"}
    page = html.fromstring(client.post(f"/review/{ONE}", data=ben | mine).text)
    form = page.get_element_by_id("decide")
    shown = dict(form.form_values())
    assert (shown["status"], shown["place"], shown["who0.rank"], shown["who1.rank"]) == ("planned", "Herat", "8", "3")
    warned = page.xpath("string(//div[@class='warning'])")
    assert "place: Herat (now: Kandahar)" in warned
    assert "status: " not in warned.partition("You changed")[2]
    sent = {name: value for name, value in shown.items() if value is not None}
    assert client.post(f"/review/{ONE}", data=sent | {"action": "correct"}).status_code == 303
    assert set(record.decisions()[-1].changes) == {"place", "participants"}
    assert [each.rank for each in record.event(ONE).participants] == [8, 3]


def test_who_says_that_nothing_was_missed_sees_what_was_added_meanwhile(client: TestClient, record: Record) -> None:
    ben = nothing(client) | {"by": "ben"}
    send(client, ONE, "reject", reason="no act", by="anna")
    late = client.post("/review/aaaa", data=ben)
    assert late.status_code == 409
    assert "decided meanwhile" in late.text
    assert len(record.decisions()) == 1
    assert client.post("/review/aaaa", data=nothing(client) | {"by": "ben"}).status_code == 303


def test_a_decision_that_another_process_takes_between_looking_and_taking_is_seen(
    client: TestClient, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, done = record.decide_all, []

    def late(drafts: Any, **told: Any) -> Any:
        if not done:
            done.append(True)
            take([Decision(action="accept", kind="event", subject=ONE, by="anna")])
        return take(drafts, **told)

    monkeypatch.setattr(record, "decide_all", late)
    assert send(client, ONE, "reject", reason="no act", by="ben").status_code == 409
    assert [each.by for each in record.decisions()] == ["anna"]


def test_a_name_is_needed(client: TestClient, record: Record) -> None:
    assert send(client, ONE, "accept", by=" ").status_code == 422
    assert record.decisions() == ()


def test_no_event_here_is_a_decision(client: TestClient, record: Record, site: Site) -> None:
    send(client, ONE, "accept")
    done = client.post("/review/aaaa", data=nothing(client) | {"by": "anna"})
    assert done.status_code == 303
    assert (record.decisions()[-1].action, record.decisions()[-1].subject) == ("nothing", "aaaa")
    audit = audited(site)
    assert (audit.documents, audit.gold, audit.found, audit.right) == (1, 1, 1, 1)
    assert audit.low < 1 <= audit.high


def test_an_event_that_was_missed_is_added_with_its_words(client: TestClient, record: Record) -> None:
    sent = {"action": "add", "by": "anna", "words": "The two discussed girls’ schools", "act": "CONSULT/meet",
            "source": "Markus Potzel=UN", "target": "Amir Khan Muttaqi=AFG-AUTH", "date": "2023-07-12"}  # fmt: skip
    wrong = client.post("/review/aaaa", data=sent | {"words": "never said"})
    assert wrong.status_code == 422
    assert "never said" in wrong.text
    assert client.post("/review/aaaa", data=sent).status_code == 303
    (added,) = [e for e in record.events() if e.review]
    assert added.evidence[0].text == "The two discussed girls’ schools"


def test_what_is_sent_has_a_limit(client: TestClient) -> None:
    assert client.post(f"/review/{ONE}", data={"action": "accept", "why": "x" * 400_000}).status_code == 422


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_has_everything_that_waits(site: Site, order: str) -> None:
    assert len(waiting(site, order)) == 4


def test_orders_put_first_what_they_say(site: Site) -> None:
    assert waiting(site, "weighty")[0].id in (ONE, TWO)
    assert {e.id for e in waiting(site, "disputed")[:2]} == {ONE, TWO}
    assert [e.document.id for e in waiting(site, "document")][:2] == ["cccc", "dddd"]
    assert waiting(site, "audit") == sorted(waiting(site, "audit"), key=lambda e: place(e.document.id))


def test_following_goes_through_the_queue(site: Site) -> None:
    first, second, *_ = [e.id for e in waiting(site, "document")]
    assert following(site, "document", first) == ("", second)
    assert following(site, "document", "gone") == ("", first)


def test_a_decision_shows_on_every_page_that_counts(client: TestClient) -> None:
    send(client, THREE, "accept")
    assert len(html.fromstring(client.get("/engagements?review=reviewed").text).xpath("//li[@class='entry']")) == 1
    assert "accept</strong> by <bdi>anna" in client.get(f"/events/{THREE}").text
