"""Contact that is one with another: a report that tells neither day, place nor anybody of it, beside one of the same days.

Matching holds two reports for one act by what they tell. Of a report that tells nothing but who met whom, dated by its page alone,
nobody knows that it was another occasion: where one other lies within those days, it is counted as that.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.telling import of_page
from verbale.engagements.reports import order as reported
from verbale.engagements.wording import by_machine

DAYS = 3
"""Days within which contact of the same two may be one occasion."""
_Pair = tuple[frozenset[str], frozenset[str]]


def merged(entries: Iterable[Entry], doubted: Container[str]) -> tuple[Entry, ...]:
    """Acts, in their order, with the reports of such contact added to the one beside it; ``doubted`` are not told plainly."""
    given = tuple(entries)
    plain = (each for each in given if each.id not in doubted)
    met = [each for each in plain if each.type == "CONSULT" and each.took_place and each.outside and each.home and each.first]
    vague = [each for each in met if _vague(each)]
    if not vague:
        return given
    pairs: dict[_Pair, list[Entry]] = {}
    for each in met:
        pairs.setdefault((each.outside, each.home), []).append(each)
    added: dict[str, list[Entry]] = {}
    for each in vague:
        near = [other for other in pairs[each.outside, each.home] if not _vague(other) and _near(each, other)]
        if len(near) == 1 and not set(near[0].documents) & set(each.documents):
            added.setdefault(near[0].id, []).append(each)
    gone = {each.id for others in added.values() for each in others}
    return tuple(_with(each, added.get(each.id, ())) for each in given if each.id not in gone)


def _vague(entry: Entry) -> bool:
    """Whether nothing is told of contact but who met whom: not when, nor where, nor by whom of them."""
    if not of_page(entry) or entry.values.get("place") or not all(map(by_machine, entry.events)):
        return False
    return not any(who.actor for event in entry.events for who in event.participants)


def _near(a: Entry, b: Entry) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.first <= b.last + DAYS and a.last >= b.first - DAYS


def _with(entry: Entry, others: Iterable[Entry]) -> Entry:
    events = (*entry.events, *(event for each in others for event in each.events))
    if len(events) == len(entry.events):
        return entry
    return msgspec.structs.replace(
        entry,
        events=tuple(sorted(events, key=reported)),
        documents=tuple(dict.fromkeys((*entry.documents, *(name for each in others for name in each.documents)))),
        publishers=tuple(sorted({*entry.publishers, *(name for each in others for name in each.publishers)})),
    )
