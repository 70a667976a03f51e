"""Full text over the engagements: from the words of an address to those of which the documents have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from verbale.engagements import Engaged
from verbale.record import Record, matching, numbered
from verbale.web.facets import Mask

_Numbers = NDArray[np.intp]


class Finder:
    """Events by the numbers that their evidence and their documents have in the record: a search is a few arrays."""

    def __init__(self, engaged: Sequence[Engaged], record: Record) -> None:
        """Take engagements in an order, and the record that they are of."""
        self._record = record
        self._size = len(engaged)
        events = [event for each in engaged for event in each.events]
        pages = {name: n for n, name in enumerate(dict.fromkeys(event.document.id for event in events))}
        self._engagement = np.repeat(np.arange(self._size), [len(each.events) for each in engaged])
        self._page = np.asarray([pages[event.document.id] for event in events], dtype=np.intp)
        told, versions = numbered(record)
        self._of_evidence = _places(told, {event.id: n for n, event in enumerate(events)})
        self._of_version = _places(versions, pages)

    def __call__(self, words: str) -> Mask:
        """The engagements in whose documents the words stand; of a document, those whose evidence has them, if any has."""
        evidence, versions = matching(self._record, words)
        telling = _at(self._of_evidence, evidence)
        silent = np.zeros(self._page.max(initial=-1) + 1, dtype=bool)
        silent[_at(self._of_version, versions)] = True
        silent[self._page[telling]] = False
        found = np.zeros(self._size, dtype=bool)
        found[self._engagement[telling]] = True
        found[self._engagement[silent[self._page]]] = True
        return found


def _places(names: Mapping[int, str], known: Mapping[str, int]) -> _Numbers:
    """For every number the place of what it names; -1 where that is not known."""
    places = np.full(max(names, default=0) + 1, -1, dtype=np.intp)
    for number, name in names.items():
        places[number] = known.get(name, -1)
    return places


def _at(places: _Numbers, numbers: Sequence[int]) -> _Numbers:
    """The places of numbers, of those that are known."""
    given = np.asarray(numbers, dtype=np.intp)
    found = places[given[given < len(places)]]
    return found[found >= 0]
