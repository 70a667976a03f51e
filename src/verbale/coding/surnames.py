"""Surnames that stand alone: whose they are, where the page introduces nobody of that name."""

from __future__ import annotations

from typing import Any

from verbale.catalogue import dates
from verbale.coding.scene import Known, Scene
from verbale.coding.wordnet import kinds
from verbale.model import Candidate

Token = Any
_SHORT = 4


def learnt(head: Token, scene: Scene) -> bool:
    """Whether a capitalised word that the tagger took for a common noun is a surname: somebody's introduced, or no other word."""
    known = scene.names.get(head.text)
    if head.pos_ != "NOUN":
        return False
    if known is not None:
        return bool(known.name.split()[-1] == head.text)
    return bool(scene.world.surname(head.text)) and not kinds(head.lower_, "N") and not kinds(head.lemma_.lower(), "V")


def by_surname(name: str, rank: int | None, scene: Scene) -> Known | None:
    """A bare surname of the case's own people; several bearers stay candidates with weights."""
    if " " in name or len(name) < _SHORT:
        return None
    bearers = scene.world.surname(name.split()[-1])
    offices = [(p, o) for p in bearers if (o := scene.world.office(p, scene.day))]
    held = [(p, o) for p, o in offices if dates.within(scene.day, o.since, o.until)] or offices
    fitting = [(p, o) for p, o in held if rank is None or o.rank == rank] or held
    if not fitting:
        return None
    parties = {o.party for _, o in fitting}
    person, office = fitting[0]
    single = len(fitting) == 1
    candidates = () if single else tuple(Candidate(actor=p, weight=round(1 / len(fitting), 3)) for p, _ in fitting)
    party = next(iter(parties)) if len(parties) == 1 else None
    return Known(
        name,
        party,
        person if single else None,
        office.title if single else None,
        office.rank if single else None,
        candidates,
    )
