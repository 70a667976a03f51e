"""Codings of real pages hold no word of them: codes, ISO dates, places in the text, the page's address and who published it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from verbale.scoring.gold import load_gold
from verbale.scoring.wordless import CODES, HEAD

from ..scoring.test_notation import DOHA

ROOT = Path(__file__).parent.parent.parent
TOOL = ROOT / "tools" / "real.py"
REAL = sorted((ROOT / "tests" / "real").glob("*/*.json"))
CODE = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*|[A-Z0-9]{2,}(?:-[A-Z]{3,4})?|\d{4}(?:-\d\d){0,2}")
FREE = {"publisher": re.compile(r"[^\n]{1,80}"), "url": re.compile(r"https?://\S+")}
KNOWN = {*HEAD, "locked", "events", *CODES, "participants", "place", "attribution", "start", "end", "party", "role", "means"}


def words(value: Any, key: str = "") -> list[str]:
    """The strings of a coding that are neither codes nor one of the few fields that may hold more, and names of unknown fields."""
    if isinstance(value, dict):
        strange = [k for k in value if k not in KNOWN and key != "level"]
        return strange + [w for k, v in value.items() for w in words(v, k)]
    if isinstance(value, list):
        return [w for each in value for w in words(each, key)]
    return [value] if isinstance(value, str) and not FREE.get(key, CODE).fullmatch(value) else []


def make(folder: Path, *more: str, texts: Path | None = None) -> subprocess.CompletedProcess[str]:
    pages = folder / "pages.txt"
    pages.write_text("".join(DOHA.replace("envoys-2", f"envoys-{n}") for n in range(8)), encoding="utf-8")
    line = [sys.executable, TOOL, pages, "--texts", texts or folder / "texts", "--real", folder / "real", *more]
    return subprocess.run(line, capture_output=True, text=True)


def test_no_word_of_a_page_is_kept_and_half_is_locked(tmp_path: Path):
    ran = make(tmp_path)
    assert ran.returncode == 0, ran.stderr
    made = sorted((tmp_path / "real").glob("*/*.json"))
    assert len(made) == 8 and 1 < len(list((tmp_path / "real" / "locked").iterdir())) < 7
    for path in made:
        coding = json.loads(path.read_text(encoding="utf-8"))
        assert words(coding) == []
        assert coding["locked"] == (path.parent.name == "locked")
    gold = load_gold(tmp_path / "real" / "open", tmp_path / "texts")
    assert all(d.text and d.events[0]["participants"][1]["name"] == "Amir Khan Muttaqi" for d in gold.documents)


def test_a_second_persons_stand_apart(tmp_path: Path):
    assert make(tmp_path, "--second").stdout.startswith("8 codings")
    assert [p.name for p in (tmp_path / "real").iterdir()] == ["second"]


def test_texts_do_not_enter_the_project(tmp_path: Path):
    ran = make(tmp_path, texts=ROOT / "tests" / "real" / "texts")
    assert ran.returncode == 2 and "no part of it" in ran.stderr and not (ROOT / "tests" / "real" / "texts").exists()


def test_the_check_would_find_words():
    coding = {
        "id": "a-1",
        "events": [{"title": "x", "place": "Doha", "level": {"USA": "envoy"}, "participants": [{"name": "Decker"}]}],
    }
    assert words(coding) == ["title", "Doha", "name", "Decker"]


@pytest.mark.parametrize("path", REAL, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_what_is_kept_holds_no_words(path: Path):
    coding = json.loads(path.read_text(encoding="utf-8"))
    assert words(coding) == [] and coding["sha256"]
