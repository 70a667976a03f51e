from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from verbale.record import Record
from verbale.web.app import app
from verbale.web.guard import Door, door
from verbale.web.holding import Holder
from verbale.web.site import Site, snapshot

from .making import filled

PORT = 8765


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "verbale.db") as made:
        yield made


@pytest.fixture
def site(record: Record) -> Site:
    return Site(snapshot=snapshot(record), case="afghanistan", record=record, reviewer="anna")


@pytest.fixture
def key() -> Door:
    return door(PORT, "the-key-of-this-run")


@pytest.fixture
def stranger(site: Site, record: Record, key: Door) -> TestClient:
    """Somebody without the key."""
    return TestClient(app(Holder(record, site), key), base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False)


@pytest.fixture
def client(stranger: TestClient, key: Door) -> TestClient:
    """Somebody with the key, whose browser says that it asks from the server's own pages."""
    stranger.cookies.set(key.cookie, key.token)
    stranger.headers["sec-fetch-site"] = "same-origin"
    return stranger
