from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.record import Record

from ..conftest import Verbale as Verbale
from ..engagements.making import coded, event
from ..record.making import make_coded, open_counted


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Record]:
    """A record where the command line looks for it, with one coded document."""
    with open_counted(tmp_path / "verbale.db") as record:
        run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=["pages/"], settings={"workers": 2})
        record.add_coded(make_coded(id="potzel", publisher="UNAMA", published="2023-07-13"), run)
        record.end_run(run, "partial", {"documents": 1, "set_aside": 1})
        yield record


@pytest.fixture
def told(filled: Record) -> Record:
    """Three reports of one meeting, one of another, an announcement."""
    same = [event(key, publicised_by=(side,) if side else ()) for key, side in (("a", "NOR"), ("b", "AFG-AUTH"), ("c", ""))]
    plan = event("p", "RUS Zamir Kabulov", status="planned", date="2023-02-01")
    for each in coded(*same, plan):
        filled.add_coded(each, "run0000")
    return filled
