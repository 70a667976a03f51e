"""What looks back on an act without its day, "at their talks in January": it is the one act that fits, where there is but one.

Whoever writes so takes it that the reader knows which is meant. A record has gaps, so that the rest must speak for it as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from verbale.engagements import weights as w
from verbale.engagements.act import Act
from verbale.engagements.clustering import Clusters
from verbale.engagements.scoring import Edge, Points

_MARGIN = 0.7
"""By how much the best must fit better than another that is a different act."""
_ONLY = "the only act that it can look back on"


def vague(act: Act) -> bool:
    """Whether no day is told for an act."""
    return act.ahead or act.event.date is None or act.event.date_precision != "day"


def referred(acts: Sequence[Act], loose: Iterable[Edge], clusters: Clusters) -> list[Edge]:
    """The matches of those that look back with the one act that fits, the surest first.

    Args:
        acts: The acts in their order.
        loose: What speaks for pairs that are not held for one as yet.
        clusters: What is held for one so far.
    """
    fitting: dict[int, dict[int, Edge]] = defaultdict(dict)
    alike: set[tuple[int, int]] = set()
    for edge in loose:
        _, a, b, why = edge
        if _against(acts[a], acts[b], why) or not clusters.agree(a, b):
            continue
        one, other = clusters.name(a), clusters.name(b)
        alike |= {(one, other), (other, one)}
        for act, to in ((a, other), (b, one)):
            if vague(acts[act]) and (to not in fitting[act] or _rank(edge) < _rank(fitting[act][to])):
                fitting[act][to] = edge
    found = [best for of in fitting.values() if (best := _best(of, alike))]
    made = {(a, b): (score + w.ONLY, a, b, [*why, (_ONLY, w.ONLY)]) for score, a, b, why in found if score + w.ONLY > 0}
    return sorted(made.values(), key=_rank)


def echoed(acts: Sequence[Act], loose: Iterable[Edge]) -> list[Edge]:
    """The matches of those that look back in exactly the same way, of pairs that say the same and are not held for one as yet."""
    back = (edge for edge in loose if vague(acts[edge[1]]) and not _against(acts[edge[1]], acts[edge[2]], edge[3]))
    return [(score + w.ONLY, a, b, [*why, (_ONLY, w.ONLY)]) for score, a, b, why in back if score + w.ONLY > 0]


def _against(a: Act, b: Act, why: Points) -> bool:
    """Whether anything but the missing day speaks against it: another place or level; or it is a journey of nobody by name."""
    if a.family == "visit" and not a.persons & b.persons:
        return True
    return any(weight < w.MILD for _, weight in why[1:])


def _best(fitting: dict[int, Edge], alike: set[tuple[int, int]]) -> Edge | None:
    """The match with the act that fits best, where no other act fits nearly as well but such as may be the same."""
    best = min(fitting, key=lambda each: _rank(fitting[each]))
    near = (each for each in fitting if each != best and fitting[best][0] - fitting[each][0] < _MARGIN)
    return fitting[best] if all((best, each) in alike for each in near) else None


def _rank(edge: Edge) -> tuple[float, int, int]:
    """The surest first; of those as sure the first, whatever the order in which they were found."""
    return -edge[0], edge[1], edge[2]
