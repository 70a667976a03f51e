"""Where contact took place by its own words: a city after "in", whatever else the program made of its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from verbale.catalogue import tables
from verbale.catalogue.places import countries
from verbale.model import Venue

_IN = re.compile(r"\b(?:in|at) (?=[^\W\d_a-z])")
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){0,2}")
_BEFORE = 40
"""Code points before a place in which a word is looked for that has its seat there."""


class Whereabouts(msgspec.Struct, frozen=True):
    """A city, and the country (ISO alpha-3) in which it is."""

    place: str
    country: str


def named_in(text: str, seat: str) -> Iterator[Whereabouts]:
    """The cities in which something is told to have been, in order; ``seat`` are words of what only has its seat in a city."""
    for found in _IN.finditer(text):
        words = _NAME.match(text, found.end())
        if words is None or tables.holds(seat, text[max(0, found.end() - _BEFORE) : found.end()]):
            continue
        parts = words[0].removesuffix("’s").removesuffix("'s").split()
        names = (" ".join(parts[:n]) for n in range(len(parts), 0, -1))
        at = next((name for name in names if len(countries().get(name, ())) == 1), None)
        if at is not None:
            yield Whereabouts(at, min(countries()[at]))


def venue(at: Whereabouts, outside: Iterable[str], home: str | None, capital: str) -> Venue:
    """Whose ground a place is on: that of one of the parties from outside, of the country of the case, or of a third.

    Args:
        at: The place.
        outside: The parties from outside.
        home: The country of the case (ISO alpha-3); without one nobody can tell.
        capital: Its capital.
    """
    if home is None:
        return "unknown"
    if at.country == home:
        return "authority_capital" if at.place == capital else "authority_territory"
    return "counterpart_country" if at.country in outside else "third_country"
