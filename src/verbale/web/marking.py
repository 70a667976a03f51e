"""Words marked in a text: spans of any number, overlapping or not, as pieces that follow each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from verbale.model import Event


class Mark(msgspec.Struct, frozen=True):
    """A span with the kind of thing that it tells (``evidence``, ``who``, ``date``, ...), its label, and whose it is."""

    start: int
    end: int
    kind: str
    label: str
    event: str = ""


class Piece(msgspec.Struct, frozen=True):
    """A run of text under the same marks; ``begins`` are those that start with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()


_FIELDS = {
    "date": "when",
    "place": "where",
    "place_country": "where",
    "status": "status",
    "channel": "setting",
    "venue": "setting",
    "visibility": "setting",
    "format": "setting",
    "topics": "topic",
}


def marks(event: Event) -> tuple[Mark, ...]:
    """Every span that an event was read from, with the field that it tells."""
    found = [Mark(each.start, each.end, "evidence", "words", event.id) for each in event.evidence]
    found += [Mark(each.start, each.end, "who", each.role, event.id) for each in event.participants]
    found += [Mark(each.start, each.end, "said", each.kind, event.id) for each in event.said]
    found += [Mark(each.start, each.end, "naming", "named", event.id) for each in event.naming]
    found += [Mark(each.start, each.end, "cites", "cites", event.id) for each in event.instruments]
    for name, basis in event.basis.items():
        if basis.start is not None and basis.end is not None:
            found.append(Mark(basis.start, basis.end, _FIELDS.get(name, "setting"), name.replace("_", " "), event.id))
    return tuple(found)


def pieces(text: str, given: Iterable[Mark], start: int = 0, end: int | None = None) -> tuple[Piece, ...]:
    """A stretch of text cut wherever a mark begins or ends.

    Args:
        text: The whole text; offsets are its code points.
        given: The marks; those outside the stretch are left out.
        start: Where the stretch begins.
        end: Where it ends; the text's end, if left out.
    """
    stop = len(text) if end is None else min(end, len(text))
    inside = [mark for mark in given if mark.start < stop and mark.end > start and mark.start < mark.end]
    return tuple(_cut(text, inside, _bounds(inside, start, stop)))


def paragraphs(made: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Pieces by paragraph: an empty line parts two, and a mark goes on across it."""
    found: list[list[Piece]] = [[]]
    for piece in made:
        for n, part in enumerate(piece.text.split("\n\n")):
            if n:
                found.append([])
            if part.strip() or (part and found[-1]):
                found[-1].append(Piece(part, piece.marks, piece.begins if not n else ()))
    return tuple(tuple(each) for each in found if any(piece.text.strip() for piece in each))


def _bounds(inside: Iterable[Mark], start: int, stop: int) -> list[int]:
    cuts = {start, stop}
    for mark in inside:
        cuts |= {max(mark.start, start), min(mark.end, stop)}
    return sorted(cuts)


def _cut(text: str, inside: Sequence[Mark], bounds: Sequence[int]) -> Iterator[Piece]:
    # a sweep over sorted marks: a page with thousands of marks must not take a square of their number
    waiting = sorted(inside, key=lambda mark: mark.start, reverse=True)
    opened: list[Mark] = []
    for at, until in itertools.pairwise(bounds):
        opened = [mark for mark in opened if mark.end > at]
        begun: list[Mark] = []
        while waiting and waiting[-1].start <= at:
            begun.append(waiting.pop())
        opened += begun
        yield Piece(text[at:until], tuple(opened), tuple(begun))
