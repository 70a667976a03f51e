"""A translation that is none: every message between marks, in a language that is written from right to left."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from babel.messages.pofile import read_po, write_po

OPEN, SHUT = "⟦", "⟧"


def pseudo(folder: Path) -> Path:
    """Its file."""
    source = resources.files("verbale.web").joinpath("languages", "messages.pot")
    with source.open("rb") as file:
        made = read_po(file, locale="fa")
    made.fuzzy = False
    for message in made:
        if message.id:
            words = message.id if isinstance(message.id, str) else message.id[1]
            told = f"{OPEN}{words}{SHUT}"
            message.string = told if isinstance(message.id, str) else (told,) * 2
    path = folder / "fa.po"
    with path.open("wb") as file:
        write_po(file, made)
    return path
