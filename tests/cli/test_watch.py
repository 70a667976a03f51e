from __future__ import annotations

import pytest

from verbale.record import open_record
from verbale.sources.fetch import Net
from verbale.watching import polite

from ..sources.make import page
from ..sources.web import Web, answer
from ..watching.test_watcher import feed
from .conftest import Verbale


def test_the_example_of_the_help(verbale: Verbale, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("feedparser", reason="feeds are read by an extra")
    web = Web({"/feed.xml": answer(body=feed("/a")), "/robots.txt": answer("404 Not Found"), "/a": answer(body=page())})
    monkeypatch.setattr(polite.Polite.__init__, "__defaults__", (Net(web.resolve, web.connect), lambda: 0.0, lambda seconds: None))
    ran = verbale("watch", "https://example.org/feed.xml".replace("https", "http"), "--once")
    assert ran.code == 0 and "1 new pages" in ran.err, ran.err
    with open_record("verbale.db", create=False) as record:
        assert record.counts()["documents"] == 1
        assert record.runs()[0].verb == "watch"
    assert "0 new pages" in verbale("watch", "http://example.org/feed.xml", "--once").err
