"""``verbale demo``: the bundled case, from its documents to a brief."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.console import say
from verbale.cli.working import Watch, WorkersOption, in_force


def demo(
    out: Annotated[Path, typer.Option(help="The folder in which it is made.")] = Path("verbale-demo"),
    workers: WorkersOption = None,
) -> None:
    """Code the bundled case and print its brief.

    Example: verbale demo

    The documents are summaries of named public pages, chosen by hand: counts from them say nothing of how often things happen.
    """
    from rich.console import Console

    from verbale.demonstration import NOTICE, demonstrate
    from verbale.terminal.page import page

    say(NOTICE)
    watch = Watch(moving=True)
    made = demonstrate(out, in_force(workers=workers), watch)
    watch.rest()
    Console(highlight=False, markup=False, emoji=False).print(page(made.brief))
    told = f"{made.counts['documents']} documents, {made.counts['events']} events of {made.engagements} acts"
    say(f"\n{NOTICE}\n{told}; wrote")
    for path in made.files:
        say(f"  {path}")
    verbs = "".join(f"\n  verbale {words}" for words in ("engagements", "search recognition", "read documents/NAME"))
    say(f"next: open {made.files[0]} in a browser; or\n  cd {out}{verbs}")
    say("there, too, to look, question and correct in a browser:\n  verbale serve")
    watch.close()
