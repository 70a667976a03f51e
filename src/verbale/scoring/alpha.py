"""How far two people who coded the same documents agree beyond chance: Krippendorff's alpha for nominal values.

K. Krippendorff, Content Analysis (2004), chapter 11: 1 is full agreement, 0 is chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import permutations
from typing import Any

from verbale.scoring.acts import Act, sides, spans, status_class
from verbale.scoring.pairing import pair_loosely

FIELDS = ("mode", "date", "place_country", "channel", "format", "visibility", "venue")
"""Fields of which each act has one value, compared as they stand."""

Units = Counter[tuple[Hashable, ...]]


def alpha(units: Mapping[tuple[Hashable, ...], int]) -> float | None:
    """Krippendorff's alpha for nominal values.

    Args:
        units: How often each combination of values occurs, one value for each coder and ``None`` where a coder gave none.

    Returns:
        ``None`` where fewer than two different values are compared, so that nobody could have disagreed.
    """
    met: Counter[tuple[Hashable, Hashable]] = Counter()
    for values, times in units.items():
        given = [v for v in values if v is not None]
        for a, b in permutations(given, 2):
            met[a, b] += times / (len(given) - 1)  # type: ignore[assignment]
    sums: Counter[Hashable] = Counter()
    for (a, _), n in met.items():
        sums[a] += n
    whole = sum(sums.values())
    by_chance = whole * whole - sum(n * n for n in sums.values())
    if not by_chance:
        return None
    differing = sum(n for (a, b), n in met.items() if a != b)
    return 1 - (whole - 1) * differing / by_chance


def agreement(documents: Iterable[tuple[Sequence[Act], Sequence[Act]]]) -> dict[str, float | None]:
    """The alpha of every field, over documents that two people coded.

    ``passage`` compares, character by character, which types of act each has there report; from ``type`` on, acts of one passage
    are compared, which is where words and parties overlap.
    """
    tables: dict[str, Units] = {name: Counter() for name in ("passage", "type", "status", "source", "target", *FIELDS)}
    for one, other in documents:
        tables["passage"].update(_passages(one, other))
        for i, j in pair_loosely(one, other):
            for name, value in _values(one[i]).items():
                tables[name][value, _values(other[j])[name]] += 1
    return {name: alpha(units) for name, units in tables.items()}


def _values(act: Act) -> dict[str, Hashable]:
    by, to = sides(act)
    parties = {"source": frozenset(by), "target": frozenset(to)}
    return {"type": act["type"], "status": status_class(act), **parties, **{name: _plain(act.get(name)) for name in FIELDS}}


def _plain(value: Any) -> Hashable:
    # not coded is a value here: who leaves a date out disagrees with who gives one
    return "none" if value is None else str(value)


def _passages(one: Sequence[Act], other: Sequence[Act]) -> Units:
    end = max((end for act in (*one, *other) for _, end in spans(act)), default=0)
    return Counter(zip(_types(one, end), _types(other, end), strict=True))


def _types(acts: Sequence[Act], end: int) -> list[str]:
    """For each character up to ``end`` the types of the acts that it reports."""
    found: list[set[str]] = [set() for _ in range(end)]
    for act in acts:
        for start, stop in spans(act):
            for offset in range(start, stop):
                found[offset].add(act["type"])
    return [" ".join(sorted(types)) for types in found]
