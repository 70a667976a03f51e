"""The guide of bringing an own table does what it says: every line that a reader types, with what it shows."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

from verbale.cli import VERBS
from verbale.entering.checks import CHECKS
from verbale.record.decision import ALLOWED

from ..test_docs import DOCS, VERBALE, steps

GUIDE = DOCS / "guides" / "own-table.md"


def test_every_line_that_a_reader_types_works(tmp_path: Path) -> None:
    shutil.copytree(DOCS / "guides" / "own-table", tmp_path, dirs_exist_ok=True)
    folder = tmp_path
    for line, shown in steps("guides/own-table.md"):
        verb, *words = shlex.split(line, comments=True)
        if verb == "cd":
            folder = folder / words[0]
            continue
        assert verb == "verbale" and words[0] in VERBS
        ran = subprocess.run([VERBALE, *words], cwd=folder, capture_output=True, text=True)
        assert ran.returncode == ("exit code 1" in line), f"{line}\n{ran.stderr}"
        for each in shown:
            assert each in ran.stdout + ran.stderr, line


def test_every_check_and_every_action_is_told_of() -> None:
    words = GUIDE.read_text(encoding="utf-8")
    assert all(f"| {check.__name__} |" in words for check in CHECKS)
    assert all(f"`decide {action} " in words for action in ALLOWED if action != "add")
