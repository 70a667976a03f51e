from __future__ import annotations

import os
from pathlib import Path

import pytest

from verbale.engines.plan import inputs, planned
from verbale.errors import UsageError
from verbale.settings import Settings


def test_large_files_are_shards_by_themselves(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, size in (("a", 10), ("b", 1_500_000), ("c", 10), ("d", 10)):
        (folder / name).write_bytes(b"x" * size)
    plan = planned([str(folder)], tmp_path / "out", Settings(case="none", shard_mb=1))
    assert [[Path(path).name for path in inputs(plan, n)] for n in range(len(plan.inputs))] == [["a"], ["b"], ["c", "d"]]


def test_names_of_any_bytes_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in (b"caf\xe9", "café %20".encode()):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).touch()
    plan = planned([str(folder)], tmp_path / "out", Settings(case="none"))
    assert {os.fsencode(Path(path).name) for path in inputs(plan, 0)} == {b"caf\xe9", "café %20".encode()}
    assert planned([str(folder)], tmp_path / "out", Settings(case="none", workers=7)).inputs == plan.inputs


def test_links_out_of_the_folder_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret").touch()
    (folder / "link").symlink_to(tmp_path / "secret")
    plan = planned([str(folder)], tmp_path / "out", Settings(case="none"))
    assert plan.inputs == () and [each.reason for each in plan.aside] == ["leads outside"]


def test_another_run_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    planned([str(tmp_path / "a")], tmp_path / "out", Settings(case="none"))
    with pytest.raises(UsageError, match="other settings"):
        planned([str(tmp_path / "a")], tmp_path / "out", Settings(case="none", max_text_chars=9))
