"""A third value: what an adjudicator reads in the words where neither of two codings is right."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from verbale.model import Event
from verbale.record import Record
from verbale.web.seconding.coding import ROLES, read
from verbale.web.seconding.passages import Passage
from verbale.web.site import Site

NEITHER = "3"
"""What is chosen where a third value stands in the stead of both."""
NEW = "new"
"""The block of the form for an act that neither coded."""
INPUTS: dict[str, tuple[str, ...]] = {
    "act": ("type",),
    "status": ("status",),
    "participants": ROLES,
    "date": ("date",),
    "place": ("place", "country"),
}
"""The inputs of the form in which each field is written."""


def block(n: int) -> str:
    """The block of the form in which the third values of an act are written."""
    return f"own{n}"


def written(event: Event | None) -> dict[str, str]:
    """An act as it is typed into a block."""
    if event is None:
        return {}
    people = {role: "\n".join(_typed(event, role)) for role in ROLES}
    told = {"type": f"{event.type}/{event.mode}", "status": event.status, "date": event.date, "place": event.place}
    return people | {name: value or "" for name, value in (told | {"country": event.place_country}).items()}


def _typed(event: Event, role: str) -> list[str]:
    return [f"{p.name}={p.party}" if p.party else p.name for p in event.participants if p.role == role]


class Third:
    """Reads third values from what an adjudicator sent."""

    def __init__(self, site: Site, record: Record, passage: Passage, sent: Mapping[str, str], by: str) -> None:
        """Take the passage, what was sent, and by whom."""
        self._site, self._passage, self._sent, self._by = site, passage, sent, by
        self._document = record.coded(passage.document, passage.sha256).document

    def whole(self, name: str) -> Event:
        """An act that the adjudicator alone reads, from its block.

        Raises:
            UsageError: Something that an act needs was not written, or a value is none of the codebook's.
        """
        return read(self._site, self._document, self._passage, self._sent, name, self._by)

    def fields(self, n: int, base: Event, names: Collection[str]) -> Event:
        """An act of which only the fields in ``names`` are to be taken; what an act needs besides is as in ``base``.

        Raises:
            UsageError: A value is none of the codebook's, or a name does not stand in the document.
        """
        name = block(n)
        wanted = {each for field in names for each in INPUTS[field]}
        needed = written(base) if "participants" not in names else {"type": written(base)["type"]}
        needed = {each: needed[each] for each in ("type", *ROLES) if each in needed and each not in wanted}
        taken = {f"{name}.{each}": self._sent.get(f"{name}.{each}", "") for each in wanted}
        told = {f"{name}.{each}": value for each, value in needed.items()} | taken
        return read(self._site, self._document, self._passage, told, name, self._by)

    @property
    def added(self) -> Event | None:
        """An act that neither coded, where one was written."""
        return self.whole(NEW) if self._sent.get(f"{NEW}.type") else None
