"""A translation that is none: every message between marks, in a language that is written from right to left."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

OPEN, SHUT = "⟦", "⟧"


def pseudo(folder: Path) -> Path:
    """Its file."""
    source = resources.files("verbale.web").joinpath("languages", "messages.pot")
    made = Catalog(locale="fa", fuzzy=False)
    with source.open("rb") as file:
        for message in read_po(file):
            if message.id:
                words = message.id if isinstance(message.id, str) else message.id[1]
                told = f"{OPEN}{words}{SHUT}"
                made.add(message.id, told if isinstance(message.id, str) else (told,) * made.num_plurals)
    path = folder / "fa.po"
    with path.open("wb") as file:
        write_po(file, made)
    return path
