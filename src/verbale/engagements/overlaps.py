"""How far the words of two acts of one document are the same words."""

from __future__ import annotations

from verbale.engagements.act import Act


def shares(a: Act, b: Act) -> tuple[float, float]:
    """The share of their words that two acts have in common: of the one with fewer words, and of all."""
    mine, theirs = _words(a), _words(b)
    both = sum(_length(_meet(one, other)) for one in mine for other in theirs)
    sizes = [sum(map(_length, each)) for each in (mine, theirs)]
    return both / min(sizes), both / (sum(sizes) - both)


def _words(act: Act) -> list[tuple[int, int]]:
    """Where an act's words stand, no character twice."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((part.start, part.end) for part in act.event.evidence):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _meet(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], other[0]), min(one[1], other[1])


def _length(span: tuple[int, int]) -> int:
    return max(0, span[1] - span[0])
