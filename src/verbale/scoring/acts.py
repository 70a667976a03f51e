"""What the codebook's rules of scoring read off an act, whoever coded it: its sides, its status, its dyads, its words.

An act is an event as it leaves the program (one line of JSON Lines), or as a person coded it: a mapping with ``type``, ``mode``,
``status``, ``participants`` and ``evidence`` at least.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from typing import Any

from verbale.model import ENGAGING

Act = Mapping[str, Any]
MANY = 6
"""An occasion of more parties counts only its pairs across source and target, so that a roll call does not rule."""
LONGEST_NAME = 5
"""A participant of more words is described, not named."""
_ACTING = ("source", "host", "mediator", None)
_SIGNS = re.compile(r"[^a-z0-9 ]+")


def sides(act: Act) -> tuple[set[str], set[str]]:
    """The known parties that act, and those to whom it is done."""
    known = [p for p in act["participants"] if p.get("party")]
    acting = {p["party"] for p in known if p.get("role") in _ACTING}
    return acting, {p["party"] for p in known if p.get("role") == "target"}


def status_class(act: Act) -> str:
    """The status, with what goes on counted as happened."""
    status = str(act.get("status") or "happened")
    return "happened" if status in ENGAGING else status


def complete(acts: Iterable[Act]) -> list[Act]:
    """The acts that have the parties that their type needs; the others are outside every count."""
    return [act for act in acts if act.get("complete", True)]


def dyads(acts: Iterable[Act]) -> set[frozenset[str]]:
    """The unordered pairs of parties that a document says consulted, however it is cut into events."""
    pairs: set[frozenset[str]] = set()
    for act in acts:
        if act["type"] == "CONSULT" and status_class(act) == "happened":
            a, b = sides(act)
            every = a | b
            of = combinations(every, 2) if len(every) <= MANY else product(a, b)
            pairs |= {frozenset(pair) for pair in of if pair[0] != pair[1]}
    return pairs


def spans(act: Act) -> list[tuple[int, int]]:
    """The stretches of the text that report an act; codings have them as pairs or as objects with ``start`` and ``end``."""
    return [_span(each) for each in act.get("evidence") or ()]


def _span(given: Mapping[str, int] | Sequence[int]) -> tuple[int, int]:
    start, end = (given["start"], given["end"]) if isinstance(given, Mapping) else (given[0], given[1])
    return int(start), int(end)


def covered(act: Act) -> set[int]:
    """The offsets of all characters of an act's evidence."""
    return {offset for start, end in spans(act) for offset in range(start, end)}


def words_of(act: Act, text: str) -> str:
    """The words that report an act, on one line; empty where the text is not at hand."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in sorted(spans(act)) if text[start:end].strip())


def named(act: Act) -> list[Mapping[str, Any]]:
    """The participants that have a name of their own, or mean somebody who has, rather than a description."""
    return [p for p in act["participants"] if _is_name(p["name"]) or _is_name(p.get("means") or "")]


def _is_name(words: str) -> bool:
    return words[:1].isupper() and len(words.split()) <= LONGEST_NAME


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two names are one: the words of the one are among the other's, or they share half of them."""
    here, there = _fold(a), _fold(b)
    return bool(here and there and (here <= there or there <= here or len(here & there) / len(here | there) >= 0.5))


def _fold(name: str | None) -> set[str]:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return set(_SIGNS.sub(" ", plain).split())
