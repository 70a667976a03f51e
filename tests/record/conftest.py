"""What the tests of this room share."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.record import Record


@pytest.fixture
def path(record: Record) -> Path:
    if "://" in record.where:
        pytest.skip("about the file of a record")
    return Path(record.where)
