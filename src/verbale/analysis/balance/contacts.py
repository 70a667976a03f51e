"""Contact between both sides as columns: a question takes its part of it without going through everything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from verbale.analysis.entries import Entry, Rule, admits
from verbale.analysis.minutes import Minutes, once
from verbale.analysis.sampling import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]


class Contacts:
    """The entries of minutes that are contact of parties from outside that were present with some of the country, in their order.

    A mask is of shape (n,), true for some of the n entries. Days are ordinals.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take entries that are such contact."""
        import numpy as np

        self._entries = tuple(entries)
        days = [(each.middle or 0, each.last or 0) for each in self._entries]
        self._middles, self._lasts = np.asarray(days, dtype=np.int32).reshape(-1, 2).T
        self._at: dict[str, list[int]] = {}
        for n, each in enumerate(self._entries):
            for party in each.present:
                self._at.setdefault(party, []).append(n)
        self._admitted: dict[Rule, Mask] = {}

    def counted(self, by: Rule, within: Span | None) -> Mask:
        """Those that a rule counts, of a time; those without a day are of no time."""
        import numpy as np

        if by not in self._admitted:
            self._admitted[by] = np.fromiter((admits(each, by) for each in self._entries), dtype=bool, count=len(self._entries))
        found = self._admitted[by]
        return found if within is None else found & (self._middles >= max(within[0], 1)) & (self._middles <= within[1])

    def last(self, counted: Mask) -> int | None:
        """The last day on which any of them may have been."""
        return int(self._lasts[counted].max(initial=0)) or None

    def parties(self, counted: Mask) -> frozenset[str]:
        """The parties from outside that took part in any of them."""
        return frozenset(party for party, at in self._at.items() if counted[at].any())

    def among(self, counted: Mask, of: Iterable[str] | None = None) -> tuple[Entry, ...]:
        """The entries of a mask, those of some parties alone where they are named."""
        import numpy as np

        if of is not None:
            theirs = np.zeros_like(counted)
            for party in of:
                theirs[self._at.get(party, [])] = True
            counted = counted & theirs
        return tuple(self._entries[n] for n in np.flatnonzero(counted))


@once
def contacts(given: Minutes) -> Contacts:
    """The contact of minutes, of the publishers that were drawn where a frame says which."""
    return Contacts(each for each in given.entries if each.across and (given.frame is None or given.frame.draws(each.publishers)))
