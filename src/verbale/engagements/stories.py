"""Documents that tell of one act tell what was said and done there as well: in other words, and of one part of it each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from verbale.engagements.act import Act
from verbale.engagements.clustering import Clusters
from verbale.engagements.scoring import Company, Edge, Shared, points, total

_NEAR = 1
"""Days between an act and what was said of it."""


class Stories:
    """Which documents tell of which acts in common."""

    def __init__(self, acts: Sequence[Act], clusters: Clusters) -> None:
        """Look up the acts of each document by the clusters they are in."""
        self._acts = acts
        self._of: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for position, act in enumerate(acts):
            self._of[act.document][clusters.name(position)].append(position)

    def told(self, loose: Iterable[Edge], clusters: Clusters, company: Company, telling: Shared) -> list[Edge]:
        """The matches of what is said and done between the parties to an act that both documents tell of, the surest first.

        Args:
            loose: What speaks for pairs that are not held for one as yet.
            clusters: What is held for one so far.
            company: Whether the people of a party are known to be of one company.
            telling: How many telling words two acts have in common.
        """
        found = []
        for _, a, b, _ in loose:
            if clusters.agree(a, b) and self._in_one(a, b):
                why = points(self._acts[a], self._acts[b], company, telling, story=True)
                if why and total(why) > 0:
                    found.append((total(why), a, b, why))
        return sorted(found, key=lambda edge: (-edge[0], edge[1], edge[2]))

    def _in_one(self, a: int, b: int) -> bool:
        one, other = self._acts[a], self._acts[b]
        who = (one.sources & other.sources) | (one.targets & other.targets)
        mine, theirs = self._of[one.document], self._of[other.document]
        return any(
            self._around(one, mine[each], who) and self._around(other, theirs[each], who) for each in mine.keys() & theirs.keys()
        )

    def _around(self, act: Act, told: Iterable[int], who: frozenset[str]) -> bool:
        """Whether one of the acts is of these parties and near the day of another."""
        return any(who <= each.parties and _near(act, each) for each in (self._acts[position] for position in told))


def _near(a: Act, b: Act) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return max(a.first, b.first) - min(a.last, b.last) <= _NEAR
