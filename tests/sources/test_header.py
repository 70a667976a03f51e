from __future__ import annotations

import pytest

from verbale.sources.header import split


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("---\ntitle: A\nid: x-1\n---\nBody", {"title": "A", "given": "x-1"}, "Body"),
        ('---\ntitle: "A: \\"b\\""\nlang: \'en\'\nother: z\n---\n\nBody', {"title": 'A: "b"', "language": "en"}, "Body"),
        ("---\ntitle:\n---\nBody", {}, "Body"),
        ("Title: A\nSource: UN\nDate: 2023\n\nBody", {"title": "A", "publisher": "UN", "published": "2023"}, "Body"),
        ("Title: A\nand more\n\nBody", {}, "Title: A\nand more\n\nBody"),
        ("Note: they met\n\nBody", {}, "Note: they met\n\nBody"),
        ("--- they met ---\nBody", {}, "--- they met ---\nBody"),
        ("---\nno end", {}, "---\nno end"),
    ],
)
def test_split(text: str, fields: dict[str, str], body: str) -> None:
    assert split(text) == (fields, body)
