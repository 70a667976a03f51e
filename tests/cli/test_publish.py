from __future__ import annotations

from pathlib import Path

from verbale.record import Record

from .conftest import Verbale


def test_a_site_is_written_and_says_what_it_withholds(verbale: Verbale, filled: Record, tmp_path: Path) -> None:
    ran = verbale("publish", "site", "--machine-read")
    assert (ran.code, ran.out) == (0, "site/index.html\n")
    assert "Names of people that are withheld" in ran.err or "Acts that nobody reviewed" in ran.err
    assert (tmp_path / "site" / "manifest.json").is_file()
    assert verbale("publish", "site", "--machine-read").code == 0


def test_unreviewed_acts_stay_at_home(verbale: Verbale, filled: Record) -> None:
    assert "nothing was reviewed as yet" in verbale("publish", "site").err


def test_a_takedown_that_cannot_be_read_stops_it(verbale: Verbale, filled: Record, tmp_path: Path) -> None:
    assert verbale("publish", "site", "--takedown", "none.txt").code == 2
    assert not (tmp_path / "site").exists()
