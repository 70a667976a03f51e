"""Which pairs of acts are worth comparing: those of one family that share somebody, near one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from verbale.engagements.act import MUTUAL, Act
from verbale.engagements.scoring import LASTING, REACH

_WIDE = 62
"""Days of a window beyond which an act meets only those with a window as wide."""
_PARTIES = 8
"""Parties of which pairs are made; beyond them an occasion is found by its people and its first parties."""
_STEP = 7


def pairs(acts: Sequence[Act], groups: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Every pair of groups worth comparing, once, by the acts that stand for them."""
    stand = [acts[group[0]] for group in groups]
    weeks = [_weeks(act) for act in stand]
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for position, act in enumerate(stand):
        for week in weeks[position]:
            found[act.family, week].append(position)
    for (_, week), those in found.items():
        for low, high in _within(stand, those):
            # two that share several weeks are a pair in the first of them, which is that in which the later one begins
            if week == max(weeks[low].start, weeks[high].start):
                yield low, high


def _within(stand: Sequence[Act], those: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of acts of one family and week that share a token and whose windows meet, each once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for position in those:
        for token in _tokens(stand[position]):
            blocks[token].append(position)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > 1:
            block.sort(key=lambda each: (stand[each].early or 0, each))
            for a, b in _near(stand, block):
                pair = (a, b) if a < b else (b, a)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _near(stand: Sequence[Act], block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of a block whose windows meet, found by sweeping over the first days."""
    slack = REACH.get(stand[block[0]].family, 0)
    for at, a in enumerate(block):
        limit = (stand[a].last or 0) + (LASTING if stand[a].session else slack)
        for b in block[at + 1 :]:
            if (stand[b].early or 0) > limit:
                break
            yield a, b


def _weeks(act: Act) -> range:
    """The weeks in which an act can have been, by number; of one with a wide window its year, as a negative number."""
    if act.early is None or act.last is None:
        return range(0)
    if act.last - act.early > _WIDE:
        return range(-(act.early // 365), 1 - act.early // 365)
    slack = LASTING if act.session else REACH.get(act.family, 0)
    return range((act.early - slack) // _STEP, act.last // _STEP + 1)


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
