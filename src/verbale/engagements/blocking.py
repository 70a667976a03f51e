"""Which pairs of acts are worth comparing: those of one family that share somebody, near one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from verbale.engagements.act import MUTUAL, Act
from verbale.engagements.scoring import LASTING, REACH

_WIDE = 62
"""Days of a window beyond which an act meets only those with a window as wide."""
_PARTIES = 8
"""Parties of which pairs are made; beyond them an occasion is found by its people and its first parties."""
_STEP = 7

Key = tuple[str, str, int]


def blocks(acts: Sequence[Act]) -> Iterator[list[int]]:
    """The positions of acts that share a key, in order; a pair may stand in several blocks."""
    found: dict[Key, list[int]] = defaultdict(list)
    for position, act in enumerate(acts):
        for key in _keys(act):
            found[key].append(position)
    yield from (block for block in found.values() if len(block) > 1)


def pairs(acts: Sequence[Act], groups: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Every pair of groups worth comparing, once, by the acts that stand for them."""
    stand = [acts[group[0]] for group in groups]
    seen: set[int] = set()
    width = len(stand)
    for block in blocks(stand):
        block.sort(key=lambda each: (stand[each].early or 0, each))
        for a, b in _near(stand, block):
            low, high = (a, b) if a < b else (b, a)
            if (key := low * width + high) not in seen:
                seen.add(key)
                yield low, high


def _near(stand: Sequence[Act], block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of a block whose windows meet, found by sweeping over the first days."""
    slack = REACH.get(stand[block[0]].family, 0)
    for at, a in enumerate(block):
        limit = (stand[a].last or 0) + (LASTING if stand[a].session else slack)
        for b in block[at + 1 :]:
            if (stand[b].early or 0) > limit:
                break
            yield a, b


def _keys(act: Act) -> Iterable[Key]:
    if act.early is None or act.last is None:
        return
    tokens = list(_tokens(act))
    if act.last - act.early > _WIDE:
        for token in tokens:
            yield (act.family, token, -(act.early // 365))
        return
    slack = LASTING if act.session else REACH.get(act.family, 0)
    for bucket in range((act.early - slack) // _STEP, act.last // _STEP + 1):
        for token in tokens:
            yield (act.family, token, bucket)


def _tokens(act: Act) -> Iterator[str]:
    yield from act.persons
    yield from (f"{guest}@{act.place}" for guest in sorted(act.guests)[:_PARTIES])
    if act.session:
        yield act.session
    parties = sorted(act.parties)[:_PARTIES]
    if act.family == "visit" or len(parties) == 1:
        yield from parties
    elif act.family in ("occasion", "letter"):
        yield from (f"{a}+{b}" for a, b in combinations(parties, 2))
    elif act.family in MUTUAL:
        yield from (f"{min(a, b)}>{max(a, b)}" for a in sorted(act.sources)[:_PARTIES] for b in sorted(act.targets)[:_PARTIES])
    else:
        yield from (f"{a}>{b}" for a in sorted(act.sources)[:_PARTIES] for b in sorted(act.targets)[:_PARTIES])
