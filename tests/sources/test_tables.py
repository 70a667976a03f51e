from __future__ import annotations

import json

import pytest

from verbale.model import Document, SetAside
from verbale.settings import Settings

from .make import TEXT, good, many, reason

FIELDS = {"id": "x-1", "title": "Envoy", "url": "https://un.org/a#b", "publisher": "UNAMA", "published": "24 January 2023"}


def outcome(found: Document | SetAside) -> tuple[str, str | None]:
    return (found.path, found.reason) if isinstance(found, SetAside) else ("ok", found.key)


def test_json_lines() -> None:
    found = good("in.jsonl", json.dumps(FIELDS | {"text": f"{TEXT}\n", "other": [1]}).encode())
    assert found.text == f"{TEXT}\n"
    assert (found.key, found.title, found.url, found.publisher) == ("x-1", "Envoy", "https://un.org/a", "UNAMA")
    assert (found.published, found.published_method, found.format) == ("2023-01-24", "given", "jsonl")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv(delimiter: str, codec: str) -> None:
    row = ["y-2", f'"{TEXT}\n\nThen ""José"" left."', "2023-01"]
    data = delimiter.join(["id", "Text", "published"]) + "\r\n" + delimiter.join(row) + "\r\n"
    found = good("in.csv", data.encode(codec))
    assert found.text == f'{TEXT}\n\nThen "José" left.'
    assert (found.key, found.published, found.format) == ("y-2", "2023-01", "csv")


def test_bad_rows_of_json_lines_are_named_and_the_others_read() -> None:
    rows = [
        json.dumps({"text": TEXT}), '{"text": ', "", "[1]", '{"text": 5}', '{"id": "z"}', '{"text": "short"}',
        json.dumps({"text": TEXT, "id": 7}), json.dumps({"text": TEXT, "url": {}}), json.dumps({"text": "x" * 3_000_000}),
        '{"text": "' + TEXT + '\\ud800"}', '"' + "[" * 5000,
    ]  # fmt: skip
    found = [
        outcome(item)
        for item in many("in.jsonl", "\n".join(rows).encode() + b'\n{"text": "\xff\xfe\x00"}', Settings(max_line_mb=2))
    ]
    assert found == [
        ("ok", "in-1"), ("in.jsonl:2", "bad row"), ("in.jsonl:4", "bad row"), ("in.jsonl:5", "bad row"), ("in.jsonl:6", "bad row"),
        ("in.jsonl:7", "empty"), ("ok", "7"), ("in.jsonl:9", "bad row"), ("in.jsonl:10", "line too long"),
        ("in.jsonl:11", "bad row"), ("in.jsonl:12", "bad row"), ("in.jsonl:13", "encoding"),
    ]  # fmt: skip


def test_bad_rows_of_csv_are_named_and_the_others_read() -> None:
    rows = ["id,text", f"a,{TEXT.replace(',', '')}", 'b,"x"y', f"c,{TEXT}", "d,", "", f'e,"{TEXT}"', 'f,"open']
    data = "\n".join(rows).encode().replace(b"\nd,", b"\nd,\xff\x00")
    found = [outcome(item) for item in many("in.csv", data)]
    assert found == [
        ("ok", "a"),
        ("in.csv:3", "bad row"),
        ("in.csv:4", "bad row"),
        ("in.csv:5", "encoding"),
        ("ok", "e"),
        ("in.csv:8", "bad row"),
    ]


def test_what_a_table_is_told_by() -> None:
    line = json.dumps({"text": TEXT}).encode()
    assert good("in.csv", line).format == good("in.txt", line).format == good("-", line).format == "jsonl"
    assert good("in.txt", f'id,text\n1,"{TEXT}"'.encode()).format == "csv"
    assert good("in.txt", f"In short, text, and more.\n{TEXT}".encode()).format == "txt"
    assert good("in.csv", f'text\n"{TEXT}"'.encode()).format == "csv"


def test_a_table_without_text() -> None:
    assert reason("in.csv", b"name,age\nA,5\n") == "no text column"
    assert reason("in.csv", b"id,text\n") == "empty"
    assert reason("in.jsonl", b"\x00\x01\x02" * 50) == "not what its name says"


def test_a_large_collection_is_no_large_document() -> None:
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    assert len(many("in.jsonl", line * 5, Settings(max_document_mb=0))) == 5
