"""Who brings whom together: conveners, those who meet there, and whom they brought into contact first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from verbale.analysis.entries import Entry, Rule, admits
from verbale.analysis.voices.asks import UNNAMED, name

_STANDARD = Rule()
_PERMUTED = 999
_SEED = 20221129


class Convener(msgspec.Struct, frozen=True, kw_only=True):
    """A convener: its occasions, the parties that met there with how often, and pairs first seen together there.

    ``betweenness`` is its share of shortest paths in the graph of conveners and parties. ``p`` is the share of shufflings of who
    convened what (each as many occasions as it has) in which it has as many first pairs.
    """

    name: str
    occasions: tuple[Entry, ...]
    parties: tuple[tuple[str, int], ...]
    introduced: int
    betweenness: float
    p: float


def convened(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The occasions of each convener, by date; contact with an armed side, of which the host is not told, is in none."""
    found: dict[str, list[Entry]] = {}
    for each in _met(entries):
        for who in sorted(_convening(each)) if not each.silent else ():
            found.setdefault(who, []).append(each)
    return {who: tuple(occasions) for who, occasions in found.items()}


def brought(who: str, occasions: Iterable[Entry]) -> tuple[tuple[str, int], ...]:
    """Who was present at the occasions of a convener, itself left out, and at how many; those at most first."""
    times = Counter(party for each in occasions for party in _present(each) - {who})
    return tuple(sorted(times.items(), key=lambda item: (-item[1], item[0])))


def conveners(entries: Iterable[Entry]) -> tuple[Convener, ...]:
    """The conveners of occasions that took place, those of most first the first."""
    met = _met(entries)
    fresh, by = _first_pairs(met), convened(met)
    links = [(who, each) for who, occasions in sorted(by.items()) for each in occasions]
    central = _betweenness(links)
    chances = _shuffled([who for who, _ in links], [fresh[each.id] for _, each in links], sorted(by))
    made = [_convener(who, by[who], fresh, central[who], chances[who]) for who in sorted(by)]
    return tuple(sorted(made, key=lambda each: (-len(each.occasions), each.name)))


def _met(entries: Iterable[Entry]) -> list[Entry]:
    held = (each for each in entries if each.type == "CONSULT" and admits(each, _STANDARD))
    return sorted(held, key=lambda e: (e.date or "9999", e.id))


def _convener(who: str, occasions: Sequence[Entry], fresh: dict[str, int], central: float, p: float) -> Convener:
    return Convener(
        name=who,
        occasions=tuple(occasions),
        parties=brought(who, occasions),
        introduced=sum(fresh[each.id] for each in occasions),
        betweenness=central,
        p=p,
    )


def _convening(each: Entry) -> frozenset[str]:
    return frozenset(name(party) for party in each.facts.convening if party not in UNNAMED)


def _present(each: Entry) -> frozenset[str]:
    return frozenset(map(name, each.outside)) | each.home


def _first_pairs(met: Iterable[Entry]) -> dict[str, int]:
    """For each occasion, how many pairs of a party from outside and a class of the country were never seen together before."""
    seen: set[tuple[str, str]] = set()
    found: dict[str, int] = {}
    for each in met:
        pairs = {(a, b) for a in each.outside for b in each.home} - seen
        found[each.id] = len(pairs)
        seen |= pairs
    return found


def _betweenness(convened: Sequence[tuple[str, Entry]]) -> dict[str, float]:
    import rustworkx

    edges = sorted({(("convener", who), ("party", party)) for who, each in convened for party in _present(each) - {who}})
    nodes = {
        of: n for n, of in enumerate(sorted({of for edge in edges for of in edge} | {("convener", who) for who, _ in convened}))
    }
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(list(nodes))
    graph.add_edges_from_no_data([(nodes[a], nodes[b]) for a, b in edges])
    central = rustworkx.betweenness_centrality(graph, normalized=True)
    return {of: float(central[at]) for (side, of), at in nodes.items() if side == "convener"}


def _shuffled(who: list[str], fresh: list[int], names: list[str]) -> dict[str, float]:
    import numpy as np

    if not who:
        return {}
    draw = np.random.default_rng(_SEED)
    order = draw.permuted(np.tile(np.arange(len(who)), (_PERMUTED, 1)), axis=1)
    values, at = np.array(fresh, dtype=float), np.array(who)
    found: dict[str, float] = {}
    for each in names:
        mine = at == each
        drawn = values[order[:, mine]].sum(axis=1)
        found[each] = float((1 + (drawn >= values[mine].sum()).sum()) / (1 + _PERMUTED))
    return found
