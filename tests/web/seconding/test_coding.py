"""Blind second coding: what others made of a passage is not shown, and what is coded changes no event."""

from __future__ import annotations

import pytest
from lxml import html
from starlette.testclient import TestClient

from verbale.record import Record, check
from verbale.web.seconding.coding import MOST, blocks
from verbale.web.seconding.passages import passages
from verbale.web.site import Site

from .making import MET, ONE, THREE, code, passage_of, review

HIDDEN = (
    "CONSULT",
    "p.muttaqi",
    "p.potzel",
    "anna",
    "grammar@1",
    "Confidence",
    "0.70",
    "Accept",
    "m-who",
    "m-where",
    "m-when",
    "rank",
)
"""What only the program or the first person can have told."""


def words(page: str) -> str:
    """A page without the menu and the lists of choices, which are the same for every passage."""
    tree = html.fromstring(page)
    for each in tree.xpath("//nav | //footer | //option | //script"):
        each.drop_tree()
    return html.tostring(tree, encoding="unicode")


def test_the_page_shows_nothing_of_what_others_made_of_the_words(client: TestClient, site: Site) -> None:
    review(client, ONE, "correct", "anna", status="denied", why="because anna says so")
    for pool in ("decided", "all"):
        page = client.get(f"/second/{passage_of(site, ONE)}?by=ben&pool={pool}")
        shown = words(page.text)
        assert "Markus Potzel of the United Nations met" in shown
        assert [each for each in (*HIDDEN, "denied", "because") if each in shown] == []
    form = html.fromstring(page.text).get_element_by_id("code")
    filled = {name: value for name, value in form.form_values() if name.startswith("act") and value not in ("", "happened")}
    assert filled == {}, "no field is filled in from what is known"


def test_the_page_of_a_passage_does_not_depend_on_what_was_decided_of_it(client: TestClient, site: Site) -> None:
    address = f"/second/{passage_of(site, ONE)}?by=ben&pool=all"
    before = client.get(address).text
    review(client, ONE, "reject", "anna", reason="no act")
    assert client.get(address).text == before


def test_a_coding_is_kept_and_changes_no_event(client: TestClient, record: Record, site: Site) -> None:
    before = list(record.events())
    done = code(client, passage_of(site, ONE), "ben", **MET, why="as it stands")
    assert done.status_code == 303
    (kept,) = record.decisions()
    assert (kept.action, kept.by, kept.why, kept.settles) == ("code", "ben", "as it stands", ())
    assert kept.coded is not None
    (event,) = kept.coded.events
    assert (event.type, event.mode, event.status, event.date, event.place) == ("CONSULT", "meet", "happened", "2023-07-12", "Kabul")
    assert event.parties() == {"UN", "AFG-AUTH"}
    assert (list(record.events()), check(record), record.broken()) == (before, (), None)


def test_no_event_here_is_a_coding_too(client: TestClient, record: Record, site: Site) -> None:
    assert code(client, passage_of(site, ONE), "ben", "none", **MET).status_code == 303
    (kept,) = record.decisions()
    assert kept.coded is not None
    assert kept.coded.events == ()
    assert kept.coded.words[0].text.startswith("Markus Potzel of the United Nations")


def test_several_acts_in_the_same_words(client: TestClient, record: Record, site: Site) -> None:
    passage = passage_of(site, ONE)
    more = code(client, passage, "ben", "more", **MET)
    form = html.fromstring(more.text).get_element_by_id("code")
    sent = {name: value for name, value in form.form_values() if value is not None}
    assert sent["act0.source"] == "Markus Potzel=UN"
    sent |= {"act1.type": "AGREE/agree", "act1.status": "planned", "act1.source": "Markus Potzel=UN",
             "act1.target": "Amir Khan Muttaqi=AFG-AUTH"}  # fmt: skip
    assert client.post(f"/second/{passage}", data=sent | {"action": "code"}).status_code == 303
    assert [event.type for event in record.decisions()[0].coded.events] == ["CONSULT", "AGREE"]


def test_a_form_has_room_for_a_limited_number_of_acts() -> None:
    assert blocks({}) == 1
    assert blocks({"act2.type": ""}) == 3
    assert blocks({"act99.type": ""}) == MOST


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"act0.type": ""}, "needs its type"),
        ({"act0.source": "", "act0.target": ""}, "needs somebody"),
        ({"act0.date": "soon"}, "soon is no date"),
        ({"act0.source": "Nobody Here"}, "does not stand in the document"),
        ({"act0.source": "Markus Potzel=XYZZY"}, "no party XYZZY"),
        ({"by": " "}, "needs a name"),
    ],
)
def test_what_cannot_be_coded_is_refused_and_nothing_typed_is_lost(
    client: TestClient, record: Record, site: Site, fields: dict[str, str], told: str
) -> None:
    refused = code(client, passage_of(site, ONE), **({"by": "ben"} | MET | {"act0.place": "Kabul, I think"} | fields))
    assert refused.status_code == 422
    assert told in refused.text
    assert 'value="Kabul, I think"' in refused.text
    assert record.decisions() == ()


def test_nobody_codes_twice_and_a_coding_can_be_undone(client: TestClient, record: Record, site: Site) -> None:
    passage = passage_of(site, ONE)
    done = code(client, passage, "ben", **MET)
    again = code(client, passage, "Ben ", "none")
    assert again.status_code == 422
    assert "coded these words already" in again.text
    onward = html.fromstring(client.get(done.headers["location"]).text)
    (form,) = onward.xpath("//form[@class='undo']")
    undone = client.post(form.get("action"), data=dict(form.form_values()) | {"action": "undo"})
    assert undone.headers["location"].startswith(f"/second/{passage}?")
    assert code(client, passage, "ben", "none").status_code == 303
    assert [each.action for each in record.decisions()] == ["code", "undo", "code"]


def test_who_decided_in_the_review_does_not_code_it_blind(client: TestClient, site: Site) -> None:
    review(client, ONE, "accept", "anna")
    assert code(client, passage_of(site, ONE), "anna", **MET).status_code == 422


def test_the_sample_is_drawn_from_what_others_decided_without_what_one_coded_oneself(client: TestClient, site: Site) -> None:
    def sample(by: str, pool: str) -> str:
        return html.fromstring(client.get(f"/second?by={by}&pool={pool}").text).xpath("string(//main)")

    assert "no passage to draw" in sample("ben", "decided")
    review(client, THREE, "accept", "anna")
    assert "1 passages are drawn; 1 of them are left" in sample("ben", "decided")
    assert "no passage to draw" in sample("anna", "decided")
    assert f"{len(passages(site))} passages are drawn" in sample("anna", "all")
    code(client, passage_of(site, THREE), "ben", "none")
    assert "coded all of this sample" in sample("ben", "decided")


def test_the_draw_is_the_same_for_everybody_and_passages_are_of_their_words(site: Site, record: Record) -> None:
    drawn = list(passages(site))
    assert drawn == list(passages(site)) and len(drawn) == 4
    for each in passages(site).values():
        text = record.coded(each.document, each.sha256).document.text
        assert all(text[part.start : part.end] == part.text for part in each.words)


def test_a_passage_that_is_not_there(client: TestClient) -> None:
    assert client.get("/second/none").status_code == 404
    assert code(client, "none", "ben", "none").status_code == 422
