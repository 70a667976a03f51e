from __future__ import annotations

from pathlib import Path

import pytest

from verbale.record import open_record

from .conftest import Verbale
from .test_read import PAGE


@pytest.fixture
def added(verbale: Verbale, tmp_path: Path) -> str:
    """The id of the meeting in a record."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    verbale("add", "page.txt")
    with open_record(tmp_path / "verbale.db", create=False) as record:
        return next(e.id for e in record.events(type="CONSULT"))


def test_an_event_of_the_record(verbale: Verbale, added: str):
    ran = verbale("explain", added[:6])
    assert ran.code == 0 and added in ran.out
    for word in ("frame", "trigger", "path", "governor", "source", "target", "confidence", "“met”"):
        assert word in ran.out


def test_the_example_of_the_help(verbale: Verbale, tmp_path: Path):
    (tmp_path / "page.html").write_text(f"<html><body><article><p>{PAGE}</p></article></body></html>", encoding="utf-8")
    assert "CONSULT meet" in verbale("explain", "--file", "page.html").out


def test_an_unknown_event_is_refused(verbale: Verbale, added: str):
    assert verbale("explain", "zzzz").code == 2
    assert verbale("explain", "zzzz", "--file", "page.txt").code == 2
    assert verbale("explain").code == 2


def test_an_older_coders_reading_is_told(verbale: Verbale, filled):
    event = next(filled.events())
    ran = verbale("explain", event.id[:8])
    assert ran.code == 1 and "older" in ran.err
