"""The ladder as data (``cases/common/ladder.toml``): steps with weights, which act stands on which, and what modifies it."""

from __future__ import annotations

import functools

import msgspec

from verbale.catalogue import tables


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A step: ``L0`` to ``L10``, its default weight, and what is done on it."""

    id: str
    weight: float
    label: str

    @property
    def number(self) -> int:
        """Its height."""
        return int(self.id[1:])


class Placing(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that puts an act on a step; an empty condition lets everything through."""

    step: str
    type: str
    mode: str = ""
    modes: tuple[str, ...] = ()
    by: str = ""
    parties: tuple[str, ...] = ()
    words: str = ""
    channels: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    acknowledged: bool = False
    states: bool = False
    unless: str = ""


class Modifier(msgspec.Struct, frozen=True, kw_only=True):
    """What strengthens an act or takes from it: a factor, and the bounds between which it is drawn."""

    id: str
    label: str
    factor: float
    low: float
    high: float
    words: str = ""


class Ladder(msgspec.Struct, frozen=True, kw_only=True):
    """The whole ladder."""

    step: tuple[Step, ...]
    rule: tuple[Placing, ...]
    modifier: tuple[Modifier, ...]

    def at(self, name: str) -> Step:
        """The step of that name."""
        return next(step for step in self.step if step.id == name)


@functools.cache
def placings(kind: str) -> tuple[Placing, ...]:
    """The rules for a type of act, in their order."""
    return tuple(rule for rule in ladder().rule if rule.type == kind)


@functools.cache
def ladder() -> Ladder:
    """The ladder that ships."""
    return msgspec.convert(tables.toml("common", "ladder"), Ladder)
