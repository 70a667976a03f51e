"""What the verbs share that write a page: from what it is made, in which format, and where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.console import say
from verbale.cli.working import output
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.brief import Material
    from verbale.brief.page import Brief
    from verbale.record import Record
    from verbale.settings import Settings

FormatOption = Annotated[
    str | None,
    typer.Option("--format", help="md, html, pdf or docx; where left out, as the file is named, else md.", show_default=False),
]
OutOption = Annotated[Path | None, typer.Option("--out", help="Where it goes; stdout otherwise, for what is text.", metavar="FILE")]
SinceOption = Annotated[str | None, typer.Option("--since", help="From that day or month on.", metavar="DATE", show_default=False)]


def gathered(store: Record, settings: Settings, since: str | None, until: str | None = None) -> Material:
    """All that a page is made from, with the sampling frame and the scorecard of the settings."""
    from verbale.adding import unread
    from verbale.analysis.sampling import load_frame
    from verbale.analysis.scorecard import card
    from verbale.brief import material
    from verbale.engagements import of_record

    engaged = of_record(store)
    return material(
        store.codings(event for each in engaged for event in each.events),
        settings.case,
        unread(store),
        engaged=engaged,
        frame=load_frame(Path(settings.frame)) if settings.frame else None,
        since=since,
        until=until,
        card=card(Path(settings.scorecard) if settings.scorecard else None),
    )


def form_of(form: str | None, out: Path | None, name: str) -> str:
    """The format that is asked for, checked before anything is read.

    Raises:
        UsageError: There is no such format, or it is no text and nothing says where it goes.
    """
    from verbale.brief.writers import FORMS, TEXTS

    suffix = out.suffix.removeprefix(".") if out else ""
    chosen = form or (suffix if suffix in FORMS else "md")
    if chosen not in FORMS:
        raise UsageError(f"there is no format named {chosen}", f"one of: {', '.join(FORMS)}")
    if out is None and chosen not in TEXTS:
        raise UsageError(f"{chosen} is no text", f"say where it goes: --out {name}.{chosen}")
    return chosen


def put_page(page: Brief, form: str, out: Path | None) -> None:
    """Write a page in a format to a file or, where it is text, to stdout."""
    from verbale.brief import write

    content = write(page, form)
    with output(out) as stream:
        if out is None:
            stream.write(content.decode())
        else:
            stream.buffer.write(content)
    if out:
        say(f"wrote {out}")
