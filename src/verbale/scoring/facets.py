"""Facets, by the values that are not the default: a document's set of them in the gold against the set that was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.scoring.acts import Act
from verbale.scoring.scores import Key, Score, Scores

DEFAULTS: dict[str, object] = {
    "channel": "unknown",
    "format": "unknown",
    "visibility": "unknown",
    "venue": "unknown",
    "women_present": "unknown",
    "disclaimer": False,
}
LISTS = ("topics", "tools", "needs", "publicised_by", "instruments")
FACETS = (*DEFAULTS, "level", *LISTS)


def facets(gold: Sequence[Act], found: Sequence[Act]) -> Scores:
    """A score for each facet that the gold of this document codes at all."""
    scores = {}
    for facet in FACETS:
        if any(facet in act for act in gold):
            here, there = values(gold, facet), values(found, facet)
            scores[Key("facet", facet)] = Score(len(here), len(there), len(here & there))
    return scores


def values(acts: Sequence[Act], facet: str) -> set[str]:
    """The values of a facet in a document, those that say nothing left out; single values belong to their type of act."""
    found: set[str] = set()
    for act in acts:
        value = act.get(facet)
        if facet in LISTS:
            # the program tells of an instrument where it stands, too; people name it only
            found |= {str(each["id"] if isinstance(each, Mapping) else each) for each in value or ()}
        elif facet == "level":
            found |= {f"{party}:{level}" for party, level in (value or {}).items()}
        elif value is not None and value != DEFAULTS[facet]:
            found.add(f"{act['type']}:{value}")
    return found
