from __future__ import annotations

import io

from rich.console import Console

from verbale.brief.page import Answers, Brief, Items, Link, Paragraph, Quote, Rows, Section, Table
from verbale.terminal.page import page


def test_a_brief_in_words():
    table = Table("Who", ("Party", "Events", "Notes"), ((("China",), (Rows("2", ("a", "b")),), (Rows("", ("a", "b")),)),), (1,))
    blocks = (
        Paragraph(("Said: ", Quote("we\x1b[31m met"), Rows("", ("a",)))),
        Items((("one ", Link("page", "https://example.org")),)),
        table,
        Answers((("Who met whom", ("They did.",)),)),
    )
    brief = Brief("Title", "from to", ("Machine-read.",), (Section("s", "Section", blocks),), (), (), "Made by hand.")
    stream = io.StringIO()
    Console(file=stream, width=80).print(page(brief))
    words = stream.getvalue()
    for each in (
        "Title",
        "Machine-read.",
        "Section",
        "Said: “we [31m met”",
        "- one page",
        "China",
        "Who met whom. They did.",
        "Made by hand.",
    ):
        assert each in words
    assert "Notes" not in words and "\x1b" not in words
