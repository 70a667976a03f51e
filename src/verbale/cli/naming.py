"""What the verbs share by which a person decides or enters: whose it is, why, and from which source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.settings import Settings

ByOption = Annotated[str | None, typer.Option("--by", help="Whose it is, a pseudonym will do; verbale.toml names the default.")]
WhyOption = Annotated[str, typer.Option("--why", help="The reason, in words.")]
LinkOption = Annotated[list[str] | None, typer.Option("--link", help="An address that it rests on; may be given again.")]


def named(by: str | None, settings: Settings) -> str:
    """The person who decides.

    Raises:
        UsageError: Nobody is named.
    """
    name = (by or settings.reviewer).strip()
    if not name:
        raise UsageError("whose decision is it?", 'name yourself with --by, or once for all in verbale.toml: reviewer = "anna"')
    return name
