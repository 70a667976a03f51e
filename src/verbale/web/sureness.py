"""Which engagements are set apart on the pages, as they are everywhere: less sure readings, and what is counted as another."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.engagements import Engaged
from verbale.engagements.merging import within


def unsure(engaged: Iterable[Engaged]) -> frozenset[str]:
    """The ids of the engagements that a program read and no report tells plainly, or that are counted as another.

    Args:
        engaged: The engagements of a record.
    """
    gists = [each.gist for each in engaged if each.gist is not None]
    return frozenset(each.id for each in gists if not each.sure) | frozenset(within(gists))
