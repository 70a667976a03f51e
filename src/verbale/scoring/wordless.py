"""Codings without a word of the page: places in its text stand for them, and bring them back where the text is at hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verbale.errors import DataError
from verbale.scoring.acts import Act
from verbale.scoring.locating import find

HEAD = ("id", "url", "publisher", "published", "case", "genre", "sha256")
"""What is kept of a document."""
CODES = (
    "type", "mode", "status", "date", "date_precision", "date_basis", "place_country", "channel", "format", "visibility", "venue",
    "level", "publicised_by", "women_present", "disclaimer", "topics", "instruments", "tools", "needs", "evidence",
)  # fmt: skip
"""What is kept of an act as it is: codes, dates and places in the text."""


def without_words(coded: Mapping[str, Any]) -> dict[str, Any]:
    """A coded text, as the notation gives it, without its words.

    Names and places of acts become the stretch of the text where they stand; what does not stand there is left out.
    """
    text = coded["text"]
    kept = {name: coded[name] for name in HEAD if name in coded}
    genre = {"genre": kept["genre"].replace(" ", "_")} if "genre" in kept else {}
    return kept | genre | {"events": [_bare(act, text) for act in coded["events"]]}


def with_words(act: Act, text: str | None) -> Act:
    """An act with its words back; without the text its names are empty and its place is unknown."""
    people = [_named(who, text or "") for who in act["participants"]]
    place = act.get("place")
    return {**act, "participants": people, "place": _words(place, text or "") or None if isinstance(place, list) else place}


def _bare(act: Act, text: str) -> dict[str, Any]:
    people = [_pointed(who, text) for who in act["participants"]]
    kept = {name: act[name] for name in CODES if name in act}
    by = {"attribution": {"party": act["attribution"]["party"]}} if act.get("attribution") else {}
    return kept | by | {"participants": people, "place": _place(act.get("place"), text)}


def _pointed(who: Mapping[str, Any], text: str) -> dict[str, Any]:
    meant = _place(who.get("means"), text)
    return {name: who[name] for name in ("start", "end", "party", "role")} | ({"means": meant} if meant else {})


def _named(who: Mapping[str, Any], text: str) -> dict[str, Any]:
    meant = who.get("means")
    words = {"means": _words(meant, text)} if isinstance(meant, list) else {}
    return {"name": text[who["start"] : who["end"]], **who, **words} if "name" not in who else dict(who)


def _place(words: str | None, text: str) -> list[int] | None:
    try:
        return [*find(words, text)] if words else None
    except DataError:
        return None


def _words(place: list[int], text: str) -> str:
    return text[place[0] : place[1]]
