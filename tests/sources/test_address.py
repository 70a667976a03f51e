from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.sources.address import canonical, first_address


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("HTTPS://UNAMA.org/a?utm_source=x&id=3&fbclid=y#top", "https://unama.org/a?id=3"),
        ("http://un.org", "http://un.org/"),
        ("http://un.org:80/a?", "http://un.org/a"),
        ("https://un.org:8443/a", "https://un.org:8443/a"),
        ("https://user:secret@un.org/a", "https://un.org/a"),
        ("https://un.org/a?b=%D9%83&c=d+e", "https://un.org/a?b=%D9%83&c=d+e"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        (" https://un.org/a ", "https://un.org/a"),
        ("ftp://un.org/a", None), ("mailto:a@un.org", None), ("/a/b", None), ("https://", None), ("http://[x", None),
        ("https://a:b/", None), (None, None),
    ],
)  # fmt: skip
def test_canonical(url: str | None, plain: str | None) -> None:
    assert canonical(url) == plain


@given(st.text(max_size=60))
def test_it_changes_nothing_the_second_time(words: str) -> None:
    once = canonical(f"https://un.org/{words}")
    assert once is None or canonical(once) == once


def test_first_address() -> None:
    assert first_address(None, "no", "see https://un.org/a, or https://un.org/b") == "https://un.org/a"
    assert first_address("<https://un.org/a>.") == "https://un.org/a"
    assert first_address() is None
