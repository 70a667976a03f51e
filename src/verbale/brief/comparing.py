"""A period beside the one before it: how often each side was met, and which parties came into contact or ceased to be."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.catalogue import labels
from verbale.pictures.counting import SIDES, Side, Tie, contacts, side_of, sides, ties
from verbale.pictures.months import side_names

Pairs = dict[tuple[str, Side], tuple[Entry, ...]]
"""An outside party and a side, with their engagements."""
Named = dict[tuple[str, str], tuple[Entry, ...]]
"""The same in words."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two periods: the engagements with each side now and then, the pairs of both, and those that came or are gone, in words."""

    read_before: bool
    now: dict[Side, list[Entry]]
    then: dict[Side, list[Entry]]
    pairs_now: Pairs
    pairs_then: Pairs
    come: Named
    gone: Named


def compared(material: Material) -> Comparison:
    """The period of a material beside the one before it."""
    before = contacts(material.before)
    now, then = paired(material.ties), paired(ties(before))
    return Comparison(
        read_before=bool(material.before) or _read(material),
        now=material.met,
        then={side: [e for e in before if side in sides(e)] for side in SIDES},
        pairs_now=now,
        pairs_then=then,
        come=named({pair: of for pair, of in now.items() if pair not in then}, material),
        gone=named({pair: of for pair, of in then.items() if pair not in now}, material),
    )


def _read(material: Material) -> bool:
    before = material.period and material.period.before
    return before is not None and any(before.touches(each.document.published) for each in material.readings)


def paired(given: Iterable[Tie]) -> Pairs:
    """Who was in contact with which side, from who was with which class."""
    found: dict[tuple[str, Side], dict[str, Entry]] = {}
    for tie in given:
        found.setdefault((tie.external, side_of(tie.kind)), {}).update({each.id: each for each in tie.entries})
    return {pair: tuple(of.values()) for pair, of in found.items()}


def named(pairs: Pairs, material: Material) -> Named:
    """Pairs in words."""
    names = side_names(material.about)
    return {(labels.party(outside, material.about.country), names[side]): of for (outside, side), of in pairs.items()}
