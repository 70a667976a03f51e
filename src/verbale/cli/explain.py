"""``verbale explain``: why an event is what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.console import RecordOption, opened, put, say
from verbale.cli.working import CaseOption, home_of, in_force
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.coding.coder import Coder
    from verbale.model import Document, Event


def explain(
    event: Annotated[str | None, typer.Argument(help="The event's id, or the beginning of it.", show_default=False)] = None,
    file: Annotated[str | None, typer.Option(help="Explain the events of a document instead of the record's.")] = None,
    record: RecordOption = None,
    case: CaseOption = None,
) -> None:
    """Explain why an event is what it is.

    Example: verbale explain --file page.html

    It shows what people decided of it, the frame, the path to each participant and how each was resolved, what each field rests
    on, and which reading lost.
    """
    from rich.console import Console

    from verbale.coding.coder import Coder
    from verbale.coding.explain import explain as account
    from verbale.terminal.explained import explained

    settings = in_force(case)
    coder = Coder(settings.case, settings)
    found = list(_in_file(coder, file, event or "") if file else _in_record(record, event))
    if not found:
        raise UsageError(f"{file} has no such event", f"see its events with: verbale read {file}")
    terminal = Console(highlight=False, markup=False, emoji=False)
    accounts = [(document, each, decided, account(coder, document, each)) for document, each, decided in found]
    for document, each, decided, why in accounts:
        for line in decided:
            put(line)
        if why:
            terminal.print(explained(why, document.text, home_of(settings.case)))
        elif not decided:
            say(f"{each.id} is an older coder's reading, which this one does not share\n  hint: code it again with: verbale add")
    if not all(decided or why for *_, decided, why in accounts):
        raise typer.Exit(1)


def _in_record(record: str | None, event: str | None) -> Iterator[tuple[Document, Event, list[str]]]:
    if not event:
        raise UsageError("which event is to be explained?", "give an id, or a document: verbale explain --file page.html")
    from verbale.terminal.decisions import decided_of

    with opened(record) as store:
        found = store.event(event)
        yield store.document(found.document.id), found, decided_of(store, found)


def _in_file(coder: Coder, file: str, event: str) -> Iterator[tuple[Document, Event, list[str]]]:
    from verbale.model import Document
    from verbale.sources import read

    for document in read([file], coder.settings):
        if not isinstance(document, Document):
            raise UsageError(f"{file} cannot be read: {document.message}", document.hint)
        yield from ((document, each, []) for each in coder.code(document).events if each.id.startswith(event))
