"""``verbale init``: a folder to work in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import say

_TOML = """\
# Verbale's settings for this folder. Every other setting, with its default: docs/reference/settings.md
record = "verbale.db"
case = "{case}"
"""


def init(
    folder: Annotated[Path, typer.Argument(help="Where to begin; made if it is not there.")] = Path(),
    case: Annotated[str, typer.Option(help="The case pack, or none.")] = "afghanistan",
) -> None:
    """Make a folder ready to work in.

    Example: verbale init minutes --case afghanistan

    Writes verbale.toml and an empty record. What is there already stays as it is.
    """
    from verbale.catalogue import load_world
    from verbale.record import open_record
    from verbale.settings import load

    load_world(case)  # an unknown case is refused before anything is made
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "verbale.toml"
    if settings.exists():
        say(f"{settings} is there already and stays as it is")
    else:
        settings.write_text(_TOML.format(case=case), encoding="utf-8")
        say(f"wrote {settings}")
    where = load(folder).record
    with open_record(where if "://" in where else folder / where) as record:
        say(f"the record {record.where} is ready: {record.counts()['documents']} documents")
    here = "" if folder == Path() else f"cd {folder} && "
    say(f"next: {here}verbale add PATH...")
