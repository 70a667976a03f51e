"""Which acts can bear on each other's matches: the parts of a record that are matched each by itself."""

from __future__ import annotations

from collections.abc import Iterable


class Regions:
    """Acts, by their positions, in parts that grow together."""

    def __init__(self, size: int) -> None:
        """Begin with every act by itself."""
        self._to = list(range(size))

    def join(self, many: Iterable[int]) -> None:
        """Put the parts of all these acts together."""
        heads = sorted({self.of(each) for each in many})
        for each in heads[1:]:
            self._to[each] = heads[0]

    def of(self, position: int) -> int:
        """The first act of the part in which an act is."""
        while (to := self._to[position]) != position:
            self._to[position] = self._to[to]
            position = to
        return position
