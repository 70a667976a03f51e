"""What an engagement comes to for those who count, whatever the country from which they look: kept beside it, and read alone."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.engagements.facts import Facts
from verbale.model import ENGAGING, Event


class Gist(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One engagement, without its reports.

    ``order`` is by what engagements are sorted; ``reports`` the ids of its events, ``documents`` those of their documents.
    ``first`` and ``last`` are the ordinals of the days between which it lies, ``None`` where nothing dates it. ``parties`` took
    part, ``at`` says where each of them was, as far as reports tell. ``told`` counts the documents that tell of it as held and
    touch the case: completely, all, the same of those reviewed; ``strict`` says whether the strict view admits it, by all and by
    the reviewed. ``untold`` are dealings with an armed side, which are counted and not told further, as that could harm somebody.
    What is not ``sure`` a program read, and no report tells it plainly; of ``vague`` contact nothing is told but who met whom.
    """

    id: str
    type: str
    mode: str
    status: str
    order: tuple[str, str, int, str]
    reports: tuple[str, ...]
    documents: tuple[str, ...]
    parties: tuple[str, ...]
    at: tuple[tuple[str, tuple[str, ...]], ...]
    values: dict[str, str]
    facts: Facts
    told: tuple[int, int, int, int]
    strict: tuple[bool, bool] = (False, False)
    publishers: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    date: str = ""
    first: int | None = None
    last: int | None = None
    parent: str | None = None
    untold: bool = False
    sure: bool = True
    vague: bool = False

    @property
    def took_place(self) -> bool:
        """Whether it is taken to have taken place, or to go on."""
        return self.status in ENGAGING

    @property
    def large(self) -> bool:
        """Whether more than two parties took part in it as an occasion."""
        return self.type == "CONSULT" and len(self.parties) > 2 and self.mode != "visit"


class Reported(Gist, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """The same with its reports, the first published first."""

    events: Sequence[Event] = ()
