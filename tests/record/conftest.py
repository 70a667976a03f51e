from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from verbale.record import Record, open_record

from .making import open_counted


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Record]:
    """Empty records, each on a file of its own, copied from one that was made once."""
    folder = tmp_path_factory.mktemp("records")
    open_record(folder / "blank.db").close()
    numbers = itertools.count()

    def copy() -> Record:
        path = folder / f"{next(numbers)}.db"
        shutil.copyfile(folder / "blank.db", path)
        return open_counted(path)

    return copy


@pytest.fixture
def record(fresh: Callable[[], Record]) -> Iterator[Record]:
    with fresh() as record:
        yield record


@pytest.fixture
def path(record: Record) -> Path:
    return Path(record.where)
