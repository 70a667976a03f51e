from __future__ import annotations

from starlette.testclient import TestClient

from verbale.web.keeping import Kept


def test_the_oldest_goes_first_and_another_state_is_another_page() -> None:
    kept = Kept(2)
    for address in ("/a", "/b"):
        kept.put("1", address, address, 200)
    assert kept.get("1", "/a") == ("/a", 200)
    kept.put("1", "/c", "/c", 200)
    assert kept.get("1", "/b") is None
    assert kept.get("2", "/a") is None


def test_what_was_decided_shows_at_once(client: TestClient) -> None:
    before = client.get("/events/aaaa000000000000").text
    assert client.get("/events/aaaa000000000000").text == before
    seen = before and client.get("/review/aaaa000000000000").text.partition('name="seen" value="')[2].partition('"')[0]
    client.post("/review/aaaa000000000000", data={"action": "accept", "by": "anna", "seen": seen})
    assert client.get("/events/aaaa000000000000").text != before
