from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from verbale.cli import checks
from verbale.cli.checks import Finding
from verbale.record import Record

from .conftest import Verbale


@pytest.fixture
def no_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading spaCy takes most of the time of these tests; one of them does."""
    monkeypatch.setattr(checks, "pipeline", lambda settings: Finding(name="pipeline", ok=True, words="not looked at"))


def test_all_is_well(verbale: Verbale, filled: Record) -> None:
    ran = verbale("doctor", "--whole")
    assert ran.code == 0, ran.out
    assert "en_core_web_sm" in ran.out
    assert "1 documents" in ran.out
    assert "kept from the net by" in ran.out
    assert "all is well" in ran.err


def test_no_record_is_no_fault(verbale: Verbale, no_pipeline: None) -> None:
    ran = verbale("doctor")
    assert ran.code == 0
    assert "verbale init" in ran.out


def test_what_is_wrong_is_named_with_its_remedy(verbale: Verbale, no_pipeline: None, tmp_path: Path) -> None:
    (tmp_path / "verbale.db").write_text("no database at all")
    (tmp_path / "verbale.toml").write_text('case = "atlantis"')
    ran = verbale("doctor", "--json")
    findings = {finding["name"]: finding for finding in map(json.loads, ran.out.splitlines())}
    assert ran.code == 1
    assert [name for name, finding in findings.items() if not finding["ok"]] == ["case", "record"]
    assert findings["record"]["hint"]
    assert "2 wrong" in ran.err


def test_a_record_changed_behind_our_back_is_found_when_all_of_it_is_read(
    verbale: Verbale, no_pipeline: None, filled: Record
) -> None:
    connection = sqlite3.connect(filled.where)
    connection.execute("UPDATE events SET status = 'denied'")
    connection.commit()
    connection.close()
    assert verbale("doctor").code == 0
    ran = verbale("doctor", "--whole")
    assert ran.code == 1
    assert "has been changed" in ran.out
    assert "hint: bring back a backup" in ran.out
