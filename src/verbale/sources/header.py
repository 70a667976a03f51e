"""Lines above a text that describe it: front matter between fences, or plain ``Title: ...`` lines before the first blank one."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What people call a field, and what it is called here.
FIELDS = {
    "title": "title", "headline": "title",
    "publisher": "publisher", "source": "publisher", "outlet": "publisher",
    "published": "published", "date": "published",
    "url": "url", "address": "url", "link": "url",
    "language": "language", "lang": "language",
    "id": "given",
}  # fmt: skip
_LINE = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]+(.*)")
_FENCED = re.compile(r"\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.S)
_QUOTES = {'"': '"', "'": "'"}


def split(text: str) -> tuple[Mapping[str, str], str]:
    """The described fields (names as in ``Draft``) and the text below them; no fields where there is no such header."""
    fenced = _FENCED.match(text)
    if fenced:
        return _fields(fenced.group(1).split("\n")), text[fenced.end() :].lstrip("\n")
    head, blank, body = text.partition("\n\n")
    rows = head.split("\n")
    # Only if every line is a known field: "Note: they met" begins a text, not a header.
    if blank and all(_known(row) for row in rows):
        return _fields(rows), body.lstrip("\n")
    return {}, text


def _known(row: str) -> bool:
    found = _LINE.fullmatch(row)
    return bool(found and found.group(1).lower() in FIELDS)


def _fields(rows: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for row in rows:
        found = _LINE.fullmatch(row.rstrip())
        name = FIELDS.get(found.group(1).lower()) if found else None
        if found and name and (value := _unquoted(found.group(2).strip())):
            fields.setdefault(name, value)
    return fields


def _unquoted(value: str) -> str:
    quote = value[:1]
    if len(value) < 2 or quote not in _QUOTES or not value.endswith(quote):
        return value
    return value[1:-1].replace('\\"', '"') if quote == '"' else value[1:-1].replace("''", "'")
