"""Two accounts of one occasion in a terminal: one line in a list, and the whole card."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table

from verbale.engagements.pairing import Paired
from verbale.pictures.card import Card, later
from verbale.terminal.words import cut, line

_WIDTH = 132


def pair_line(pair: Paired) -> str:
    """One pair of a list: the divergence, what it is about, whose accounts."""
    sides = f"{line(pair.a.side)}, then {line(pair.b.side)}"
    return f"{pair.score:.2f}  {pair.engagement}  {cut(pair.about, 90)}: {sides} {later(pair.days)}".rstrip()


def card_text(card: Card) -> str:
    """The card as lines, the accounts in two columns."""
    table = Table(title=card.title, title_justify="left", expand=True, show_lines=True)
    for head in ("", *card.heads):
        table.add_column(head, ratio=1 if not head else 3, overflow="fold")
    for row in card.rows:
        table.add_row(row.name, "\n".join(map(line, row.a)), "\n".join(map(line, row.b)))
    stream = io.StringIO()
    console = Console(file=stream, width=_WIDTH, highlight=False, markup=False, emoji=False)
    console.print(table)
    for words in (card.divergence, card.note):
        console.print(words)
    return stream.getvalue()
