from __future__ import annotations

import json
from pathlib import Path

from verbale.demonstration import NOTICE

from .conftest import Verbale


def test_the_demonstration_makes_a_record_and_a_brief(verbale: Verbale, tmp_path: Path):
    ran = verbale("demo", "--out", "made")
    assert ran.code == 0 and NOTICE in ran.err and "documents chosen by hand, no sampling frame" in ran.out
    for name in ("brief.md", "brief.html", "ABOUT.txt"):
        assert "documents chosen by hand, no sampling frame" in (tmp_path / "made" / name).read_text(encoding="utf-8")
    assert "made/brief.html" in ran.err and "next:" in ran.err
    events = [json.loads(line) for line in (tmp_path / "made" / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({e["document"]["id"] for e in events}) > 30
    assert all(e["document"]["path"].startswith("made/documents/") for e in events)
    assert all((e["document"]["publisher"] or "").startswith("summary after") for e in events)
    counts = [len(json.loads(line)["inputs"]) for line in _runs(verbale, tmp_path)]
    assert counts == [1]


def _runs(verbale: Verbale, tmp_path: Path) -> list[str]:
    return verbale("runs", "--record", str(tmp_path / "made" / "verbale.db"), "--json").out.splitlines()
