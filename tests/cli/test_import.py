from __future__ import annotations

import json
from pathlib import Path

from ..entering.making import ROW, map_file, table
from .conftest import Verbale


def test_a_table_enters_and_is_checked(verbale: Verbale, tmp_path: Path) -> None:
    verbale("init")
    words = ("import", str(table(tmp_path, ROW, "2,in spring,A B,NOR,C D,AFG-WOM,,,,")), "--map", str(map_file(tmp_path)))
    dry = verbale(*words, "--dry-run")
    assert dry.code == 1
    assert "CHECK  dates          1 row set aside: the date cannot be told (row 3)" in dry.out
    assert "set aside" in dry.err and "list.csv:3: “in spring” is no date" in dry.err
    assert "verbale add PATH" in verbale("runs").err
    ran = verbale(*words, "--json")
    assert {json.loads(line)["name"] for line in ran.out.splitlines()} >= {"dates", "evidence"}
    assert ran.err.endswith("1 entered, 0 confirmed, 0 known, 1 set aside, 1 row\n")
    assert "import    partial" in verbale("runs").out
    assert "one contact" in verbale("brief").out.casefold()


def test_a_table_that_is_not_there_is_a_usage_error(verbale: Verbale, tmp_path: Path) -> None:
    verbale("init")
    assert verbale("import", "none.csv", "--map", str(map_file(tmp_path))).code == 2
    assert verbale("import", str(table(tmp_path, ROW)), "--map", "none.toml").code == 2
