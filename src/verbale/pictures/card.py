"""Two accounts of one occasion on one page, side by side: as rows, as a page of HTML, as a drawing."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

import msgspec

from verbale.catalogue import labels
from verbale.engagements.accounts import Account
from verbale.engagements.pairing import PARTS, Paired
from verbale.pictures.templates import templates

_WIDTH = 62
"""Characters of a column of the drawing."""
_MOST = 4
"""Passages of a column that are shown; how many more there are is said."""
_LONG = 240
_CODE = re.compile(r"[A-Z0-9]+(-[A-Z]+)?")
# marks that would turn the direction of what follows, and control characters, which XML forbids
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Row(msgspec.Struct, frozen=True):
    """One thing that is compared: its name, what either account has of it."""

    name: str
    a: tuple[str, ...]
    b: tuple[str, ...]


class Card(msgspec.Struct, frozen=True):
    """A card: what it is about, whose accounts, the rows, the divergence, and what to know of it."""

    title: str
    heads: tuple[str, str]
    rows: tuple[Row, ...]
    divergence: str
    note: str


def card(pair: Paired, note: str, home: str | None = None) -> Card:
    """The card of two accounts.

    Args:
        pair: The accounts, compared.
        note: Who read this, a program or people.
        home: The case's country.
    """
    rows = [Row(name, _cleaned(a), _cleaned(b)) for name, a, b in _rows(pair, home) if a or b]
    parts = "; ".join(f"{share:.2f} {PARTS[name]}" for name, share in pair.parts.items())
    return Card(
        title=_clean(f"Two accounts: {pair.about}"),
        heads=(_head(pair.a, home), _head(pair.b, home)),
        rows=tuple(rows),
        divergence=f"Divergence {pair.score:.2f}, the mean of: {parts}" if parts else "Nothing to compare",
        note=note,
    )


def card_html(made: Card) -> str:
    """The card as one page that needs nothing else."""
    return templates("verbale.pictures").get_template("card.html.j2").render(card=made) + "\n"


def card_svg(made: Card) -> str:
    """The card as a drawing."""
    lines: list[tuple[str, str, str]] = [("head", each[0], each[1]) for each in _zipped([made.heads[0]], [made.heads[1]])]
    for row in made.rows:
        lines.append(("name", row.name, ""))
        lines += [("words", a, b) for a, b in _zipped(row.a, row.b)]
    foot = [each for text in (made.divergence, made.note) for each in textwrap.wrap(text, 2 * _WIDTH)]
    return templates("verbale.pictures").get_template("card.svg.j2").render(card=made, lines=lines, foot=foot) + "\n"


def _zipped(a: Iterable[str], b: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The wrapped lines of two columns beside each other."""
    left, right = ([line for each in column for line in textwrap.wrap(each, _WIDTH)] for column in (a, b))
    for n in range(max(len(left), len(right))):
        yield left[n] if n < len(left) else "", right[n] if n < len(right) else ""


def _rows(pair: Paired, home: str | None) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    a, b = pair.a, pair.b
    yield "published", (a.published or "undated",), (f"{b.published or 'undated'} {later(pair.days)}".strip(),)
    topics = pair.splits["topics"]
    yield "topics in this account only", _topics(topics.first), _topics(topics.second)
    yield "topics in both", _topics(topics.both), _topics(topics.both)
    for name in ("asks", "conditions", "offers", "commitments"):
        yield name, _said(getattr(a, name)), _said(getattr(b, name))
    yield "titles used", _titled(a, home), _titled(b, home)
    yield "words for the authority", a.namings, b.namings
    yield "disclaimers", _quoted(a.disclaimers), _quoted(b.disclaimers)
    for name, (mine, theirs) in pair.facts.items():
        head, of, code = name.partition(" of ")
        yield f"{head}{of}{labels.party(code, home) if of else ''}, in conflict", (mine,), (theirs,)
    yield "words", _quoted(a.words), _quoted(b.words)


def _head(account: Account, home: str | None) -> str:
    # a side without a party's code is the publisher itself
    own = _CODE.fullmatch(account.side)
    return _clean(f"{labels.heading(account.side, home)}, in {account.publisher}" if own else account.side)


def later(days: int | None) -> str:
    """By how much the second account came later; nothing where that cannot be told."""
    if days is None:
        return ""
    return f"({days} day{'s' * (days != 1)} later)" if days else "(the same day)"


def _topics(topics: Iterable[str]) -> tuple[str, ...]:
    found = ", ".join(labels.label("topic", each) for each in topics)
    return (found,) if found else ()


def _said(said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    by_words: dict[str, list[str]] = {}
    for topic, words in said:
        by_words.setdefault(words, []).extend([labels.label("topic", topic)] if topic else [])
    return _shown(f"{', '.join(topics)}{': ' if topics else ''}“{_cut(words)}”" for words, topics in by_words.items())


def _titled(account: Account, home: str | None) -> tuple[str, ...]:
    return _shown(f"{labels.heading(party, home)}: “{_cut(title)}”" for party, title in account.titles)


def _quoted(words: Iterable[str]) -> tuple[str, ...]:
    return _shown(f"“{_cut(each)}”" for each in words)


def _shown(values: Iterable[str]) -> tuple[str, ...]:
    found = list(values)
    return (*found[:_MOST], *([f"and {len(found) - _MOST} more"] if len(found) > _MOST else []))


def _cut(words: str) -> str:
    return textwrap.shorten(_clean(words), _LONG, placeholder=" …")


def _cleaned(column: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_clean, column)) or ("nothing",)


def _clean(words: str) -> str:
    return " ".join(_UNSAFE.sub(" ", words).split())
