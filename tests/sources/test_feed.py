from __future__ import annotations

import pytest

from verbale.errors import UnreadableError
from verbale.model import Document
from verbale.sources import feed
from verbale.sources.feed import links

from .make import TEXT, many, reason

pytest.importorskip("feedparser", reason="feeds are read by an extra")

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Example News</title>
<item><title>Envoy in Kabul</title><link>https://example.org/envoy?utm_source=rss</link><guid>g1</guid>
<pubDate>Tue, 24 Jan 2023 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{TEXT}</p><p>{TEXT}</p>]]></content:encoded></item>
<item><title>Nothing</title><link>https://example.org/nothing</link></item>
<item><title>Inside</title><link>file:///etc/passwd</link><description>{TEXT}</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Envoy</title><link href="https://example.org/a"/>
<updated>2023-01-24T10:00:00Z</updated><summary>{TEXT}</summary></entry></feed>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc> https://example.org/a </loc><lastmod>2023-01-24</lastmod></url><url><loc>https://example.org/a#b</loc></url>
<url><loc>ftp://example.org/c</loc></url></urlset>"""
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def test_entries_are_documents() -> None:
    found = many("news.xml", RSS.encode())
    first, second, third = found
    assert isinstance(first, Document) and isinstance(third, Document) and not isinstance(second, Document)
    assert (first.title, first.url, first.published) == ("Envoy in Kabul", "https://example.org/envoy", "2023-01-24")
    assert first.text.count("agreed to meet again") == 2
    assert (second.reason, second.path) == ("empty", "news.xml:2")
    assert third.url is None
    assert [item.published for item in many("a.atom", ATOM.encode()) if isinstance(item, Document)] == ["2023-01-24"]


def test_what_is_pointed_at() -> None:
    assert [(link.url, link.published) for link in links(RSS.encode())] == [
        ("https://example.org/envoy", "Tue, 24 Jan 2023 10:00:00 GMT"), ("https://example.org/nothing", None),
    ]  # fmt: skip
    assert [(link.url, link.published) for link in links(SITEMAP.encode())] == [("https://example.org/a", "2023-01-24")]


def test_links_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MOST", 3)
    named = "".join(f"<url><loc>https://example.org/{n}</loc></url>" for n in range(9))
    assert len(list(links(f"<urlset>{named}</urlset>".encode()))) == 3


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<rss>",
        b"<html>nothing</html>",
        f'<!DOCTYPE r [<!ENTITY l0 "lol">{LAUGHS}]><rss><channel>&l11;</channel></rss>'.encode(),
    ],
)
def test_what_points_at_nothing(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        list(links(data))


def test_entities_are_not_followed() -> None:
    outside = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    told = SITEMAP.replace("?>", f"?>{outside}", 1).replace(" https://example.org/a ", "https://example.org/&x;")
    assert not any("root" in link.url for link in links(told.encode()))
    assert reason("a.rss", (outside + "<rss><channel><item><description>&x;</description></item></channel></rss>").encode()) in (
        "empty", "not what its name says",
    )  # fmt: skip
