"""How well the coder reads, in words: what a reader has to expect of every list."""

from __future__ import annotations

from verbale.analysis.scorecard import Card
from verbale.pictures.words import day


def measured(card: Card | None) -> str:
    """When the coder was measured, on what, and what came out; nothing where nobody measured it."""
    if card is None:
        return ""
    found = card.contacts
    return (
        f"Scorecard {'undated' if card.date is None else f'of {day(card.date)}'}, {card.on}: of the contacts that the program "
        f"lists {found.right / found.found:.0%} are right, and it lists {found.right / found.gold:.0%} of those that there are"
        f"{f'; {card.beyond}' if card.beyond else ''}."
    ).replace("%", " %")


def in_short(card: Card | None) -> str:
    """The same as a reader needs it before a line is used."""
    if card is None:
        return ""
    wrong, missed = (round(10 * (1 - card.contacts.right / of)) for of in (card.contacts.found, card.contacts.gold))
    return (
        f"Where the program was measured, about {_of_ten(wrong)} of the contacts that it lists are wrong, "
        f"and it misses about {_of_ten(missed)}{f'; {card.beyond}' if card.beyond else ''}."
    )


def _of_ten(n: int) -> str:
    words = ("none", "one in ten", "two in ten", "three in ten", "four in ten", "half", "six in ten", "seven in ten")
    return words[n] if n < len(words) else f"{n} in ten"
