"""Acts that belong together: a contact with what was asked, answered and refused at it, as one page tells it.

Pages that report one contact belong together. What else two pages report does not bring their contacts together: both may condemn
the same order, each on its own occasion.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verbale.analysis.entries import Entry
from verbale.pictures.counting import order

_DAYS = 10
"""Days between acts of one page beyond which they are not of one occasion."""

Group = tuple[Entry, ...]


def groups(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """Acts by occasion: those of one page, the same outside parties and about the same time; the latest first, the undated last."""
    given = sorted(entries, key=order)
    root = list(range(len(given)))
    pages: dict[str, list[int]] = {}
    for n, each in enumerate(given):
        for page in each.documents if each.type == "CONSULT" else each.documents[:1]:
            for other in pages.setdefault(page, []):
                if _together(given[other], each):
                    root[_top(root, n)] = _top(root, other)
            pages[page].append(n)
    found: dict[int, list[Entry]] = {}
    for n, each in enumerate(given):
        found.setdefault(_top(root, n), []).append(each)
    made = [tuple(of if len(of) == 1 else sorted(of, key=_told_first)) for of in found.values()]
    return tuple(sorted(made, key=_latest, reverse=True))


def _together(a: Entry, b: Entry) -> bool:
    if a.outside and b.outside and not a.outside & b.outside:
        return False
    return a.middle is None or b.middle is None or abs(a.middle - b.middle) <= _DAYS


def _top(root: list[int], n: int) -> int:
    while root[n] != n:
        n = root[n]
    return n


def _told_first(entry: Entry) -> tuple[bool, str, int, str]:
    """Contact that took place before what was said at it, which is told in the order of the page."""
    first = entry.events[0]
    return not (entry.type == "CONSULT" and entry.took_place), first.document.published or "9999", first.evidence[0].start, first.id


def _latest(group: Sequence[Entry]) -> tuple[str, str]:
    return max([each.date for each in group]), group[0].events[0].document.id
