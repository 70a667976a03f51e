from __future__ import annotations

import json
from pathlib import Path

from verbale.record import Record

from .conftest import Verbale


def test_two_accounts_are_listed_and_shown(verbale: Verbale, told: Record, tmp_path: Path) -> None:
    ran = verbale("pair")
    assert "NOR" in ran.out and "1 occasion with two accounts" in ran.err
    name = ran.out.split()[1]
    assert "words for the authority" in verbale("pair", name).out or "published" in verbale("pair", name).out
    assert verbale("pair", name, "--format", "svg", "--out", "card.svg").code == 0
    assert (tmp_path / "card.svg").read_text(encoding="utf-8").startswith("<svg")
    assert verbale("pair", name, "NOR", "Paper c", "--format", "html").out.startswith("<!DOCTYPE html>")
    assert json.loads(verbale("pair", name, "--json").out)["a"]["side"] in ("NOR", "AFG-AUTH")
