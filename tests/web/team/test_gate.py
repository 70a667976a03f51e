"""Signing in, staying in and going: what the cookie is, when it ends, and what guessing costs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from verbale import logs
from verbale.errors import UsageError
from verbale.record import Record
from verbale.web.site import Site
from verbale.web.team.accounts import Accounts
from verbale.web.team.gate import Gate, origin_of
from verbale.web.team.sessions import IDLE, LONGEST

from ..conftest import ORIGIN, PASSWORD, Clock
from ..seconding.making import MET, ONE, code, passage_of, review

Visit = Callable[..., TestClient]


def sign_in(browser: TestClient, name: str, password: str) -> int:
    return int(browser.post("/enter", data={"name": name, "password": password}).status_code)


def test_the_cookie_is_for_this_server_alone_and_no_script_reads_it(visit: Visit) -> None:
    entered = visit().post("/enter", data={"name": "coder", "password": PASSWORD})
    cookie = entered.headers["set-cookie"]
    assert cookie.startswith("__Host-verbale=")
    told = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"httponly", "secure", "samesite=strict", "path=/", f"max-age={int(LONGEST)}"} <= told
    assert "domain" not in cookie.lower()


def test_every_sign_in_has_a_token_of_its_own(visit: Visit, gate: Gate) -> None:
    browser = visit("Coder")
    before = browser.cookies[gate.cookie]
    assert sign_in(browser, "Coder", PASSWORD) == 303
    after = browser.cookies[gate.cookie]
    assert before != after
    assert len(after) >= 40
    assert gate.admits(before) is None, "who signs in anew leaves the session before"


@pytest.mark.parametrize(("name", "password"), [("Coder", "wrong wrong wrong"), ("nobody", PASSWORD), ("", ""), ("Coder", "")])
def test_a_wrong_name_or_password_is_not_let_in_and_neither_is_named(visit: Visit, name: str, password: str) -> None:
    refused = visit().post("/enter", data={"name": name, "password": password})
    assert refused.status_code == 401
    assert "set-cookie" not in refused.headers
    assert html.fromstring(refused.text).xpath("string(//p[@role='alert'])") == "That name and password do not belong together."


def test_a_password_is_compared_also_where_there_is_no_such_account(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    from verbale.web.team import passwords

    hasher, compared = passwords._hasher(), []

    class Counting:
        hash = staticmethod(hasher.hash)

        @staticmethod
        def verify(kept: str, given: str) -> bool:
            compared.append(kept)
            return bool(hasher.verify(kept, given))

    monkeypatch.setattr(passwords, "_hasher", Counting)
    gate.enter("Coder", "wrong", "192.0.2.1")
    gate.enter("nobody", "nobody has this password", "192.0.2.1")
    assert len(compared) == 2


def test_guessing_is_slowed_down_and_ends_by_itself(visit: Visit, clock: Clock) -> None:
    browser = visit()
    assert [sign_in(browser, "Coder", f"guess number {n}") for n in range(6)] == [401] * 5 + [429]
    late = browser.post("/enter", data={"name": "Coder", "password": PASSWORD})
    assert late.status_code == 429, "also the right one has to wait"
    assert "15 minutes" in late.text
    assert int(late.headers["retry-after"]) == 900
    assert sign_in(browser, "Viewer", PASSWORD) == 303, "others are let in"
    clock.now += 901
    assert sign_in(browser, "Coder", PASSWORD) == 303


def test_a_session_ends_when_nobody_asks_and_at_the_latest_after_a_day_of_work(visit: Visit, clock: Clock) -> None:
    browser = visit("Viewer")
    for _ in range(int(LONGEST // (IDLE - 1))):
        clock.now += IDLE - 1
        assert browser.get("/").status_code == 200
    clock.now += IDLE - 1
    assert browser.get("/").status_code == 401, "at the latest"
    other = visit("Viewer")
    clock.now += IDLE + 1
    assert other.get("/").status_code == 401, "when nobody asks"


def test_signing_out_ends_the_session_and_not_only_the_cookie(visit: Visit, gate: Gate) -> None:
    browser = visit("Viewer")
    token = browser.cookies[gate.cookie]
    left = browser.post("/leave")
    assert (left.status_code, left.headers["location"]) == (303, "/enter")
    browser.cookies.set(gate.cookie, token)
    assert browser.get("/").status_code == 401


def test_what_changes_in_the_accounts_holds_at_the_next_request(visit: Visit, accounts: Accounts) -> None:
    coder, viewer = visit("Coder"), visit("Viewer")
    assert coder.get("/review").status_code == 200
    Accounts(accounts.path).set_role("coder", "viewer")
    assert coder.get("/review").status_code == 403
    Accounts(accounts.path).set_password("coder", "another long password")
    assert coder.get("/").status_code == 401, "another password ends its sessions"
    Accounts(accounts.path).remove("viewer")
    assert viewer.get("/").status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": "observatory.example:8765"}, 421),
        ({"host": "127.0.0.1:8765"}, 421),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "http://observatory.example"}, 403),
        ({"origin": ORIGIN}, 422),
    ],
)
def test_host_and_origin_are_this_servers(visit: Visit, headers: dict[str, str], status: int) -> None:
    assert visit("Coder").post(f"/review/{ONE}", data={"action": "none"}, headers=headers).status_code == status


def test_also_signing_in_must_be_asked_from_our_own_page(visit: Visit) -> None:
    browser = visit()
    sent = {"name": "Coder", "password": PASSWORD}
    assert browser.post("/enter", data=sent, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_decisions_carry_the_name_of_the_account_whatever_the_form_says(visit: Visit, record: Record, site: Site) -> None:
    coder = visit("Coder")
    review(coder, ONE, "accept", by="somebody else")
    code(visit("Adjudicator"), passage_of(site, ONE), "somebody else", **MET)
    assert [each.by for each in record.decisions()] == ["Coder", "Adjudicator"]
    page = html.fromstring(coder.get(f"/review/{ONE}?by=eve").text)
    assert page.xpath("//form[@id='decide']//input[@name='by']") == []
    assert "As Coder" in page.xpath("string(//form[@id='decide'])")


def test_a_coder_undoes_their_own_decisions_and_an_adjudicator_those_of_others(visit: Visit, record: Record) -> None:
    review(visit("Adjudicator"), ONE, "accept", by="")
    refused = visit("Coder").post(f"/review/{ONE}", data={"action": "undo", "number": "1"})
    assert refused.status_code == 403
    assert "not yours to undo" in refused.text
    review(visit("Coder"), ONE, "unsure", by="")
    assert visit("Coder").post(f"/review/{ONE}", data={"action": "undo", "number": "2"}).status_code == 303
    assert visit("Admin").post(f"/review/{ONE}", data={"action": "undo", "number": "1"}).status_code == 303
    assert record.event(ONE).review is None


def test_a_coder_does_not_overrule_what_was_adjudicated(visit: Visit, record: Record, site: Site) -> None:
    passage = passage_of(site, ONE)
    review(visit("Coder"), ONE, "accept", by="")
    code(visit("Admin"), passage, "", **MET | {"act0.status": "planned"})
    judge = visit("Adjudicator")
    form = html.fromstring(judge.get(f"/adjudication/{passage}").text).get_element_by_id("settle")
    sent = {name: value for name, value in form.form_values() if value is not None}
    assert judge.post(f"/adjudication/{passage}", data=sent | {"slot0.status": "2", "action": "settle"}).status_code == 303
    late = visit("Coder").post(f"/review/{ONE}", data={"action": "reject", "reason": "no act"})
    assert late.status_code == 403
    assert (record.event(ONE).status, record.event(ONE).review.by) == ("planned", "Adjudicator")


def test_a_page_that_was_kept_for_one_does_not_name_another(visit: Visit) -> None:
    assert "<bdi>Coder</bdi>, coder" in visit("Coder").get("/engagements").text
    admin = visit("Admin").get("/engagements").text
    assert "<bdi>Admin</bdi>, admin" in admin
    assert "Coder" not in admin
    assert 'href="/accounts"' in admin
    assert 'href="/accounts"' not in visit("Coder").get("/engagements").text


def test_neither_password_nor_name_nor_token_is_logged(visit: Visit, gate: Gate, tmp_path: Path) -> None:
    path = tmp_path / "what.log"
    logs.begin(str(path))
    try:
        browser = visit("Coder")
        sign_in(browser, "Coder", "a wrong password here")
        browser.get("/")
    finally:
        logs.begin("")
    words = path.read_text(encoding="utf-8")
    assert [json.loads(line)["ended"] for line in words.splitlines() if "signed_in" in line] == ["done", "refused"]
    for secret in (PASSWORD, "wrong password", browser.cookies[gate.cookie], "Coder"):
        assert secret not in words


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://Observatory.example/", "https://observatory.example"),
        ("https://observatory.example:443", "https://observatory.example"),
        ("http://192.0.2.7:8765", "http://192.0.2.7:8765"),
        ("http://[2001:db8::1]:8765", "http://[2001:db8::1]:8765"),
        ("http://bücher.example", "http://xn--bcher-kva.example"),
    ],
)
def test_an_address_is_told_as_a_browser_tells_it(address: str, origin: str) -> None:
    assert origin_of(address) == origin


@pytest.mark.parametrize(
    "address", ["", "observatory.example", "ftp://x.example", "https://", "https://a@x.example", "https://x.example/path",
                "https://x.example?q", "http://x:port"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="no address"):
        origin_of(address)


def test_a_page_that_holds_who_decides_is_kept_for_each_person_apart(visit: Visit, accounts: Accounts) -> None:
    accounts.add("Cleo", "coder", PASSWORD)
    shown = {name: visit(name).get("/review/aaaa000000000000").text for name in ("Coder", "Cleo")}
    assert all(f"As <bdi>{name}</bdi>" in text for name, text in shown.items())
