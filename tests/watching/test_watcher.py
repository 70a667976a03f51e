from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale import logs
from verbale.model import Document
from verbale.settings import Settings
from verbale.sources.fetch import Net
from verbale.watching import Watcher
from verbale.watching.memory import Memory
from verbale.watching.polite import Polite

from ..sources.make import page
from ..sources.web import Web, answer

pytest.importorskip("feedparser", reason="feeds are read by an extra")

FEED = "http://example.org/feed.xml"


def feed(*paths: str) -> bytes:
    items = "".join(f"<item><title>{p}</title><link>http://example.org{p}</link></item>" for p in paths)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()


def story(word: str) -> bytes:
    return answer(body=page().replace(b"canonical", b"other").replace(b"Norway", word.encode()))


class Time:
    def __init__(self) -> None:
        self.now, self.slept = 1_000_000.0, [0.0]

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def web() -> Web:
    told = {"/feed.xml": answer(body=feed("/a", "/b"), ETag='"one"'), "/robots.txt": answer("404 Not Found")}
    return Web(told | {"/a": story("Norway"), "/b": story("Sweden")})


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memory(tmp_path / "watch.db") as made:
        yield made


def look(web: Web, memory: Memory, time: Time, *feeds: str) -> list[str]:
    settings = Settings()
    watcher = Watcher(settings, memory, Polite(settings, Net(web.resolve, web.connect), time, time.sleep), time)
    found = watcher.round([*feeds] or [FEED])
    return [str(f.url or f.path) if isinstance(f, Document) else f"{f.path} {f.reason}" for f in found]


def test_what_is_new_is_read_once(web: Web, memory: Memory, time: Time) -> None:
    assert look(web, memory, time) == ["http://example.org/a", "http://example.org/b"]
    assert look(web, memory, time) == []  # not due
    time.now += 1000
    web.answers["/feed.xml"] = answer(body=feed("/c", "/a", "/b"))
    web.answers["/c"] = story("Finland")
    assert look(web, memory, time) == ["http://example.org/c"]


def test_a_page_that_fails_is_logged_under_the_server_of_its_feed(web: Web, memory: Memory, time: Time, tmp_path: Path) -> None:
    item = b"<item><title>x</title><link>http://zarmina-ghorbandi.example/x</link></item></channel>"
    web.answers["/feed.xml"] = answer(body=feed("/a").replace(b"</channel>", item))
    web.answers["/a"] = web.answers["/x"] = answer("404 Not Found")
    logs.begin(str(tmp_path / "log"))
    look(web, memory, time)
    logs.begin("")
    words = (tmp_path / "log").read_text(encoding="utf-8")
    failed = [each for each in map(json.loads, words.splitlines()) if each["what"] == "page_failed"]
    assert {each["server"] for each in failed} == {"example.org"} and len(failed) == 2
    assert "zarmina" not in words


def test_a_feed_that_has_not_changed_is_not_sent_again(web: Web, memory: Memory, time: Time) -> None:
    look(web, memory, time)
    time.now += 1000
    web.answers["/feed.xml"] = answer("304 Not Modified")
    assert look(web, memory, time) == []
    assert 'If-None-Match: "one"' in web.requests[-1]


def test_servers_are_given_pauses(web: Web, memory: Memory, time: Time) -> None:
    look(web, memory, time)
    assert len(time.slept) == 4 and all(seconds >= 1.9 for seconds in time.slept[1:])
    web.answers["/robots.txt"] = answer(body=b"User-agent: *\nCrawl-delay: 30\n")
    time.now += 1000
    web.answers["/feed.xml"] = answer(body=feed("/c"))
    web.answers["/c"] = story("Finland")
    look(web, memory, time)
    assert time.slept[-1] > 29


def test_robots_are_kept_to(web: Web, memory: Memory, time: Time) -> None:
    web.answers["/robots.txt"] = answer(body=b"User-agent: verbale\nDisallow: /a\n")
    assert look(web, memory, time) == ["http://example.org/a refused address", "http://example.org/b"]
    assert "/a" not in web.asked
    time.now += 1000
    web.answers["/robots.txt"] = answer("403 Forbidden")
    assert look(web, memory, time) == [f"{FEED} refused address"]


def test_one_that_fails_is_asked_ever_less_often(web: Web, memory: Memory, time: Time) -> None:
    web.answers["/feed.xml"] = answer("503 Service Unavailable")
    waits = []
    for _ in range(4):
        assert look(web, memory, time) == [f"{FEED} unreachable"]
        waits.append(memory.feed(FEED).due - time.now)
        time.now = memory.feed(FEED).due
    assert [round(wait / waits[0]) for wait in waits] == [1, 2, 4, 8]
    web.answers["/feed.xml"] = answer("429 Too Many Requests", **{"Retry-After": "50000"})
    look(web, memory, time)
    assert memory.feed(FEED).due - time.now == 50_000
    time.now += 50_000
    web.answers["/feed.xml"] = answer(body=feed("/a"))
    assert look(web, memory, time) == ["http://example.org/a"]
    assert memory.feed(FEED).failures == 0


def test_a_page_that_fails_is_tried_again_and_then_left(web: Web, memory: Memory, time: Time) -> None:
    web.answers["/a"] = answer("500 Internal Server Error")
    for _ in range(3):
        assert "http://example.org/a unreachable" in look(web, memory, time)
        time.now += 1000
    assert look(web, memory, time) == []
    assert memory.settled("http://example.org/a")


def test_a_kill_between_two_pages_loses_none(web: Web, tmp_path: Path, time: Time) -> None:
    settings = Settings()
    polite = Polite(settings, Net(web.resolve, web.connect), time, time.sleep)
    with Memory(tmp_path / "watch.db") as known:
        found = Watcher(settings, known, polite, time).round([FEED])
        first = next(found)  # taken, and never said to be kept
        assert isinstance(first, Document)
        found.close()  # type: ignore[attr-defined]
    with Memory(tmp_path / "watch.db") as known:
        assert look(web, known, time) == ["http://example.org/a", "http://example.org/b"]


def test_a_sitemap_of_sitemaps(web: Web, memory: Memory, time: Time) -> None:
    home = "http://example.org/"
    web.answers["/map.xml"] = answer(body=f"<sitemapindex><sitemap><loc>{home}inner.xml</loc></sitemap></sitemapindex>".encode())
    web.answers["/inner.xml"] = answer(
        body=f"<urlset><url><loc>{home}a</loc></url><url><loc>{home}map.xml</loc></url></urlset>".encode()
    )
    found = look(web, memory, time, f"{home}map.xml")
    assert "http://example.org/a" in found and web.asked.count("/inner.xml") == 1


def test_a_feed_that_is_none_is_named(web: Web, memory: Memory, time: Time) -> None:
    web.answers["/feed.xml"] = answer(body=b"<html>gone</html>")
    (found,) = look(web, memory, time)
    assert found.startswith(FEED)
