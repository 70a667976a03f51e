"""What every verb shares: words to stderr, data to stdout, and the record that is in force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from verbale.record import Record

# what could move the cursor, recolour or turn around the reader's terminal: C0, C1, and the marks of direction
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

RecordOption = Annotated[str | None, typer.Option("--record", help="The record; verbale.toml names the default.", metavar="FILE")]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON Lines, for a program.")]


def plain(text: str) -> str:
    """Text from anywhere, unable to steer a terminal."""
    return _CONTROLS.sub("", text)


def say(text: str) -> None:
    """Words for the person at the terminal, on stderr."""
    from rich.console import Console

    Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True).print(plain(text))


def put(text: str) -> None:
    """A line of data, on stdout."""
    typer.echo(plain(text))


def put_json(value: Any) -> None:
    """A value as one line of JSON, on stdout."""
    import msgspec

    typer.echo(msgspec.json.encode(value, enc_hook=str))


def opened(where: str | None) -> Record:
    """The record that an option names, else the one of the settings; it must be there."""
    from verbale.record import open_record
    from verbale.settings import load

    return open_record(where or load().record, create=False)
