"""Several people in a real browser: signing in and out, what each role is shown, and the page of the accounts."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .browsing import PROGRAM, Served, Watched, serious
from .conftest import PASSWORD
from .making import filled

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium here: apt-get install chromium runs these tests")


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    pytest.importorskip("argon2", reason="no argon2 here: pip install argon2-cffi runs these tests")
    folder = tmp_path_factory.mktemp("team")
    filled(folder / "verbale.db").close()
    program = Path(sys.executable).with_name("verbale")
    for name, role in (("Anna", "admin"), ("Vera", "viewer")):
        words = [program, "accounts", "add", name, "--role", role, "--stdin"]
        subprocess.run(words, cwd=folder, input=f"{PASSWORD}\n", text=True, check=True, capture_output=True)
    port = random.randint(20_000, 60_000)
    base = f"http://127.0.0.1:{port}"
    words = [program, "serve", "--port", str(port), "--address", base]
    with subprocess.Popen(words, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            assert process.stderr.readline().strip() == f"open {base}/enter"
            yield Served(base, f"{base}/enter")
        finally:
            process.terminate()


def signed_in(chromium: Any, team: Served, name: str, **context: Any) -> Watched:
    made = chromium.new_context(**context)
    made.set_default_timeout(60_000)
    watched = Watched(made.new_page(), team.base)
    watched.page.goto(f"{team.base}/engagements")
    assert watched.page.url == team.address
    watched.page.fill("input[name=name]", name)
    watched.page.fill("input[name=password]", PASSWORD)
    watched.page.keyboard.press("Enter")
    watched.page.wait_for_url(f"{team.base}/")
    return watched


def test_signing_in_and_out(chromium: Any, team: Served) -> None:
    watched = signed_in(chromium, team, "anna")
    page = watched.page
    assert "Anna, admin" in page.inner_text(".signed")
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    assert page.evaluate("document.cookie") == ""
    page.click("text=Sign out")
    page.wait_for_url(team.address)
    page.goto(f"{team.base}/")
    assert page.url == team.address
    page.fill("input[name=name]", "anna")
    page.fill("input[name=password]", "not the password")
    page.click("button")
    page.wait_for_selector("[role=alert]:has-text('do not belong together')")
    assert [fault for fault in watched.faults if "401" not in fault] == []


def test_a_decision_is_signed_and_its_name_cannot_be_changed(chromium: Any, team: Served) -> None:
    watched = signed_in(chromium, team, "Anna")
    page = watched.page
    page.goto(f"{team.base}/review/aaaa000000000000")
    assert page.locator("#decide input[name=by]").count() == 0
    page.keyboard.press("a")
    page.wait_for_selector(".said:has-text('Accepted')")
    page.goto(f"{team.base}/events/aaaa000000000000")
    assert "accept by Anna" in page.inner_text(".decisions")
    assert watched.faults == []


def test_a_viewer_is_shown_no_way_to_decide(chromium: Any, team: Served) -> None:
    page = signed_in(chromium, team, "Vera").page
    rooms = page.inner_text("nav.rooms")
    assert "Review" not in rooms and "Accounts" not in rooms and "Engagements" in rooms
    page.goto(f"{team.base}/review")
    assert "takes the role coder" in page.inner_text("main")


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), pytest.param(1440, "light", marks=pytest.mark.long)])
def test_the_pages_of_accounts_are_in_order(chromium: Any, team: Served, width: int, scheme: str) -> None:
    watched = signed_in(chromium, team, "Anna", viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = watched.page
    for path in ("/accounts", "/enter", "/", "/review", "/second?pool=all"):
        page.goto(team.base + path)
        assert serious(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert watched.faults == []
