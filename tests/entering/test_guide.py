"""The guide of bringing an own table does what it says: every line that a reader types, with what it shows."""

from __future__ import annotations

import shutil
from pathlib import Path

from verbale.entering.checks import CHECKS
from verbale.record.decision import ALLOWED

from ..conftest import Verbale
from ..test_docs import DOCS, walk

GUIDE = DOCS / "guides" / "own-table.md"


def test_every_line_that_a_reader_types_works(verbale: Verbale, tmp_path: Path) -> None:
    shutil.copytree(DOCS / "guides" / "own-table", tmp_path, dirs_exist_ok=True)
    walk(verbale, "guides/own-table.md", tmp_path)


def test_every_check_and_every_action_is_told_of() -> None:
    words = GUIDE.read_text(encoding="utf-8")
    assert all(f"| {check.__name__} |" in words for check in CHECKS)
    assert all(f"`decide {action} " in words for action in ALLOWED if action not in ("add", "code"))
