"""The one table: every route stands in it, nothing else does, and each role is let in and refused as it says."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from verbale.record import Record
from verbale.web import app as serving
from verbale.web.app import app
from verbale.web.guard import Door
from verbale.web.holding import Holder
from verbale.web.site import Site
from verbale.web.team.gate import Gate
from verbale.web.team.policy import ABOUT, POLICY, ROLES, may

ROUTES = sorted(POLICY)
Visit = Callable[..., TestClient]


def ask(browser: TestClient, path: str, method: str) -> int:
    address = "/static/style.css" if path == "/static" else re.sub(r"\{.*?\}", "aaaa000000000000", path)
    return browser.request(method, address, data={"action": "none"} if method == "POST" else None).status_code


@pytest.mark.parametrize("door", ["gate", "key"])
def test_every_route_stands_in_the_table_and_nothing_else_does(
    door: str, gate: Gate, key: Door, record: Record, site: Site
) -> None:
    made = app(Holder(record, site), gate if door == "gate" else key)
    found = set()
    for route in made.routes:
        assert isinstance(route, Route | Mount), "a kind of route that this test does not know"
        methods = route.methods - {"HEAD"} if isinstance(route, Route) and route.methods else {"GET"}
        found |= {(route.path, method) for method in methods}
    assert found == set(POLICY)


def test_a_route_that_does_not_stand_in_the_table_cannot_be_made(
    gate: Gate, record: Record, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(POLICY, ("/review/{id}", "POST"))
    with pytest.raises(KeyError):
        app(Holder(record, site), gate)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_let_in_and_refused_as_the_table_says(visit: Visit, role: str) -> None:
    for path, method in ROUTES:
        browser = visit(role.title())
        status = ask(browser, path, method)
        least = POLICY[path, method]
        allowed = least is None or ROLES.index(role) >= ROLES.index(least)
        assert (status != 403) == allowed, (role, method, path, status)
        assert may(role, path, method) == allowed
        if method == "GET":
            assert (browser.head(re.sub(r"\{.*?\}", "x", path)).status_code != 403) == allowed


def test_who_is_not_signed_in_sees_nothing_but_the_page_to_sign_in(visit: Visit) -> None:
    nobody = visit()
    for path, method in ROUTES:
        expected = {("/enter", "GET"): 200, ("/enter", "POST"): 401, ("/static", "GET"): 200}.get((path, method), 401)
        assert ask(nobody, path, method) == expected, (method, path)


def test_a_method_that_no_route_has_is_refused(visit: Visit) -> None:
    admin = visit("Admin")
    for path, _ in ROUTES:
        assert ask(admin, path, "DELETE") in (404, 405), path


def test_the_one_person_on_this_machine_may_do_everything(client: TestClient) -> None:
    assert [(method, path) for path, method in ROUTES if ask(client, path, method) == 403] == []


@pytest.mark.parametrize("role", ROLES)
def test_a_page_leads_nowhere_that_a_role_may_not_go(visit: Visit, role: str) -> None:
    browser = visit(role.title())
    for path in (
        "/",
        "/engagements",
        "/events/aaaa000000000000",
        "/documents/aaaa",
        "/answers/balance",
        "/help",
        "/second",
        "/review",
    ):
        page = browser.get(path)
        for address in set(re.findall(r'href="(/[^"#]*)"', page.text)) if page.status_code == 200 else ():
            assert browser.get(address.replace("&amp;", "&")).status_code != 403, (role, path, address)


def test_the_table_says_what_the_roles_are_for() -> None:
    """Written out once more, so that a slip in the table is seen."""
    beyond = {"coder": {"/review", "/review/{id}", "/second", "/second/{id}"},
              "adjudicator": {"/adjudication", "/adjudication/{id}"}, "admin": {"/accounts"}}  # fmt: skip
    for role, paths in beyond.items():
        assert {path for (path, _), least in POLICY.items() if least == role} == paths
    assert {path for (path, _), least in POLICY.items() if least is None} == {"/enter", "/static"}
    assert {(path, method) for (path, method), least in POLICY.items() if least == "viewer" and method != "GET"} == {
        ("/leave", "POST")
    }


def test_every_role_is_explained() -> None:
    assert tuple(ABOUT) == ROLES
    assert serving.DECIDING.keys() <= {path for path, method in POLICY if method == "POST"}
