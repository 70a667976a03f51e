"""Ids of engagements: given out once, kept by the engagement that holds the anchor, and redirected where two become one.

An id says nothing of what it stands for, so that nothing that is learned later makes it wrong.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence

import msgspec

from verbale.engagements.matching import Group
from verbale.record.minting import Minted

Maker = Callable[[], str]


def new_id() -> str:
    """An id that was never given out."""
    return f"g.{uuid.uuid4().hex[:12]}"


def numbered() -> Maker:
    """A maker of ids for engagements that no record keeps: ``g.1``, ``g.2``, in the order of their first reports."""
    numbers = iter(range(1, 10**9))
    return lambda: f"g.{next(numbers)}"


def mint(
    groups: Sequence[Group], known: Iterable[Minted], maker: Maker = new_id, last: int = 0
) -> tuple[tuple[str, ...], tuple[Minted, ...]]:
    """An id for each group, and every id as it is to be kept.

    A group keeps the oldest id whose anchor it holds; where the anchor itself is gone, that of which it holds the most events. The
    younger ids whose anchors it holds as well lead to it from then on. An id without any event stays as it is, and leads nowhere.

    Args:
        groups: The groups in their order.
        known: The ids that were given out before.
        maker: Gives a new id.
        last: The number of the id that was given out last, where ``known`` are not all.
    """
    kept = sorted(known, key=lambda each: each.minted)
    of = {event.id: n for n, group in enumerate(groups) for event in group.events}
    claims = [(each, _home(each, of)) for each in kept]
    names: dict[int, str] = {}
    redirects: dict[str, str] = {}
    for each, home in claims:
        if home is not None:
            owner = names.setdefault(home, each.id)
            if owner != each.id:
                redirects[each.id] = owner
    number = max([last, *(each.minted for each in kept)])
    fresh: list[Minted] = []
    for n, group in enumerate(groups):
        if n not in names:
            number += 1
            names[n] = maker()
            first = group.events[0]
            fresh.append(_minted(names[n], number, group, anchor=(first.document.id, first.id)))
    held = {name: n for n, name in names.items()}
    return tuple(names[n] for n in range(len(groups))), (*(_again(each, held, groups, redirects) for each in kept), *fresh)


def _home(each: Minted, of: dict[str, int]) -> int | None:
    if each.anchor_event in of:
        return of[each.anchor_event]
    homes = [of[event] for _, event in each.events if event in of]
    return max(sorted(set(homes)), key=homes.count) if homes else None


def _again(each: Minted, held: dict[str, int], groups: Sequence[Group], redirects: dict[str, str]) -> Minted:
    if each.id in held:
        return _minted(each.id, each.minted, groups[held[each.id]], anchor=(each.anchor_document, each.anchor_event))
    redirect = redirects.get(each.id, each.redirect)
    return msgspec.structs.replace(each, redirect=redirect, events=() if redirect else each.events)


def _minted(name: str, number: int, group: Group, anchor: tuple[str, str]) -> Minted:
    events = tuple(sorted((event.document.id, event.id) for event in group.events))
    present = anchor if anchor in events else (group.events[0].document.id, group.events[0].id)
    return Minted(
        id=name, minted=number, anchor_document=present[0], anchor_event=present[1],
        type=group.events[0].type, mode=group.events[0].mode, events=events,
    )  # fmt: skip


def resolved(name: str, known: Iterable[Minted]) -> str:
    """The id that an id leads to by now; itself where it leads nowhere else."""
    redirects = {each.id: each.redirect for each in known if each.redirect}
    seen = {name}
    while (following := redirects.get(name)) and following not in seen:
        seen.add(following)
        name = following
    return name
