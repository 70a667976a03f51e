"""The room as a whole: nothing raises, nothing is lost, the same input gives the same documents."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import verbale.sources
from tests.examples import some
from verbale.model import Document, SetAside
from verbale.settings import Settings
from verbale.sources import REASONS, read, read_one
from verbale.sources.raw import Raw

from .make import HEADERS, SETTINGS, TEXT, docx_bytes, eml_bytes, locked_pdf, many, page, pdf_bytes, reason

GOLD = Path(__file__).parents[1] / "gold"
BROKEN = {
    "empty.txt": (b"", "empty"),
    "locked.pdf": (locked_pdf(), "encrypted"),
    "half.pdf": (pdf_bytes()[:500], "truncated"),
    "half.docx": (docx_bytes()[:3000], "truncated"),
    "koi8.txt": ("Посол встретился с министром".encode("koi8-r"), "encoding"),
    "prose.pdf": (TEXT.encode(), "not what its name says"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(100), "unknown format"),
    "long.txt": (b"x" * 9_000_000, "line too long"),
    "huge.txt": (b"word\n" * 5_000_000, "too large"),
    "scan.pdf": (pdf_bytes(" ").replace(b"Envoy in Kabul", b"              "), "no text"),
}
NAMES = ["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.eml", "a.mbox", "a.jsonl", "a.csv", "a.bin", "a", "-"]
REAL = [
    page(),
    pdf_bytes(),
    docx_bytes(),
    eml_bytes(html="<p>x</p>"),
    HEADERS + b"\n",
    b"From a Tue Jan 24 10:00:00 2023\n" + HEADERS,
    b'{"text": ',
]


def test_one_good_file_among_ten_broken_ones(tmp_path: Path) -> None:
    for name, (data, _) in BROKEN.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.html").write_bytes(page())
    found = list(read([str(tmp_path)], SETTINGS))
    documents = [item for item in found if isinstance(item, Document)]
    aside = {Path(item.path).name: item.reason for item in found if isinstance(item, SetAside)}
    assert [Path(str(item.path)).name for item in documents] == ["good.html"]
    assert aside == {name: why for name, (_, why) in BROKEN.items()}


@settings(max_examples=some(150), deadline=None)
@given(st.sampled_from(NAMES), st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_any_bytes_under_any_name_yield_something(name: str, data: bytes) -> None:
    check(many(name, data))


@settings(max_examples=some(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(REAL), st.data())
def test_damaged_files_yield_something(whole: bytes, draw: st.DataObject) -> None:
    start, length = draw.draw(st.integers(0, len(whole))), draw.draw(st.integers(0, 200))
    check(many("a", whole[:start] + draw.draw(st.binary(max_size=20)) + whole[start + length :]))


def check(found: list[Document | SetAside]) -> None:
    assert found
    for item in found:
        assert isinstance(item, Document) or item.reason in REASONS


def test_gold_texts_are_read_to_the_letter() -> None:
    for item in read([str(GOLD / "*.txt")], SETTINGS):
        assert isinstance(item, Document)
        assert item.path
        told = json.loads(Path(item.path).with_suffix(".json").read_text(encoding="utf-8"))
        assert (item.sha256, item.language) == (told["sha256"], "en")


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, data in (("p.html", page()), ("q.pdf", pdf_bytes()), ("r.txt", TEXT.encode()), ("s.eml", eml_bytes())):
        (tmp_path / "a" / name).write_bytes(data)
    first = list(read([str(tmp_path / "a")], SETTINGS))
    assert list(read([str(tmp_path / "a")], SETTINGS)) == first
    shutil.move(tmp_path / "a", tmp_path / "b")
    moved = list(read([str(tmp_path / "b")], SETTINGS))
    assert [(i.id, i.sha256, i.key) for i in moved if isinstance(i, Document)] == [
        (i.id, i.sha256, i.key) for i in first if isinstance(i, Document)
    ]
    assert len(moved) == 4


def test_offsets_are_of_the_nfc_text() -> None:
    found = many("a.txt", ("Otu\u0308nbayeva met the minister in Kabul. " * 3).encode())[0]
    assert isinstance(found, Document)
    assert found.text.index("met") == len("Otünbayeva ")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(page())))
    (found,) = read_one("-", SETTINGS)
    assert isinstance(found, Document)
    assert (found.path, found.key) == ("-", None)


def test_missing_and_empty(tmp_path: Path) -> None:
    found = [
        item.reason for item in read([str(tmp_path / "none"), str(tmp_path), "no*.such"], SETTINGS) if isinstance(item, SetAside)
    ]
    assert found == ["missing", "empty folder", "missing"]


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def refuse(raw: Raw) -> bytes:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(Raw, "head", property(refuse))
    (found,) = read_one(str(tmp_path / "a.txt"), SETTINGS)
    assert isinstance(found, SetAside)
    assert found.reason == "permission"


def test_a_reader_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbale.sources.pdf._open", lambda data: 1 / 0)
    assert reason("a.pdf", pdf_bytes()) == "reader failed"


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text(TEXT)
    (found,) = read([str(tmp_path)], SETTINGS)
    assert isinstance(found, Document)
    assert str(found.path).endswith("a\ufffd.txt")


def test_fifty_megabytes_of_one_line(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50_000_000)
    (found,) = read_one(str(tmp_path / "a.txt"), Settings())
    assert isinstance(found, SetAside)


def test_importing_is_light() -> None:
    heavy = ["trafilatura", "htmldate", "py3langid", "docx", "pypdfium2", "lxml", "http.client", "spacy"]
    code = f"import sys, verbale.sources; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_public_names() -> None:
    assert verbale.sources.__all__ == sorted(verbale.sources.__all__, key=lambda name: (name.islower(), name))
