"""What all tests share: the gold documents, the order of folders, and that none reaches the network (``--disable-socket``)."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from verbale import cli
from verbale.scoring import Gold, load_gold

pytest_plugins = ["tests.examples", "tests.stores"]
ROOT = Path(__file__).parent.parent
BEGUN = time.monotonic()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seconds", type=float, help="skip the tests that have not begun after so many seconds")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One folder after the other, in whichever order they were shuffled: what a folder shares is made once and by few processes."""
    folders = {folder: n for n, folder in enumerate(dict.fromkeys(map(_folder, items)))}
    items.sort(key=lambda item: folders[_folder(item)])


def _folder(item: pytest.Item) -> str:
    return item.nodeid.rpartition("/")[0]


def pytest_runtest_setup(item: pytest.Item) -> None:
    limit = item.config.getoption("--seconds")
    if limit is not None and time.monotonic() - BEGUN > limit:
        pytest.skip("the time was up: make test-all runs it")


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


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Verbale = Callable[..., Ran]


@pytest.fixture
def verbale(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Verbale:
    """The command line as it is called from an empty folder, or from another one that is given."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str, folder: Path = tmp_path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["verbale", *words])
        with contextlib.chdir(folder), pytest.raises(SystemExit) as caught:
            cli.main()
        printed = capsys.readouterr()
        return Ran(int(caught.value.code or 0), printed.out, printed.err)

    return run
