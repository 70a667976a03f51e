"""Which type was taken for which: acts of one passage whose types differ, and those that have no counterpart at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verbale.scoring.acts import Act, complete
from verbale.scoring.pairing import pair, pair_loosely

NOTHING = "nothing"
"""Where there is no act on the other side: missed in the column of what was found, invented in the row of the gold."""

Confusion = Counter[tuple[str, str]]


def confusion(gold: Sequence[Act], found: Sequence[Act]) -> Confusion:
    """How often each type of the gold was found as which type, in one document.

    Acts that are paired leniently count as agreed; of the rest those are set against each other whose words and parties overlap.
    """
    found = complete(found)
    pairs = pair(gold, found)
    table: Confusion = Counter((gold[p.gold]["type"], gold[p.gold]["type"]) for p in pairs)
    here = [g for i, g in enumerate(gold) if i not in {p.gold for p in pairs}]
    there = [f for j, f in enumerate(found) if j not in {p.found for p in pairs}]
    loose = pair_loosely(here, there)
    table.update((here[i]["type"], there[j]["type"]) for i, j in loose)
    table.update((g["type"], NOTHING) for i, g in enumerate(here) if i not in {i for i, _ in loose})
    table.update((NOTHING, f["type"]) for j, f in enumerate(there) if j not in {j for _, j in loose})
    return table
