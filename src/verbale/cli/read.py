"""``verbale read``: one document's events in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.console import JsonOption, put_json
from verbale.cli.working import CaseOption, Watch, home_of, in_force

if TYPE_CHECKING:
    from verbale.model import Coded


def read(
    file: Annotated[str, typer.Argument(help="A file, an address, or - for standard input.")],
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Show who engages whom in one document.

    Example: verbale read page.html

    The words that report an event stand between » and «. Events are grouped by who acts; incomplete ones stand apart.
    """
    from verbale.engines import code_documents
    from verbale.model import SetAside
    from verbale.sources import read as read_sources

    settings = in_force(case)
    watch = Watch()
    for found in code_documents(read_sources([file], settings), settings.case, settings):
        watch(found)
        if isinstance(found, SetAside):
            continue
        if json:
            put_json(_values(found))
        else:
            _show(found, home_of(settings.case))
    watch.close()


def _show(coded: Coded, home: str | None) -> None:
    from rich.console import Console

    from verbale.terminal.reading import reading

    Console(highlight=False, markup=False, emoji=False).print(reading(coded, home))


def _values(coded: Coded) -> dict[str, object]:
    from verbale.record.exports.jsonl import shape

    return {
        "document": coded.document,
        "events": [shape(event) for event in coded.events],
        "mentions": coded.mentions,
        "claims": coded.claims,
        "skipped": coded.skipped,
        "coder": coded.coder,
    }
