"""Pages that are kept: found again as long as the record is as it was, written once, the last asked for the last to go."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from verbale.record import Record
from verbale.web.keeping import Kept
from verbale.web.site import stamp


def saying(words: str) -> Callable[[], tuple[str, int]]:
    return lambda: (words, 200)


def never() -> tuple[str, int]:
    raise AssertionError("it is kept")


def test_a_page_is_found_again_until_the_record_changes() -> None:
    kept = Kept()
    kept("1 run", "viewer /", saying("page"))
    assert kept("1 run", "viewer /", never) == ("page", 200)
    for other in (("2 run", "viewer /"), ("1 run", "admin /")):
        assert kept(*other, saying("another")) == ("another", 200)


def test_the_page_asked_for_longest_ago_goes_first() -> None:
    kept = Kept(most=2)
    kept("s", "a", saying("a"))
    kept("s", "b", saying("b"))
    kept("s", "a", never)
    kept("s", "c", saying("c"))
    assert [kept("s", name, saying("new"))[0] for name in ("a", "c", "b")] == ["a", "c", "new"]


def test_of_many_who_ask_at_once_one_writes() -> None:
    kept, times, begun = Kept(), [], threading.Barrier(8)

    def slow() -> tuple[str, int]:
        times.append(1)
        time.sleep(0.05)
        return "page", 200

    def ask(_: int) -> tuple[str, int]:
        begun.wait()
        return kept("s", "a", slow)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {("page", 200)}
    assert len(times) == 1


def test_no_more_than_three_pages_are_written_at_once() -> None:
    kept, written, most = Kept(), [], []

    def slow() -> tuple[str, int]:
        written.append(1)
        most.append(len(written))
        time.sleep(0.02)
        written.pop()
        return "page", 200

    with ThreadPoolExecutor(8) as pool:
        assert len(list(pool.map(lambda n: kept("s", str(n), slow), range(8)))) == 8
    assert max(most) <= 3


def test_what_fails_is_written_again() -> None:
    kept = Kept()
    with pytest.raises(AssertionError):
        kept("s", "a", never)
    assert kept("s", "a", saying("page")) == ("page", 200)


def test_what_was_decided_shows_at_once(client: TestClient) -> None:
    before = client.get("/events/aaaa000000000000").text
    assert client.get("/events/aaaa000000000000").text == before
    seen = before and client.get("/review/aaaa000000000000").text.partition('name="seen" value="')[2].partition('"')[0]
    client.post("/review/aaaa000000000000", data={"action": "accept", "by": "anna", "seen": seen})
    assert client.get("/events/aaaa000000000000").text != before


def test_every_run_of_one_second_is_noticed(record: Record) -> None:
    stamps = [stamp(record)]
    for _ in range(6):
        record.end_run(record.begin_run("add"), "done", {})
        stamps.append(stamp(record))
    assert len(set(stamps)) == len(stamps)
