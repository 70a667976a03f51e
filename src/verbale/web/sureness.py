"""Which engagements are set apart on the pages, as they are everywhere: less sure readings, and what is counted as another."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from verbale.analysis.entries import met
from verbale.engagements import Engaged
from verbale.engagements.merging import within
from verbale.engagements.summing import summed


class Standing(msgspec.Struct, frozen=True):
    """How the engagements of a record stand in its counts, by their ids.

    ``unsure`` are those that a program read and no report tells plainly, ``double`` those that are counted as another. ``met``
    has the parties of either side that were in contact with each other: the contact that every page counts.
    """

    unsure: frozenset[str] = frozenset()
    double: frozenset[str] = frozenset()
    met: dict[str, frozenset[str]] = {}


def standing(engaged: Iterable[Engaged], country: str | None, *, doubts: bool = True) -> Standing:
    """How engagements stand.

    Args:
        engaged: The engagements of a record, or of what is published of one.
        country: The country of the case (ISO alpha-3), or none.
        doubts: Whether less sure readings are set apart.
    """
    gists = [each.gist or summed(each) for each in engaged]
    contact = {each.id: parties for each in gists if (parties := met(each, country))}
    if not doubts:
        return Standing(met=contact)
    return Standing(frozenset(each.id for each in gists if not each.sure), frozenset(within(gists)), contact)
