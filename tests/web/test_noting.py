from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from verbale import logs
from verbale.web.noting import Noting


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "what.log"
    logs.begin(str(path))
    yield path
    logs.begin("")


def test_what_was_asked_is_noted_by_its_kind_alone(client: TestClient, stranger: TestClient, log: Path) -> None:
    for path in ("/", "/engagements?q=Zzyzx", "/parties/Zzyzx", "/Zzyzx", "/enter"):
        client.get(path)
    client.request("Zzyzx", "/")
    client.post("/review/Zzyzx", data={"why": "Zzyzx"}, headers={"sec-fetch-site": "cross-site"})
    words = log.read_text(encoding="utf-8")
    found = [json.loads(line) for line in words.splitlines()]
    assert "Zzyzx" not in words
    assert [(each["page"], each["method"], each["status"]) for each in found] == [
        ("overview", "GET", 200), ("engagements", "GET", 200), ("parties", "GET", 404), ("other", "GET", 404),
        ("enter", "GET", 200), ("overview", "other", 405), ("review", "POST", 403),
    ]  # fmt: skip
    assert all(each["what"] == "answered" and each["ms"] >= 0 for each in found)


@pytest.mark.parametrize(
    ("path", "page"), [("*", "other"), ("host:443", "other"), ("", "other"), ("engagements", "other"), ("/", "overview")]
)
def test_a_target_that_is_no_path_is_answered_and_noted_all_the_same(path: str, page: str, log: Path) -> None:
    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 400})

    async def nothing(*_: object) -> Message:
        return {}

    scope = {"type": "http", "path": path, "method": "OPTIONS"}
    asyncio.run(Noting(answer)(scope, nothing, nothing))  # type: ignore[arg-type]
    (told,) = map(json.loads, log.read_text(encoding="utf-8").splitlines())
    assert (told["page"], told["status"]) == (page, 400)
