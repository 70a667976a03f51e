"""Contact that is one with another: a report that tells neither day, place nor anybody of it, beside one of the same days.

Matching holds two reports for one act by what they tell. Of a report that tells nothing but who met whom, dated by its page alone,
nobody knows that it was another occasion: where one other lies within those days, it is counted as that.
"""

from __future__ import annotations

from collections.abc import Iterable

from verbale.catalogue import labels
from verbale.engagements.gist import Gist

DAYS = 3
"""Days within which contact of the same two may be one occasion."""


def within(gists: Iterable[Gist]) -> dict[str, str]:
    """The ids of vague contact that is counted as another, each with the id of that."""
    met = [each for each in gists if each.type == "CONSULT" and each.sure and each.took_place and each.first is not None]
    pairs: dict[tuple[str, ...], list[Gist]] = {}
    for each in (each for each in met if each.vague and _between(each.parties)):
        pairs[each.parties] = []
    for each in (each for each in met if not each.vague and each.parties in pairs):
        pairs[each.parties].append(each)
    found: dict[str, str] = {}
    for each in (each for each in met if each.vague and each.parties in pairs):
        near = [other for other in pairs[each.parties] if _near(each, other)]
        if len(near) == 1 and not set(near[0].documents) & set(each.documents):
            found[each.id] = near[0].id
    return found


def _between(parties: tuple[str, ...]) -> bool:
    """Whether a party from outside met one of a country."""
    classes = {labels.country_of(party) is not None for party in parties}
    return len(classes) > 1


def _near(a: Gist, b: Gist) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.first <= b.last + DAYS and a.last >= b.first - DAYS
