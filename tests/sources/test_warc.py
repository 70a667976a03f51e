from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources import read

from .make import SETTINGS, TEXT, many, page, reason

pytest.importorskip("fastwarc", reason="web archives are read by an extra")


def record(url: str, body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    told = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{told}Content-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(url))}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def plain(**changes: str) -> bytes:
    return page().replace(b'rel="canonical"', b'rel="other"')


RECORDS = [
    record("http://example.org/a", plain()),
    record("http://example.org/gone", plain(), status="404 Not Found"),
    record("http://example.org/picture", b"\x89PNG", kind="image/png"),
    record("http://example.org/b", gzip.compress(plain()), Content_Encoding="gzip"),
]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_that_answered_well(packed: bool) -> None:
    data = b"".join(map(gzip.compress, RECORDS)) if packed else b"".join(RECORDS)
    found = many("a.warc.gz" if packed else "a.warc", data)
    assert [(item.url, item.format, TEXT in item.text) for item in found if isinstance(item, Document)] == [
        ("http://example.org/a", "warc", True), ("http://example.org/b", "warc", True),
    ]  # fmt: skip
    assert len({item.id for item in found if isinstance(item, Document)}) == 2


def test_only_what_is_wanted_is_taken_apart(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(
        b"".join(
            record(f"http://example.org/{n}", plain().replace(b"Norway", word)) for n, word in enumerate((b"Norway", b"Sweden"))
        )
    )
    asked: list[str] = []
    found = list(read([str(tmp_path)], SETTINGS, lambda text: (asked.append(text), "Sweden" in text)[1]))
    assert [item.url for item in found if isinstance(item, Document)] == ["http://example.org/1"]
    assert len(asked) == 2


def test_a_bad_page_costs_itself_only() -> None:
    bomb = record("http://example.org/bomb", gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")
    broken = record("http://example.org/broken", b"not packed at all", Content_Encoding="gzip")
    found = many("a.warc", RECORDS[0] + bomb + broken + RECORDS[3], Settings(max_document_mb=2))
    assert [item.path.rpartition(":")[2] if isinstance(item, SetAside) else item.url for item in found][::3] == [
        "http://example.org/a", "http://example.org/b",
    ]  # fmt: skip
    assert [item.reason for item in found if isinstance(item, SetAside)] == ["too large", "reader failed"]


def test_cut_and_empty_archives() -> None:
    whole = b"".join(map(gzip.compress, RECORDS))
    assert many("a.warc.gz", whole[:-30])
    assert reason("a.warc", RECORDS[2]) == "empty"
