"""Codings as browsers send them."""

from __future__ import annotations

from typing import Any

from lxml import html
from starlette.testclient import TestClient

from verbale.record import Record
from verbale.web.seconding import taking
from verbale.web.seconding.passages import passages
from verbale.web.site import Site, snapshot

ONE, TWO, THREE = "aaaa000000000000", "bbbb000000000000", "cccc000000000000"
MET = {
    "act0.type": "CONSULT/meet",
    "act0.status": "happened",
    "act0.source": "Markus Potzel=UN",
    "act0.target": "Amir Khan Muttaqi=AFG-AUTH",
    "act0.date": "2023-07-12",
    "act0.place": "Kabul",
    "act0.country": "AFG",
}
"""What the record has of the first event, as a person would code it."""


def passage_of(site: Site, event: str) -> str:
    """The id of the passage of an event."""
    return next(each.id for each in passages(site).values() if event in [act.id for act in each.acts])


def code(client: TestClient, passage: str, by: str, action: str = "code", **fields: str) -> Any:
    """Code a passage blind."""
    return client.post(f"/second/{passage}", data={"by": by, "pool": "all", "action": action, **fields})


def review(client: TestClient, event: str, action: str, by: str, **fields: str) -> Any:
    """Decide of an event in the review."""
    form = html.fromstring(client.get(f"/review/{event}").text).get_element_by_id("decide")
    sent = {name: value for name, value in form.form_values() if value is not None}
    done = client.post(f"/review/{event}", data=sent | {"action": action, "by": by, **fields})
    assert done.status_code == 303, done.text
    return done


def settle(client: TestClient, passage: str, **picks: str) -> Any:
    """Choose on the page of an adjudication, and send it."""
    form = html.fromstring(client.get(f"/adjudication/{passage}").text).get_element_by_id("settle")
    sent = {name: value for name, value in form.form_values() if value is not None}
    chosen = {name.replace("__", "."): value for name, value in picks.items()}
    return client.post(f"/adjudication/{passage}", data=sent | {"action": "settle", "by": "cleo"} | chosen)


def coded_twice(record: Record) -> tuple[str, str]:
    """A passage that two people coded, and differ on in two fields; and one that nobody coded."""
    site = Site(snapshot=snapshot(record, "afghanistan"), case="afghanistan", record=record)
    twice, free = passage_of(site, TWO), passage_of(site, THREE)
    pair = MET | {"act0.place": "Doha", "act0.country": "QAT"}
    for by, fields in (("anna", pair), ("ben", pair | {"act0.status": "planned", "act0.place": "Kabul", "act0.country": "AFG"})):
        done = taking.code(site, twice, {"by": by, "pool": "all", "action": "code", **fields})
        assert isinstance(done, str), done
    return twice, free
