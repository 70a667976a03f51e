"""``verbale search``: documents by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say

if TYPE_CHECKING:
    from verbale.record import Hit


def search(
    query: Annotated[list[str], typer.Argument(help="Words. Those in quotes stand together; diplom* begins so.")],
    limit: Annotated[int, typer.Option(min=1, help="How many documents at most.")] = 20,
    record: RecordOption = None,
    json: JsonOption = False,
) -> None:
    """Find documents in the record by their words.

    Example: verbale search minister Doha --limit 5

    The best come first; words in the evidence of an event count for more. The words that were found stand in brackets.
    """
    from verbale.record import search as find

    with opened(record) as store:
        hits = find(store, " ".join(query), limit)
    for hit in hits:
        if json:
            put_json(hit)
        else:
            _show(hit)
    if not hits:
        say("no document in the record has these words")


def _show(hit: Hit) -> None:
    head = (hit.published or "undated", hit.publisher, hit.title or hit.document)
    put("  ".join(part for part in head if part))
    put(f"    {_marked(hit)}")
    put(f"    document {hit.document}" + (f"; events {', '.join(hit.events)}" if hit.events else ""))


def _marked(hit: Hit) -> str:
    """The snippet, its words in brackets: colour alone would be lost in a file or to some eyes."""
    words, last = "", 0
    for mark in hit.marks:
        words += f"{hit.snippet[last : mark.start]}[{hit.snippet[mark.start : mark.end]}]"
        last = mark.end
    return words + hit.snippet[last:]
