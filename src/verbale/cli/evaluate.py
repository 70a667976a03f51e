"""``verbale evaluate``: how well documents that people coded are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.console import JsonOption, put_json, say
from verbale.cli.working import WorkersOption, in_force, output

if TYPE_CHECKING:
    from verbale.scoring import Found, Gold, Scorecard
    from verbale.settings import Settings


def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder of ID.json, one of these, or a .txt in the notation.", metavar="GOLD")],
    texts: Annotated[Path | None, typer.Option(help="A folder of ID.txt, for codings without words.", metavar="DIR")] = None,
    events: Annotated[Path | None, typer.Option(help="Measure these events instead of coding anew.", metavar="FILE")] = None,
    second: Annotated[
        Path | None, typer.Option(help="Measure a second person's coding, and how far the two agree.", metavar="GOLD")
    ] = None,
    locked: Annotated[bool, typer.Option("--locked", help="Figures over all documents only.")] = False,
    ablate: Annotated[bool, typer.Option("--ablate", help="Read again with each stage switched off.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List single documents, and each error with its words.")] = False,
    frames: Annotated[bool, typer.Option("--frames", help="List how often each frame fires, and how rightly.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write the scorecard as one HTML page, too.", metavar="FILE")] = None,
    json: JsonOption = False,
    workers: WorkersOption = None,
) -> None:
    """Measure how well documents that people coded are read.

    Example: verbale evaluate gold/ --html scorecard.html

    Shows precision, recall and F1 of acts, dyads, fields and facets, with intervals, what was missed and invented, and whether
    confidence means what it says. Each document is read under its own case. Nothing but totals is told of documents that are
    locked. Exit code 1 where a figure is below its floor.
    """
    from rich.console import Console

    from verbale.brief.html import html as page
    from verbale.scoring import compose, load_gold
    from verbale.scoring import evaluate as measure
    from verbale.terminal.page import page as shown

    coded = load_gold(gold, texts)
    settings = in_force(workers=workers)
    found = _found(coded, events, second, texts, settings, ablate)
    card = measure(coded, found, aggregate=locked, second=second is not None)
    if html:
        with output(html) as stream:
            stream.write(page(compose(card, frames=frames)))
    if json:
        put_json(card)
    else:
        Console(highlight=False, markup=False, emoji=False).print(shown(compose(card, single=errors, frames=frames)))
    _close(card)


def _found(gold: Gold, events: Path | None, second: Path | None, texts: Path | None, settings: Settings, ablate: bool) -> Found:
    from verbale.scoring import by_coder, by_file, by_person, load_gold

    if events:
        return by_file(events, gold)
    return by_person(load_gold(second, texts)) if second else by_coder(gold, settings, ablate=ablate)


def _close(card: Scorecard) -> None:
    lost = [f for f in card.floors if not f.holds]
    for floor in lost:
        say(f"{floor.figure} of the {floor.documents} documents is {floor.reached:.3f}, below its floor of {floor.floor:.3f}")
    if lost:
        raise typer.Exit(1)
