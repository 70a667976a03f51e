from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Verbale
from .test_read import PAGE


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b.txt").write_text(PAGE.replace("12 July", "14 July"), encoding="utf-8")
    return folder


def test_events_go_to_stdout_and_words_to_stderr(verbale: Verbale, pages: Path):
    ran = verbale("code", "pages")
    events = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0 and {e["document"]["key"] for e in events} == {"a", "b"}
    assert f"{len(events)} events in 2 documents" in ran.err


def test_the_example_of_the_help(verbale: Verbale, pages: Path, tmp_path: Path):
    ran = verbale("code", "pages/", "--out", "events.jsonl")
    assert ran.code == 0 and not ran.out
    assert (tmp_path / "events.jsonl").read_text(encoding="utf-8") == verbale("code", "pages/").out


def test_csv(verbale: Verbale, pages: Path):
    rows = list(csv.DictReader(io.StringIO(verbale("code", "pages", "--format", "csv").out)))
    assert {"CONSULT"} <= {row["type"] for row in rows}


def test_the_order_in_which_files_are_named_does_not_matter(verbale: Verbale, pages: Path):
    assert verbale("code", "pages/b.txt", "pages/a.txt").out == verbale("code", "pages/a.txt", "pages/b.txt").out


def test_one_good_file_among_broken_ones(verbale: Verbale, pages: Path):
    broken = {
        "empty.txt": b"",
        "blank.md": b" \n\n",
        "cut.pdf": b"%PDF-1.7\n1 0 obj <<",
        "cut.docx": b"PK\x03\x04word/document.xml",
        "noise.html": bytes(range(256)) * 40,
        "image.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
        "rows.csv": b"name,age\nA,3\n",
        "lines.jsonl": b'{"id": 1}\n',
        "long.txt": b"x" * 9_000_000,
    }
    (pages / "b.txt").unlink()
    for name, data in broken.items():
        (pages / name).write_bytes(data)
    ran = verbale("code", "pages", "--workers", "2")
    assert ran.code == 1 and {json.loads(line)["document"]["key"] for line in ran.out.splitlines()} == {"a"}
    assert all(name in ran.err for name in broken) and ran.err.count("hint:") >= len(broken)


def test_an_unknown_format_is_refused_before_anything_is_coded(verbale: Verbale, pages: Path):
    ran = verbale("code", "pages", "--format", "xls")
    assert ran.code == 2 and "jsonl" in ran.err


def test_a_failed_run_leaves_the_old_file(verbale: Verbale, pages: Path, tmp_path: Path, monkeypatch):
    out = tmp_path / "events.jsonl"
    out.write_text("before", encoding="utf-8")
    monkeypatch.setenv("VERBALE_PIPELINE", "no_such_pipeline")
    assert verbale("code", "pages", "--out", "events.jsonl").code == 3
    assert out.read_text(encoding="utf-8") == "before" and sorted(p.name for p in tmp_path.iterdir()) == ["events.jsonl", "pages"]
