"""The guide of counting does what it says: every line that a reader types, every figure, every rule."""

from __future__ import annotations

import doctest
import shutil
from pathlib import Path

from verbale.engagements.counting import CONFERENCES, READINGS, UNITS, VIEWS

from ..conftest import Verbale
from ..test_docs import DOCS, walk

GUIDE = DOCS / "guides" / "counting.md"


def test_every_line_that_a_reader_types_works(verbale: Verbale, tmp_path: Path) -> None:
    shutil.copytree(DOCS / "guides" / "counting", tmp_path, dirs_exist_ok=True)
    walk(verbale, "guides/counting.md", tmp_path)


def test_every_figure_of_the_worked_example_is_computed() -> None:
    tried = doctest.testfile(str(GUIDE), module_relative=False)
    assert tried.attempted > 3 and tried.failed == 0


def test_every_word_of_a_rule_is_told_of() -> None:
    words = GUIDE.read_text(encoding="utf-8")
    assert all(f"`{word}`" in words for of in (UNITS, CONFERENCES, VIEWS, READINGS) for word in of)
