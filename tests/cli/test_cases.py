from __future__ import annotations

import json
import shlex
from pathlib import Path

from .conftest import Verbale


def test_a_new_case_from_its_example_on(verbale: Verbale, tmp_path: Path):
    example = next(line for line in verbale("cases", "--help").out.splitlines() if "Example: " in line)
    ran = verbale(*shlex.split(example.partition("verbale ")[2]))
    assert ran.code == 0 and "wrote cases/niger" in ran.err and (tmp_path / "cases" / "niger" / "pack.toml").is_file()
    assert "niger            NER  own" in verbale("cases").out


def test_elsewhere(verbale: Verbale, tmp_path: Path):
    folder = str(tmp_path / "elsewhere")
    assert verbale("cases", "new", "gabon", "--country", "GAB", "--cases-dir", folder).code == 0
    shown = verbale("cases", "show", "gabon", "--cases-dir", folder).out
    assert shown.startswith("gabon            GAB  own") and "people              1" in shown
    ran = verbale("cases", "check", "gabon", "--cases-dir", folder)
    assert ran.code == 1 and "people.csv:2: this is the example\n  hint: " in ran.out and "faults in gabon" in ran.err
    fault = json.loads(verbale("cases", "check", "gabon", "--cases-dir", folder, "--json").out.splitlines()[0])
    assert set(fault) == {"file", "line", "what", "hint"}


def test_those_that_ship(verbale: Verbale):
    listed = [json.loads(line) for line in verbale("cases", "list", "--json").out.splitlines()]
    assert [each["name"] for each in listed] == ["afghanistan", "myanmar"] and all(each["ships"] for each in listed)
    ran = verbale("cases", "check", "myanmar")
    assert (ran.code, ran.out) == (0, "") and "0 faults" in ran.err


def test_what_makes_no_sense(verbale: Verbale):
    assert verbale("cases", "new", "gabon").code == 2
    assert verbale("cases", "show").code == 2
    assert verbale("cases", "list", "gabon").code == 2
    assert verbale("cases", "show", "gabon").code == 3


def test_every_verb_finds_an_own_case_by_its_name(verbale: Verbale, tmp_path: Path):
    (tmp_path / "verbale.toml").write_text(f'cases_dir = "{tmp_path / "own"}"\ncase = "chad"\n', encoding="utf-8")
    assert verbale("cases", "new", "chad", "--country", "TCD").code == 0
    (tmp_path / "page.txt").write_text(
        "Example Person met António Guterres in N'Djamena on 14 May 2024, he said.", encoding="utf-8"
    )
    event = json.loads(verbale("code", "page.txt").out.splitlines()[0])
    assert {p["actor"] for p in event["participants"]} == {"p.example", "p.guterres"}
    assert "chad" in verbale("doctor").out + verbale("doctor").err
