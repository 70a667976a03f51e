"""What the verbs that code share: the settings with their options, progress, what was set aside, where data goes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from verbale.cli.console import say

if TYPE_CHECKING:
    from verbale.model import Coded, SetAside
    from verbale.settings import Settings

_EVERY = 100

CaseOption = Annotated[
    str | None, typer.Option("--case", help="The case pack, a folder with one, or none; verbale.toml names the default.")
]
LanguageOption = Annotated[
    str, typer.Option("--language", help="In which the pages speak: a code, or a file of a translation.", metavar="CODE")
]
WorkersOption = Annotated[int | None, typer.Option("--workers", min=0, help="Processes that code; 0 means one a core.")]


def in_force(case: str | None = None, workers: int | None = None) -> Settings:
    """The settings of this folder, overruled by options that were given; the log that they name is begun."""
    import msgspec

    from verbale.catalogue.tables import located
    from verbale.logs import begin
    from verbale.settings import load

    given = {"case": case, "workers": workers}
    settings = msgspec.structs.replace(load(), **{name: value for name, value in given.items() if value is not None})
    begin(settings.log)
    return msgspec.structs.replace(settings, case=located(settings.case, settings.cases_dir))


def home_of(case: str) -> str | None:
    """The country of a case."""
    from verbale.catalogue import tables

    return tables.pack_of(case).get("country")


@contextmanager
def output(path: Path | None) -> Iterator[TextIO]:
    """Where data goes: a file that is there only once it is whole, or stdout."""
    if path is None:
        yield sys.stdout
        return
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


class Watch:
    """Counts what was done, says how far it is, and names at once what is set aside."""

    def __init__(self, moving: bool = False) -> None:
        """Begin at nothing; ``moving`` where nothing else is written to the terminal meanwhile."""
        self.done = self.events = self.aside = 0
        self._moving = moving and sys.stderr.isatty()

    def __call__(self, found: Coded | SetAside) -> None:
        """Take note of one reading, or of an input that could not be read."""
        from verbale.logs import note, warn
        from verbale.model import SetAside

        self.done += 1
        if isinstance(found, SetAside):
            self.aside += 1
            warn("set_aside", reason=found.reason)
            self.rest()
            say(f"set aside {found.path}: {found.message}\n  hint: {found.hint}")
        else:
            self.events += len(found.events)
        if self.done % _EVERY == 0:
            note("reached", documents=self.done - self.aside, events=self.events, set_aside=self.aside)
        told = f"{self.done} documents, {self.events} events"
        if self._moving:
            typer.echo(f"\r{told}", err=True, nl=False)
        elif self.done % _EVERY == 0:
            say(told)

    def rest(self) -> None:
        """Take the moving line away, for other words."""
        if self._moving:
            typer.echo("\r\x1b[K", err=True, nl=False)

    def close(self) -> None:
        """Note the end, and leave with 1 where something was set aside."""
        from verbale.logs import note

        note("ended", documents=self.done - self.aside, events=self.events, set_aside=self.aside)
        if self.aside:
            raise typer.Exit(1)
