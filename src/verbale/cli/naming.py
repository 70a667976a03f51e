"""What the verbs share by which a person decides or enters: whose it is, why, from which source, and in which record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from verbale.cli.console import JsonOption, RecordOption
from verbale.cli.working import CaseOption
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.settings import Settings

ByOption = Annotated[str | None, typer.Option("--by", help="Whose it is, a pseudonym will do; verbale.toml names the default.")]


class Signed(NamedTuple):
    """The options of what a person decides or enters."""

    by: ByOption = None
    why: Annotated[str, typer.Option("--why", help="The reason, in words.")] = ""
    link: Annotated[list[str] | None, typer.Option("--link", help="An address that it rests on; may be given again.")] = None
    record: RecordOption = None
    case: CaseOption = None
    json: JsonOption = False


def named(by: str | None, settings: Settings) -> str:
    """The person who decides.

    Raises:
        UsageError: Nobody is named.
    """
    name = (by or settings.reviewer).strip()
    if not name:
        raise UsageError("whose decision is it?", 'name yourself with --by, or once for all in verbale.toml: reviewer = "anna"')
    return name
