"""Who is whom, and which engagements are one, as a fold over judgements: no id is ever overwritten, so everything can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from verbale.record.decision import Decision, Kind

CANDIDATE = "n."
"""How the ids begin of those whom no catalogue knows."""


class Clash(NamedTuple):
    """Two that are said to be different, and yet stand in one group: the decision that says so."""

    a: str
    b: str
    decision: int


class Groups:
    """The groups that judgements of one kind make, and who speaks for each.

    ``same`` and ``merge`` put the groups of two into one; ``split`` takes one out of its group, and the others stay together.
    ``merge A B`` lets the group of B go by A's id; of two that are the ``same``, the one known to a catalogue speaks for both, else
    the lesser id. ``different`` changes no group: where it contradicts one, that is a clash.
    """

    def __init__(self, decisions: Iterable[Decision], kind: Kind) -> None:
        """Fold decisions, those that hold and in their order."""
        self._members: dict[str, frozenset[str]] = {}
        self._kept: dict[str, str] = {}
        self._apart: list[Clash] = []
        for each in decisions:
            if each.kind == kind:
                self._take(each)

    def of(self, one: str) -> frozenset[str]:
        """Everyone in the group of ``one``, itself included."""
        return self._members.get(one, frozenset({one}))

    def kept(self, one: str) -> str:
        """The id by which the group of ``one`` goes."""
        return self._kept.get(one, one)

    def redirects(self) -> dict[str, str]:
        """Every id that goes by another, and that other."""
        return {one: kept for one, kept in sorted(self._kept.items()) if one != kept}

    def clashes(self) -> tuple[Clash, ...]:
        """The judgements that contradict each other."""
        return tuple(each for each in self._apart if each.b in self.of(each.a))

    def _take(self, decision: Decision) -> None:
        a, b = decision.subject, decision.other
        if decision.action == "split" and b is None:
            self._split(a)
        elif decision.action == "merge" and b:
            self._join(a, b, self.kept(a))
        elif decision.action == "same" and b:
            self._join(a, b, min(self.kept(a), self.kept(b), key=lambda each: (each.startswith(CANDIDATE), each)))
        elif decision.action == "different" and b:
            self._apart.append(Clash(a, b, decision.number))

    def _join(self, a: str, b: str, kept: str) -> None:
        self._set(self.of(a) | self.of(b), kept)

    def _split(self, one: str) -> None:
        rest, kept = self.of(one) - {one}, self.kept(one)
        self._set(frozenset({one}), one)
        if rest:
            # whoever spoke for the group has left it: then the first of the others does
            self._set(rest, kept if kept in rest else min(rest, key=lambda each: (each.startswith(CANDIDATE), each)))

    def _set(self, group: frozenset[str], kept: str) -> None:
        for one in group:
            self._members[one], self._kept[one] = group, kept
