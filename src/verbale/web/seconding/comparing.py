"""Two codings of one passage compared: act by act, field by field; and over all passages, Krippendorff's alpha of each field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

import msgspec

from verbale.model import Event
from verbale.scoring.alpha import alpha
from verbale.web.seconding.codings import Coded

FIELDS = ("act", "status", "participants", "date", "place")
"""What is adjudicated of an act that both have; whether there is one comes before."""

MEASURED = ("event", "type", "mode", "status", "participants", "date", "place")
"""What agreement is measured of."""


class Slot(msgspec.Struct, frozen=True):
    """One act as two people coded it, and as the record has it; ``None`` where there is none."""

    first: Event | None
    second: Event | None
    act: Event | None

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields on which the two differ; ``event`` where only one of them has the act."""
        if self.first is None or self.second is None:
            return () if self.first is self.second else ("event",)
        return tuple(name for name in FIELDS if not alike(name, self.first, self.second))


class Row(msgspec.Struct, frozen=True):
    """The agreement on a field: alpha (``None`` where all are alike), on how many both coded, and on how many of these alike."""

    field: str
    alpha: float | None
    units: int
    alike: int


def slots(found: Coded) -> tuple[Slot, ...]:
    """The acts of the first two readings of a passage side by side, each beside what the record has."""
    one, other = (each.events for each in found.readings[:2])
    both = dict(aligned(one, other))
    pairs: list[tuple[Event | None, Event | None]] = [(each, other[both[n]] if n in both else None) for n, each in enumerate(one)]
    pairs += [(None, each) for n, each in enumerate(other) if n not in both.values()]
    acts = dict(aligned([each for pair in pairs if (each := pair[0] or pair[1])], found.passage.acts))
    made = [Slot(a, b, found.passage.acts[acts[n]] if n in acts else None) for n, (a, b) in enumerate(pairs)]
    rest = [act for n, act in enumerate(found.passage.acts) if n not in acts.values()]
    return (*made, *(Slot(None, None, act) for act in rest))


def aligned(one: Sequence[Event], other: Sequence[Event]) -> list[tuple[int, int]]:
    """Which act of a coding is which of another, the most alike first: in the same words there are few, and each has its twin."""
    order = sorted(((-_likeness(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)))
    pairs: list[tuple[int, int]] = []
    for _, i, j in order:
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return sorted(pairs)


def _likeness(a: Event, b: Event) -> float:
    ours, theirs = a.parties(), b.parties()
    shared = len(ours & theirs) / max(1, len(ours | theirs))
    return 100 * (a.id == b.id) + 2 * (a.type == b.type) + (a.mode == b.mode) + 2 * shared


def alike(field: str, one: Event, other: Event) -> bool:
    """Whether two codings of an act agree on a field."""
    a, b = values(field, one, other)
    return a == b


def values(field: str, one: Event, other: Event) -> tuple[Hashable, Hashable]:
    """A field of two codings of an act, as it is compared; in a meeting there is one side: all who met."""
    met = "CONSULT" in (one.type, other.type)
    return _value(field, one, met), _value(field, other, met)


def _value(field: str, event: Event, met: bool) -> Hashable:
    if field == "act":
        return event.type, event.mode
    if field == "participants":
        roles = {"source": "side", "target": "side"} if met else {}
        return frozenset((roles.get(p.role, p.role), p.party or p.name.casefold()) for p in event.participants)
    if field == "place":
        return (event.place or event.place_country or "none").casefold()
    found: Hashable = getattr(event, field)
    return "none" if found is None else found


def agreement(found: Iterable[Coded]) -> tuple[Row, ...]:
    """How far the first two readings of passages agree, field by field."""
    tables: dict[str, Counter[tuple[Hashable, ...]]] = {name: Counter() for name in MEASURED}
    for each in found:
        for name, one, other in _units(each):
            tables[name][one, other] += 1
    return tuple(_row(name, table) for name, table in tables.items())


def _units(found: Coded) -> Iterator[tuple[str, Hashable, Hashable]]:
    made = slots(found)
    for slot in made:
        yield "event", slot.first is not None, slot.second is not None
        if slot.first and slot.second:
            for name in MEASURED[1:]:
                yield name, *values(name, slot.first, slot.second)
    if not made:
        yield "event", False, False


def _row(name: str, table: Counter[tuple[Hashable, ...]]) -> Row:
    return Row(name, alpha(table), sum(table.values()), sum(n for (one, other), n in table.items() if one == other))
