from __future__ import annotations

import json
from pathlib import Path

from verbale.record import Record

from .conftest import Verbale


def test_what_was_announced_and_what_became_of_it(verbale: Verbale, told: Record, tmp_path: Path) -> None:
    assert "2023-02-01                unconfirmed" in verbale("calendar", "--on", "2023-03-01").out
    assert "awaited" in verbale("calendar", "--on", "2023-02-10").out
    assert "0% of those due took place" in verbale("calendar", "--shares", "--on", "2023-03-01").out
    assert json.loads(verbale("calendar", "--json").out)["parties"] == ["AFG-AUTH", "RUS"]
    assert verbale("calendar", "--ics", "days.ics").code == 0
    assert (tmp_path / "days.ics").read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
