"""Tables that hurt: depth, width, quotes without end, numbers beyond reason."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .texts import PROSE

ROW = json.dumps({"id": "good", "text": PROSE}).encode() + b"\n"


def files() -> Iterator[tuple[str, bytes]]:
    """Names and bytes."""
    yield "keep-deep.jsonl", b'{"text": ' + b"[" * 200_000 + b"\n" + ROW
    yield "keep-objects.jsonl", b'{"a": ' * 200_000 + b"\n" + ROW
    yield "keep-long.jsonl", b'{"text": "' + b"x" * 9_000_000 + b'"}\n' + ROW
    yield "keep-bytes.jsonl", b'{"text": "\xff\xfe"}\n' + ROW
    yield "keep-surrogates.jsonl", b'{"text": "\\ud800 and so on and so on and on"}\n' + ROW
    yield "keep-numbers.jsonl", b'{"text": 1e999999}\n{"text": ' + b"9" * 100_000 + b"}\n" + ROW
    yield "keep-names.jsonl", json.dumps({f"n{n}": n for n in range(50_000)}).encode() + b"\n" + ROW
    yield "keep-path.jsonl", json.dumps({"id": "../../etc/passwd", "url": "file:///etc/passwd", "text": PROSE}).encode() + b"\n"
    yield "keep-control.jsonl", json.dumps({"id": "\x1b[2J\x00", "title": "\u202e" * 1000, "text": PROSE}).encode() + b"\n"
    yield "lines.jsonl", b"{}\n" * 500
    yield (
        "dates.jsonl",
        b"".join(json.dumps({"text": PROSE, "published": p}).encode() + b"\n" for p in ("9" * 5000, "-1", "2023-99-99", "0000")),
    )
    yield "same.jsonl", ROW * 50
    yield "open.csv", b'id,text\n1,"' + b"x" * 3_000_000
    yield "keep-quotes.csv", b'id,text\n1,a"b"c"\n2,"' + PROSE.encode() + b'"\n'
    yield "columns.csv", b"text," * 50_000 + b"\n" + b"a," * 50_000 + b"\n"
    yield "cells.csv", b"id,text\n" + b",".join([b"a"] * 100_000) + b"\n"
    yield "nulls.csv", b"id,text\n1,\x00\x00\x00\n"
    yield "keep-formula.csv", b"id,text\n=cmd|'/c calc'!A1,\"" + PROSE.encode() + b'"\n'
    yield "rows.csv", b"id,text\n" + b"1,short\n" * 500
    yield "returns.csv", b"id,text\r" * 10_000
