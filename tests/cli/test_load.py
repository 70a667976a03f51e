from __future__ import annotations

from pathlib import Path

import pytest

from verbale.record import check, open_record

from .conftest import Verbale
from .test_read import PAGE

pytest.importorskip("pyarrow", reason="shards are written by an extra")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in (12, 14):
        (folder / f"{number}.txt").write_text(PAGE.replace("12 July", f"{number} July"), encoding="utf-8")
    return folder


def test_the_example_of_the_help(verbale: Verbale, pages: Path) -> None:
    ran = verbale("code", "pages", "--shards", "shards", "--workers", "1")
    assert ran.code == 0 and "verbale load shards" in ran.err and not ran.out, ran.err
    assert "2 documents loaded, 2 new or changed" in verbale("load", "shards/").err
    assert "2 documents loaded, 0 new or changed" in verbale("load", "shards/").err
    with open_record("verbale.db") as loaded:
        assert check(loaded) == ()
        events = list(loaded.events())
    verbale("add", "pages", "--record", "other.db")
    with open_record("other.db") as added:
        told = [(e.id, e.type, e.participants) for e in added.events()]
    # they differ in nothing but how the paths were written
    assert [(e.id, e.type, e.participants) for e in events] == told


def test_a_folder_holds_one_run(verbale: Verbale, pages: Path) -> None:
    verbale("code", "pages", "--shards", "shards", "--workers", "1")
    assert "another run: other inputs" in verbale("code", "pages/12.txt", "--shards", "shards").err
    assert "another case" in verbale("code", "pages", "--shards", "shards", "--case", "none").err


def test_a_shard_that_was_changed_is_refused(verbale: Verbale, pages: Path, tmp_path: Path) -> None:
    verbale("code", "pages", "--shards", "shards", "--workers", "1")
    shard = tmp_path / "shards" / "part-00000.parquet"
    shard.write_bytes(shard.read_bytes() + b"x")
    ran = verbale("load", "shards")
    assert ran.code == 3 and "not what its receipt says" in ran.err
    (tmp_path / "shards" / "part-00000.receipt.json").unlink()
    assert "1 of 1 shards in shards are not done" in verbale("load", "shards").err
    assert verbale("load", "shards", "--part").code == 0


def test_usage(verbale: Verbale, pages: Path) -> None:
    assert verbale("code", "pages", "--engine", "spark").code == 2
    assert verbale("code", "-", "--shards", "shards").code == 2
    assert "there are no shards" in verbale("load", "nowhere").err
