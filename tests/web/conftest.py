from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from verbale.record import Record
from verbale.web.app import app
from verbale.web.guard import Door, door
from verbale.web.holding import Holder
from verbale.web.site import Site, snapshot
from verbale.web.team import passwords
from verbale.web.team.accounts import Accounts
from verbale.web.team.gate import Gate
from verbale.web.team.policy import ROLES
from verbale.web.team.sessions import Sessions
from verbale.web.team.throttle import Throttle

from .browsing import PROGRAM
from .making import filled

PORT = 8765
ORIGIN = "https://observatory.example"
PASSWORD = "five grey herons at noon"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright here: pip install playwright runs these tests")
    with playwright.sync_playwright() as made:
        running = made.chromium.launch(executable_path=str(PROGRAM), args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with filled(tmp_path / "verbale.db") as made:
        yield made


@pytest.fixture
def site(record: Record) -> Site:
    return Site(snapshot=snapshot(record, "afghanistan"), case="afghanistan", record=record, reviewer="anna")


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


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that take no time; that those in use do is tested apart."""
    argon2 = pytest.importorskip("argon2", reason="no argon2 here: pip install argon2-cffi runs these tests")
    hasher = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: hasher)
    passwords._nobody.cache_clear()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, quick: None) -> Accounts:
    """An account of each role, named after it."""
    made = Accounts(tmp_path / "accounts.json")
    for role in reversed(ROLES):
        made.add(role.title(), role, PASSWORD)
    return made


@pytest.fixture
def gate(accounts: Accounts, clock: Clock) -> Gate:
    return Gate(ORIGIN, accounts, Sessions(clock), Throttle(clock))


@pytest.fixture
def visit(gate: Gate, record: Record, site: Site) -> Iterator[Callable[[str], TestClient]]:
    """A browser in which somebody is signed in; nobody where no name is given."""

    server = app(Holder(record, site), gate)

    def made(name: str = "") -> TestClient:
        browser = TestClient(server, base_url=ORIGIN, follow_redirects=False)
        browser.headers["sec-fetch-site"] = "same-origin"
        if name:
            entered = browser.post("/enter", data={"name": name, "password": PASSWORD})
            assert entered.status_code == 303
        return browser

    yield made
