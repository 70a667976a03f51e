"""The page of the accounts, and that one person on this machine has none."""

from __future__ import annotations

from lxml import html
from starlette.testclient import TestClient


def test_one_person_on_this_machine_needs_no_account(client: TestClient) -> None:
    assert client.get("/accounts").status_code == 404
    assert client.post("/accounts", data={"action": "remove", "name": "anna"}).status_code == 404
    page = client.get("/").text
    assert "Sign out" not in page
    assert "/accounts" not in page


def test_an_admin_sees_who_is_signed_in_and_changes_roles(visit, accounts) -> None:
    admin, coder = visit("Admin"), visit("Coder")
    page = html.fromstring(admin.get("/accounts").text)
    rows = {row.xpath("string(th)"): row.xpath("string(td[3])") for row in page.xpath("//tbody/tr")}
    assert rows == {"Admin": "1", "Adjudicator": "0", "Coder": "1", "Viewer": "0"}
    done = admin.post("/accounts", data={"action": "role", "name": "Viewer", "role": "coder"})
    assert done.status_code == 303
    assert "Viewer is coder now." in admin.get(done.headers["location"]).text
    assert accounts.get("viewer").role == "coder"
    admin.post("/accounts", data={"action": "end", "name": "Coder"})
    assert coder.get("/").status_code == 401
    admin.post("/accounts", data={"action": "remove", "name": "Coder"})
    assert accounts.get("coder") is None


def test_what_cannot_be_changed_is_said(visit, accounts) -> None:
    admin = visit("Admin")
    for sent, words in (
        ({"action": "remove", "name": "Admin"}, "nobody would be left"),
        ({"action": "role", "name": "Viewer", "role": "root"}, "without an action"),
        ({"action": "remove", "name": "<b>eve"}, "no account &lt;b&gt;eve"),
    ):
        refused = admin.post("/accounts", data=sent)
        assert refused.status_code == 422
        assert words in refused.text
    assert len(accounts.all()) == 4


def test_a_sentence_from_an_address_is_only_a_sentence(visit) -> None:
    assert "<script>" not in visit("Admin").get("/accounts?said=<script>alert(1)</script>").text.partition("<main")[2]
