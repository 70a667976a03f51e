from __future__ import annotations

import json
from pathlib import Path

from verbale.demonstration import NOTICE

from ..test_docs import DOCS
from .conftest import Verbale


def test_the_demonstration_makes_a_record_and_a_brief(verbale: Verbale, tmp_path: Path):
    ran = verbale("demo", "--out", "made")
    assert ran.code == 0 and NOTICE in ran.err and "documents chosen by hand, no sampling frame" in ran.out
    for name in ("brief.md", "brief.html", "ABOUT.txt"):
        assert "documents chosen by hand, no sampling frame" in (tmp_path / "made" / name).read_text(encoding="utf-8")
    assert "made/brief.html" in ran.err and "next:" in ran.err and ran.err.rstrip().endswith("verbale serve")
    events = [json.loads(line) for line in (tmp_path / "made" / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({e["document"]["id"] for e in events}) > 30
    assert all(e["document"]["path"].startswith("made/documents/") for e in events)
    assert all((e["document"]["publisher"] or "").startswith("summary after") for e in events)
    record = str(tmp_path / "made" / "verbale.db")
    several = [line for line in verbale("engagements", "--record", record).out.splitlines() if "2 reports by 2 publishers" in line]
    assert several and verbale("pair", "--record", record).out and verbale("calendar", "--record", record).out
    guide = DOCS / "guides" / "own-table"
    verbale("import", str(guide / "meetings.csv"), "--map", str(guide / "map.toml"), "--record", record)
    beside = [line for line in verbale("engagements", "--record", record).out.splitlines() if "1 of 2 events reviewed" in line]
    assert any("in conflict" in line for line in beside), "an own table stands beside what was coded, also where they differ"
    counts = [len(json.loads(line)["inputs"]) for line in _runs(verbale, tmp_path)]
    assert counts[-1] == 1


def _runs(verbale: Verbale, tmp_path: Path) -> list[str]:
    return verbale("runs", "--record", str(tmp_path / "made" / "verbale.db"), "--json").out.splitlines()
