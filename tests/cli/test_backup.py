from __future__ import annotations

from pathlib import Path

from verbale.record import Record

from .conftest import Verbale


def test_a_backup_and_its_way_back(verbale: Verbale, filled: Record, tmp_path: Path) -> None:
    ran = verbale("backup", "monday.db")
    assert ran.code == 0 and ran.out == f"0 {filled.head().hash}\n"
    assert verbale("backup", "monday.db").code == 2
    back = verbale("restore", "monday.db", "--record", "again.db")
    assert (back.code, back.out) == (0, ran.out)
    assert verbale("search", "Potzel", "--record", "again.db").out == verbale("search", "Potzel").out
    assert verbale("restore", "monday.db").code == 2
    filled.close()
    ran = verbale("restore", "monday.db", "--replace")
    assert ran.code == 0 and "verbale.db.before-1" in ran.err
    assert (tmp_path / "verbale.db.before-1").is_file()
