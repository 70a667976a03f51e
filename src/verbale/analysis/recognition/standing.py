"""Where each party stands: its highest step and when, how often it was seen with the authority, at what rank, and who told."""

from __future__ import annotations

from collections import Counter

import msgspec

from verbale.analysis.balance.weighing import quarter
from verbale.analysis.entries import Entry
from verbale.analysis.minutes import Minutes
from verbale.analysis.recognition.acts import Act, acknowledged, acts, doubtful
from verbale.analysis.recognition.index import Index, index
from verbale.analysis.recognition.law import Legal, denials, legal
from verbale.analysis.recognition.sensitivity import Cause, causes

RANKS = ("none", "official", "ambassador", "envoy", "deputy", "minister", "head")
_HIGHEST = 10
"""Parties highest in the index of which it is told what their bands rest on."""
_REMOTE = frozenset({"phone", "video", "letter"})


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """One party. ``ratchet`` is the highest step reached by the end of each quarter in which something happened.

    ``faces`` counts acknowledged face-to-face contact by quarter, ``rank`` is the highest that it offered, ``alone`` of ``told``
    acts with anybody's own account are published by the authority alone. ``legal`` and the index are two things: one is what was
    said, the other a judgement.
    """

    party: str
    acts: tuple[Act, ...]
    highest: Act
    ratchet: dict[str, str]
    faces: dict[str, int]
    rank: str
    alone: int
    told: int
    legal: Legal


class Recognition(msgspec.Struct, frozen=True, kw_only=True):
    """All parties, those highest on the ladder first.

    ``overclaims`` are reports of a recognition that its alleged author does not confirm, ``doubtful`` those whose words do not
    plainly say so; these are on no step. ``index`` is ``None`` without a sampling frame: a sum of what happened to be read measures
    what was read. ``causes`` tell what its bands rest on, of the parties highest in it.
    """

    standings: tuple[Standing, ...]
    acts: tuple[Act, ...]
    overclaims: tuple[Standing, ...]
    index: Index | None
    doubtful: tuple[Entry, ...] = ()
    causes: tuple[Cause, ...] = ()


def recognition(given: Minutes) -> Recognition:
    """Where every party in contact with the authority stands."""
    every = acts(given)
    denied = denials(given.entries)
    by_party: dict[str, list[Act]] = {}
    for act in every:
        by_party.setdefault(act.party, []).append(act)
    standings = [_standing(party, tuple(mine), denied) for party, mine in sorted(by_party.items())]
    ordered = sorted(standings, key=lambda s: (-s.highest.step.number, s.highest.date or "9999", s.party))
    counted = tuple(act for each in standings for act in _counting(each))
    summed = index(counted) if given.frame is not None and counted else None
    return Recognition(
        standings=tuple(ordered),
        acts=every,
        overclaims=tuple(each for each in ordered if each.legal.status.startswith("claimed")),
        index=summed,
        doubtful=doubtful(given, every),
        causes=causes(counted, [each.party for each in summed.scores[:_HIGHEST]]) if summed else (),
    )


def _standing(party: str, mine: tuple[Act, ...], denied: tuple[Entry, ...]) -> Standing:
    law = legal(party, mine, denied)
    sure = _sure(mine, law)
    faces = Counter(quarter(act.day) for act in mine if act.day is not None and _face(act.entry))
    told = [act for act in mine if act.entry.accounts or act.entry.facts.publicised or act.entry.facts.accounted]
    ranks = [rank for act in mine if (rank := act.entry.values.get(f"level.{party}")) in RANKS]
    return Standing(
        party=party,
        acts=mine,
        highest=max(sure or mine, key=lambda act: act.step.number),
        ratchet=_ratchet(sure),
        faces=dict(sorted(faces.items())),
        rank=max(ranks, key=RANKS.index, default="unknown"),
        alone=sum("authority_alone" in act.modifiers for act in mine),
        told=len(told),
        legal=law,
    )


def _sure(mine: tuple[Act, ...], law: Legal) -> list[Act]:
    """The acts that count: a recognition that only others claim is no step."""
    claimed = {entry.id for entry in law.entries} if law.status.startswith("claimed") else set()
    return [act for act in mine if act.entry.id not in claimed]


def _counting(each: Standing) -> list[Act]:
    return _sure(each.acts, each.legal)


def _ratchet(sure: list[Act]) -> dict[str, str]:
    found: dict[str, str] = {}
    high = -1
    for act in sorted((act for act in sure if act.day is not None), key=lambda a: (a.day or 0, a.step.number)):
        high = max(high, act.step.number)
        found[quarter(act.day or 0)] = f"L{high}"
    return found


def _face(each: Entry) -> bool:
    return (
        each.type == "CONSULT"
        and each.took_place
        and each.values.get("channel") not in _REMOTE
        and each.mode not in ("call", "correspond")
        and acknowledged(each)
    )
