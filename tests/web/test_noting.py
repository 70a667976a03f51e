from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from verbale import logs


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
