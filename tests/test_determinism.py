"""The same inputs give the same bytes, whatever the machine, the order of the files or the number of processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from verbale.scoring import Gold

VERBALE = Path(sys.executable).with_name("verbale")
ONE = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}
OTHER = {"PYTHONHASHSEED": "4242", "TZ": "Asia/Kabul", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"}
DOCUMENTS = 9
"""As many as it takes for processes to be started."""


@pytest.fixture(scope="module")
def pages(gold: Gold) -> dict[str, str]:
    short = sorted((g.text or "", g.key) for g in gold.documents if g.case == "afghanistan")
    return {f"{key}.txt": text for text, key in sorted(short, key=lambda pair: len(pair[0]))[:DOCUMENTS]}


def write(folder: Path, pages: dict[str, str], names: list[str]) -> Path:
    """A folder whose files were made in the order of ``names``."""
    (folder / "pages").mkdir(parents=True)
    for name in names:
        (folder / "pages" / name).write_text(pages[name], encoding="utf-8")
    return folder


def run(folder: Path, env: dict[str, str], *words: str) -> bytes:
    kept = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LANG", "LANGUAGE")}
    ran = subprocess.run([VERBALE, *words], cwd=folder, env=kept | env, capture_output=True)
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout


@pytest.fixture(scope="module")
def coded(tmp_path_factory, pages):
    """What a run over all pages prints."""
    folder = write(tmp_path_factory.mktemp("coded"), pages, sorted(pages))
    return run(folder, ONE, "code", "pages", "--workers", "1")


def test_two_runs_give_the_same_bytes(tmp_path, pages, coded):
    names = sorted(pages)[::-1]
    assert coded.count(b"\n") > DOCUMENTS
    assert coded == run(write(tmp_path, pages, names), OTHER, "code", *(f"pages/{name}" for name in names), "--workers", "3")


def test_few_documents_give_the_same_bytes_as_many(tmp_path, pages, coded):
    """Few are coded in the process at hand, many in others."""
    folder = write(tmp_path, pages, sorted(pages))
    first, last = sorted(pages)[:4], sorted(pages)[4:]
    assert b"".join(run(folder, OTHER, "code", *(f"pages/{name}" for name in part)) for part in (first, last)) == coded


def test_records_in_any_order_give_the_same_brief(tmp_path, pages):
    names = sorted(pages)[:3]
    one, other = write(tmp_path / "one", pages, names), write(tmp_path / "other", pages, names)
    run(one, ONE, "add", "pages")
    run(other, OTHER, "add", f"pages/{names[2]}")
    run(other, OTHER, "add", *(f"pages/{name}" for name in names[:2]))
    assert run(one, ONE, "brief", "--format", "html") == run(other, OTHER, "brief", "--format", "html")
