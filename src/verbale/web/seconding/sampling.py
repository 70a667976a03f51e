"""The sample that a person codes blind: the first passages of the draw that they have not coded themselves."""

from __future__ import annotations

from itertools import islice

import msgspec

from verbale.web.seconding.codings import Coded, coded_by, codings
from verbale.web.seconding.passages import Passage, passages
from verbale.web.site import Site

SIZES = (20, 50, 100, 200)
POOLS = {"decided": "passages that somebody else has coded or reviewed", "all": "all passages"}
"""Out of which passages a sample is drawn."""


class Sample(msgspec.Struct, frozen=True):
    """The sample of a person: its passages, and those that are left to code."""

    passages: tuple[Passage, ...]
    left: tuple[Passage, ...]

    def after(self, name: str) -> str:
        """The passage to code after another; the first that is left where that one is not."""
        names = [each.id for each in self.left]
        at = names.index(name) + 1 if name in names else 0
        return names[at] if at < len(names) else ""


def sample(site: Site, by: str, pool: str, size: int) -> Sample:
    """The sample of a person: of the same record and size the same for everybody, but for what they coded before it was drawn."""
    found = codings(site)
    decided = (each.passage for each in found.values() if each.stands and _by_others(each, by))
    wanted = tuple(islice(passages(site).values() if pool == "all" else decided, size))
    return Sample(wanted, tuple(each for each in wanted if not coded_by(found.get(each.id), by)))


def asked_size(words: str) -> int:
    """A size as an address has it."""
    return int(words) if words.isdecimal() and int(words) in SIZES else SIZES[0]


def asked_pool(words: str) -> str:
    """A pool as an address has it."""
    return words if words in POOLS else "decided"


def _by_others(found: Coded, by: str) -> bool:
    """Whether somebody else coded a passage: whom a person's own coding can be compared with."""
    return any(not coded_by(msgspec.structs.replace(found, readings=(each,)), by) for each in found.readings)
