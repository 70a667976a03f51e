from __future__ import annotations

from pathlib import Path

from verbale.record import open_record
from verbale.settings import load

from .conftest import Verbale


def test_a_folder_is_made_ready_and_the_next_step_named(verbale: Verbale, tmp_path: Path) -> None:
    ran = verbale("init", "minutes")
    assert (ran.code, ran.out) == (0, "")
    assert "next: cd minutes && verbale add PATH..." in ran.err
    assert load(tmp_path / "minutes", {}).case == "afghanistan"
    open_record(tmp_path / "minutes" / "verbale.db", create=False).close()


def test_here_and_with_another_case(verbale: Verbale, tmp_path: Path) -> None:
    ran = verbale("init", "--case", "none")
    assert ran.err.rstrip().endswith("next: verbale add PATH...")
    assert load(tmp_path, {}).case == "none"


def test_a_second_time_keeps_what_is_there(verbale: Verbale, tmp_path: Path) -> None:
    (tmp_path / "verbale.toml").write_text('record = "mine.db"\n')
    assert verbale("init").code == 0
    ran = verbale("init")
    assert ran.code == 0
    assert "stays as it is" in ran.err
    assert (tmp_path / "verbale.toml").read_text() == 'record = "mine.db"\n'
    assert (tmp_path / "mine.db").exists()


def test_an_unknown_case_is_refused_before_anything_is_made(verbale: Verbale, tmp_path: Path) -> None:
    ran = verbale("init", "minutes", "--case", "atlantis")
    assert ran.code == 3
    assert "afghanistan" in ran.err
    assert not (tmp_path / "minutes").exists()
