"""``verbale pair``: two accounts of one occasion, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from verbale.cli.console import JsonOption, RecordOption, opened, put, put_json, say
from verbale.cli.working import CaseOption, home_of, in_force, output


def pair(
    which: Annotated[str | None, typer.Argument(help="An engagement; without one, all that have two accounts.")] = None,
    sides: Annotated[list[str] | None, typer.Argument(help="Two of its sides, publishers or documents.")] = None,
    form: Annotated[Literal["text", "html", "svg"], typer.Option("--format", help="For a terminal, a page, a drawing.")] = "text",
    out: Annotated[Path | None, typer.Option(help="Where the card goes; stdout otherwise.")] = None,
    record: RecordOption = None,
    case: CaseOption = None,
    json: JsonOption = False,
) -> None:
    """Show what two sides make of one occasion, or list the occasions that have two accounts.

    Example: verbale pair

    "pair ID" takes the accounts of the parties before those of others; "pair ID NOR AFG-AUTH" names them. The divergence is a
    mean of shares, each shown; it compares what a program or people read, and is no measure of who is right.
    """
    from verbale import engagements as room
    from verbale.engagements.pairing import of_engagement, pairable
    from verbale.pictures.card import card, card_html, card_svg
    from verbale.terminal.card import card_text, pair_line
    from verbale.terminal.engagement import reviewed

    home = home_of(in_force(case).case)
    with opened(record) as store:
        found = room.of_record(store)
        if which is None:
            pairs = pairable(found, store)
            for each in pairs:
                put_json(each) if json else put(pair_line(each))
            say(f"{len(pairs)} {'occasion' if len(pairs) == 1 else 'occasions'} with two accounts")
            return
        one = room.found(found, which, store.minted())
        made = of_engagement(one, store, sides or ())
    drawn = card(made, f"{one.id}, read by a program: {reviewed(one.events)}.", home)
    page = {"text": card_text, "html": card_html, "svg": card_svg}[form](drawn)
    with output(out) as stream:
        stream.write(page) if not json else put_json(made)
    if out:
        say(f"wrote {out}")
