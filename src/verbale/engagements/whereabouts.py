"""Where contact took place by its own words: a city after "in", whatever else the program made of its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from verbale.catalogue import labels, tables
from verbale.catalogue.dates import MONTHS
from verbale.catalogue.places import countries
from verbale.model import Venue

_IN = re.compile(r"\b(?:in|at) (?=[^\W\d_a-z])")
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){0,2}")
_DATELINE = re.compile(
    rf"\s*(?P<place>[^\W\d_a-z][^\W\d_]+), (?P<d>\d{{1,2}}) (?P<m>{'|'.join(MONTHS)})(?: (?P<y>\d{{4}}))?\s*[.:–-]"
)
_CAME = re.compile(r"\b(?:came|come|comes|coming|travel(?:s|led|ling)?|flew|invited|hosted) (?:to|in) its capital\b")
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


def headed_in(text: str, day: str) -> Whereabouts | None:
    """The city of a dateline at the head of a text, or in its heading: "Kabul, 5 February 2023."; nothing if of another ``day``."""
    found = next(filter(None, map(_DATELINE.match, text.split("\n\n", 2)[:2])), None)
    if found is None or len(day) < len("2023-02-05") or int(found["d"]) != int(day[8:10]):
        return None
    same = found["m"] == MONTHS[int(day[5:7]) - 1] and found["y"] in (None, day[:4])
    return _city(found["place"]) if same else None


def come_to(text: str, host: str) -> Whereabouts | None:
    """The capital of a state (by its name) to which the first paragraph that names it says that somebody came."""
    name = host.removeprefix("the ")
    paragraph = next((part for part in text.split("\n\n") if name in part), "")
    row = next((row for row in tables.rows("common", "states") if row["name"] == name), None)
    return _city(row["capital"].partition(";")[0]) if row and _CAME.search(paragraph) else None


def _city(name: str) -> Whereabouts | None:
    known = countries().get(name, ())
    return Whereabouts(name, min(known)) if len(known) == 1 else None


def venue(at: Whereabouts, parties: Iterable[str]) -> Venue:
    """Whose ground a place is on: of the parties, that of a class's country or that of another state; or that of a third.

    Args:
        at: The place.
        parties: Who took part; without a class of any country nobody can tell.
    """
    given = frozenset(parties)
    home = set(filter(None, map(labels.country_of, given)))
    if not home:
        return "unknown"
    if at.country in home:
        return "authority_capital" if at.place == _capital(at.country) else "authority_territory"
    return "counterpart_country" if at.country in given else "third_country"


def _capital(country: str) -> str:
    row = next((row for row in tables.rows("common", "states") if row["code"] == country), None)
    return row["capital"].partition(";")[0] if row else ""
