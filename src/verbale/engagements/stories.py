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
        """Take the acts, and what is held for one so far."""
        self._acts, self._clusters = acts, clusters
        self._of: dict[str, dict[int, list[int]]] = {}

    def told(self, loose: Sequence[Edge], company: Company, telling: Shared) -> list[Edge]:
        """The matches of what is said and done between the parties to an act that both documents tell of, the surest first.

        Args:
            loose: What speaks for pairs that are not held for one as yet.
            company: Whether the people of a party are known to be of one company.
            telling: How many telling words two acts have in common.
        """
        self._look_up({self._acts[each].document for edge in loose for each in edge[1:3]})
        found = []
        for _, a, b, _ in loose:
            if self._clusters.agree(a, b) and self._in_one(a, b):
                why = points(self._acts[a], self._acts[b], company, telling, story=True)
                if why and total(why) > 0:
                    found.append((total(why), a, b, why))
        return sorted(found, key=lambda edge: (-edge[0], edge[1], edge[2]))

    def _look_up(self, documents: set[str]) -> None:
        """Look up the acts of documents by the clusters they are in."""
        self._of = {document: defaultdict(list) for document in documents}
        for position, act in enumerate(self._acts):
            if act.document in documents:
                self._of[act.document][self._clusters.name(position)].append(position)

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
