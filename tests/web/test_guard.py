"""Who is let in: no route without the key, no name but our own, no change from another page; the headers on everything."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from verbale.web.address import PATHS
from verbale.web.app import PAGES
from verbale.web.guard import HEADERS, Door, door

OPEN = ("/enter", "/static/style.css")
CLOSED = tuple(re.sub(r"\{.*?\}", "x", PATHS[name]) for name in PAGES)


@pytest.mark.parametrize("path", [*CLOSED, "/nothing"])
def test_no_page_is_shown_without_the_key(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 401
    asked = stranger.get(path, headers={"accept": "text/html"})
    assert (asked.status_code, asked.headers["location"]) == (303, "/enter")


@pytest.mark.parametrize("path", [*CLOSED, "/nothing"])
def test_with_the_key_every_page_answers(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (200, 404)


@pytest.mark.parametrize("path", OPEN)
def test_what_holds_nothing_is_open(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 200


@pytest.mark.parametrize("path", [*CLOSED, *OPEN, "/nothing"])
def test_every_answer_has_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_policy_is_strict() -> None:
    policy = HEADERS["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8765.evil.example", ""]
)
def test_another_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"sec-fetch-site": "same-origin", "origin": "http://evil.example"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:8765"},
        {},
    ],
)
def test_a_change_from_elsewhere_is_refused(stranger: TestClient, key: Door, headers: dict[str, str], record) -> None:
    stranger.cookies.set(key.cookie, key.token)
    sent = stranger.post("/review/aaaa000000000000", data={"action": "accept", "by": "eve"}, headers=headers)
    assert sent.status_code == 403
    assert record.decisions() == ()


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "same-origin", "origin": "null"}, {"origin": "http://127.0.0.1:8765"}])
def test_a_change_from_our_own_page_is_heard(stranger: TestClient, key: Door, headers: dict[str, str]) -> None:
    stranger.cookies.set(key.cookie, key.token)
    assert stranger.post("/review/aaaa000000000000", data={"action": "none"}, headers=headers).status_code == 422


def test_the_key_opens_and_a_wrong_one_does_not(stranger: TestClient, key: Door) -> None:
    own = {"sec-fetch-site": "same-origin"}
    assert stranger.post("/enter", data={"token": "wrong"}, headers=own).status_code == 401
    entered = stranger.post("/enter", data={"token": key.token}, headers=own)
    assert entered.status_code == 303
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert key.token not in entered.headers["location"]
    assert stranger.get("/").status_code == 200


def test_every_run_has_a_key_of_its_own() -> None:
    assert door(1).token != door(1).token
    assert len(door(1).token) >= 32
