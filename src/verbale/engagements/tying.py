"""What belongs to what: meetings to the visit on which they were held, meetings of two to the conference beside which they met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

import msgspec

from verbale.engagements.act import Act
from verbale.engagements.engaged import Engaged
from verbale.engagements.windows import Windows

_STAY = 4
"""Days after its first day within which a visit's meetings are held, where its end is not told."""
_WIDE = 62
_WIDEST = _WIDE + 50
"""The same, with the days by which an act may be older than its window says."""
_STEP = 7


def tied(engagements: Sequence[Engaged]) -> tuple[Engaged, ...]:
    """The engagements with their parents: a visit before a conference, and the nearest that fits."""
    parents = _Parents(engagements)
    return tuple(_with(each, parents.of(each)) for each in engagements)


def tied_anew(engagements: Sequence[Engaged], new: Container[str], windows: Windows, gone: Container[str]) -> tuple[Engaged, ...]:
    """The same as :func:`tied`, where only some are new and the others have their parents as they were.

    Args:
        engagements: All of them.
        new: The ids of those that are new, or are others than before.
        windows: The days of all their events.
        gone: The ids of those that were there before, and that the new ones stand in for.
    """
    of = {name: each for each in engagements for name in each.engagement.events}
    fresh = [each for each in engagements if each.id in new]
    left = [each for each in engagements if each.engagement.parent in gone]
    children = _around(fresh, of, windows) | {each.id: each for each in (*fresh, *left)}
    near = _around(children.values(), of, windows) | children
    parents = _Parents(each for each in engagements if each.id in near)
    return tuple(_with(each, parents.of(each)) if each.id in children else each for each in engagements)


def _around(some: Iterable[Engaged], of: Mapping[str, Engaged], windows: Windows) -> dict[str, Engaged]:
    """Those with an act near an act of any of some."""
    names = [name for each in some for name in each.engagement.events]
    return {of[name].id: of[name] for name in windows.near(names, _STAY + 1, _WIDEST)}


def _with(child: Engaged, parent: str | None) -> Engaged:
    if parent == child.engagement.parent:
        return child
    return msgspec.structs.replace(child, engagement=msgspec.structs.replace(child.engagement, parent=parent), gist=None)


class _Parents:
    """The visits and conferences, found by a party and a week."""

    def __init__(self, engagements: Iterable[Engaged]) -> None:
        self._found: dict[tuple[str, int], list[Engaged]] = defaultdict(list)
        for each in engagements:
            if each.engagement.type == "CONSULT" and (each.engagement.mode == "visit" or each.large):
                for key in {key for act in each.acts for key in _keys(act, _STAY)}:
                    self._found[key].append(each)

    def of(self, child: Engaged) -> str | None:
        """The id of the parent of an engagement."""
        if child.engagement.type != "CONSULT" or child.engagement.mode in ("visit", "correspond"):
            return None
        near = {each.id: each for act in child.acts for key in _keys(act, 0) for each in self._found.get(key, ())}
        ranked = [(rank, each.id) for each in near.values() if each.id != child.id and (rank := _fit(each, child)) is not None]
        return min(ranked)[1] if ranked else None


def _keys(act: Act, after: int) -> Iterable[tuple[str, int]]:
    if act.first is None or act.last is None or act.last - act.first > _WIDE:
        return
    for bucket in range(act.first // _STEP, (act.last + after) // _STEP + 1):
        for party in act.parties:
            yield party, bucket


def _fit(parent: Engaged, child: Engaged) -> tuple[int, int, int] | None:
    """How well a parent fits, the least the best: its kind, whether one document tells both, the days between; or not at all."""
    visit = parent.engagement.mode == "visit"
    if not visit and (child.large or not child.parties <= parent.parties):
        return None
    best: tuple[int, int, int] | None = None
    for a in parent.acts:
        for b in child.acts:
            if (found := _belongs(a, b, visit)) is not None and (best is None or (not visit, *found) < best):
                best = (not visit, *found)
    return best


def _belongs(a: Act, b: Act, visit: bool) -> tuple[int, int] | None:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    apart = max(a.first - 1 - b.last, b.first - a.last - _STAY, 0)
    together = a.document == b.document
    who = a.sources & b.parties if visit else a.parties & b.parties
    same = any(a.people[p].common(b.people[p]) for p in who if p in a.people and p in b.people)
    strangers = any(p in a.people and p in b.people and a.people[p] and b.people[p] for p in who) and not same
    if apart or not who or (visit and strangers) or not (same or together or not visit) or not _there(a, b, together):
        return None
    return not together, abs(b.first - a.first)


def _there(a: Act, b: Act, together: bool) -> bool:
    if a.place and b.place:
        return a.place == b.place or (a.country is not None and a.country == b.country)
    if a.country and b.country:
        return a.country == b.country
    return together and b.event.channel not in ("phone", "video", "letter")
