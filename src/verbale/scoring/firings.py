"""How often each frame fires, and how often rightly: the table by which the lexicon is mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from verbale.scoring.acts import Act, spans

ENOUGH, WEAK = 5, 0.5
"""From so many firings on a frame of a lower precision is weak: it is to be mended or removed."""


class Firing(msgspec.Struct, frozen=True, kw_only=True):
    """How often a frame fired, how often an act of its type stands at its trigger, and how often one of its mode, too."""

    fired: int
    right: int
    mode: int
    precision: float
    weak: bool


def firings(documents: Iterable[tuple[Sequence[Act], Sequence[Act]]]) -> dict[str, Firing]:
    """The firings of every frame over documents, the most frequent first.

    Args:
        documents: The acts of each document's coding, and its candidates. A candidate fires where the grammar alone takes it up;
            it is right where the words of an act of its type hold its trigger.
    """
    counts: dict[str, tuple[int, int, int]] = {}
    for gold, candidates in documents:
        for each in (c for c in candidates if c.get("fired")):
            fired, right, mode = counts.get(each["frame"], (0, 0, 0))
            met = [act for act in gold if act["type"] == each["type"] and _holds(act, each["at"])]
            counts[each["frame"]] = fired + 1, right + bool(met), mode + any(act.get("mode") == each["mode"] for act in met)
    return {frame: _firing(*n) for frame, n in sorted(counts.items(), key=lambda item: (-item[1][0], item[0]))}


def _firing(fired: int, right: int, mode: int) -> Firing:
    precision = right / fired
    return Firing(fired=fired, right=right, mode=mode, precision=precision, weak=fired >= ENOUGH and precision < WEAK)


def _holds(act: Act, at: int) -> bool:
    return any(start <= at < end for start, end in spans(act))
