from __future__ import annotations

from pathlib import Path

import pytest

from .corpus import files


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpus."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in files():
        assert not (folder / name).exists(), name
        (folder / name).write_bytes(data)
    return folder
