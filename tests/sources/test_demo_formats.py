"""The tool that writes the demonstration's formats, and the readers that get everything back."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from verbale.model import Document
from verbale.sources import read_one

from .make import SETTINGS, TEXT, tool

MARKDOWN = f"""---
title: "Envoy meets “acting” minister – in Kabul & beyond"
publisher: summary after UNAMA
published: 2023-01-24
url: https://unama.unmissions.org/some-page?id=3
language: en
---

{TEXT}

The envoy’s party met, among others:

- Roza Otunbayeva, who said that it “cannot stand” (her words) <in brackets>;
- José of the café.

{TEXT.replace("Tuesday", "Wednesday, 100% sure")}
"""


@pytest.fixture
def source(tmp_path: Path) -> Document:
    (tmp_path / "d.md").write_text(MARKDOWN, encoding="utf-8")
    return tool.load(tmp_path / "d.md")


@pytest.mark.parametrize("kind", tool.PLAN)
def test_round_trip(kind: str, source: Document, tmp_path: Path) -> None:
    data = tool.WRITERS[kind](source)
    assert data == tool.WRITERS[kind](source)
    (tmp_path / f"d.{kind}").write_bytes(data)
    (found,) = read_one(str(tmp_path / f"d.{kind}"), SETTINGS)
    assert isinstance(found, Document)
    for name in ("id", "title", "publisher", "published", "url", "language", "text", "sha256"):
        assert getattr(found, name) == getattr(source, name), name
    assert found.format == kind


def test_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for i in range(60):
        (tmp_path / f"{i:02}.md").write_text(MARKDOWN.replace("id=3", f"id={i}"), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["tool", str(tmp_path)])
    tool.main()
    kinds = [path.suffix[1:] for path in tmp_path.iterdir()]
    assert {kind: kinds.count(kind) for kind in tool.PLAN} == tool.PLAN
    assert kinds.count("md") == 30


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "d.md").write_text(TEXT)
    with pytest.raises(ValueError, match="title, publisher, published, url"):
        tool.load(tmp_path / "d.md")
