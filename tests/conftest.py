"""What all tests share: the gold documents, and the rule that no test reaches the network (``--disable-socket``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.scoring import Gold, load_gold

pytest_plugins = ["tests.stores"]
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def gold() -> Gold:
    """The gold documents: invented, coded by hand, for tests only."""
    return load_gold(ROOT / "tests" / "gold")


@pytest.fixture
def op_ed() -> str:
    """The address of the column that the program was made to read; it lies beside the project and not in it."""
    path = ROOT.parent / "shared" / "mission" / "op-ed.txt"
    if not path.is_file():
        pytest.skip("the column lies beside the project, and not here")
    return str(path)
