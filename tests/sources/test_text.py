from __future__ import annotations

import pytest

from verbale.settings import Settings

from .make import TEXT, good, reason


def test_plain_text_is_left_as_it_is() -> None:
    found = good("in/a.txt", f"  A first line\nstays {TEXT}\n\nEnd.\n".encode())
    assert found.text == f"  A first line\nstays {TEXT}\n\nEnd.\n"
    assert (found.format, found.key, found.path, found.title) == ("txt", "a", "in/a.txt", None)


def test_short_first_line_is_the_title() -> None:
    assert good("a.txt", f"Envoy meets minister\n\n{TEXT}".encode()).title == "Envoy meets minister"
    assert good("a.txt", f"They met on Tuesday.\n\n{TEXT}".encode()).title is None


@pytest.mark.parametrize("fence", ["---\n", ""])
def test_what_stands_above_the_text_is_taken_off(fence: str) -> None:
    head = "title: Talks: round two\npublisher: summary after UNAMA\npublished: January 2023\nurl: https://un.org/a\nlanguage: en\n"
    found = good("a.txt", f"{fence}{head}{fence}\n{TEXT}\n".encode())
    assert found.text == f"Talks: round two\n\n{TEXT}\n"
    assert (found.title, found.publisher, found.url) == ("Talks: round two", "summary after UNAMA", "https://un.org/a")
    assert (found.published, found.published_method, found.language) == ("2023-01", "given", "en")


def test_markdown_is_rendered() -> None:
    found = good("a.md", f"# Envoy *in* Kabul\n\n{TEXT}\n\n* one\n* two\n".encode())
    assert found.text == f"Envoy in Kabul\n\n{TEXT}\n- one\n- two\n"
    assert (found.title, found.format) == ("Envoy in Kabul", "md")


def test_front_matter_wins_over_the_heading() -> None:
    assert good("a.md", f"---\ntitle: Given\n---\n# Heading\n\n{TEXT}".encode()).title == "Given"


def test_limits() -> None:
    assert reason("a.txt", b"word " * 300_000, Settings(max_line_mb=1)) == "line too long"
    assert reason("a.txt", b"word\n" * 100_000) == "too large"
    assert reason("a.txt", b"word " * 300_000, Settings(max_document_mb=1)) == "too large"
    assert reason("a.txt", b" \n\n ") == "empty"
    assert reason("a.txt", b"Too short.") == "empty"


def test_data_and_code_are_nobodys_prose() -> None:
    assert reason("a.json", b'{\n "id": "x",\n "words": "they met"\n}') == "unknown format"
    assert reason("a.xml", b"<?xml version='1.0'?><gpx><name>they met</name></gpx>") == "unknown format"


def test_prose_without_an_ending_is_read() -> None:
    assert good("notes", TEXT.encode()).text == TEXT
