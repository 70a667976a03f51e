"""By which rules engagements are worked out: a hash of the code and the tables that decide it, so that no old ones pass for new."""

from __future__ import annotations

import functools
import hashlib
from importlib import metadata
from pathlib import Path

from verbale.catalogue.tables import CASES

_CODE = ("engagements", "catalogue", "identities", "coding/themes.py", "record/dates.py", "model.py")
_TABLES = (".csv", ".toml")


@functools.cache
def rules() -> str:
    """The hash."""
    found = hashlib.sha256(metadata.version("rensa").encode())
    for path in (*_code(), *_tables()):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _code() -> list[Path]:
    home = Path(__file__).parent.parent
    named = (home / name for name in _CODE)
    return sorted(path for each in named for path in (each.rglob("*.py") if each.is_dir() else (each,)))


def _tables() -> list[Path]:
    return sorted(path for path in CASES.rglob("*") if path.suffix in _TABLES)
