"""What an act is in law, as far as the record tells: recognised in so many words, claimed by others, or denied.

Recognition is express, or implied by conduct that can mean nothing else; who says that an act is no recognition defeats the
implication. What is kept here is only what was said by whom: what it is in law, the reader judges.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from verbale.analysis.entries import AUTHORITY, Entry
from verbale.analysis.recognition.acts import Act
from verbale.catalogue import labels
from verbale.saying import said

Status = Literal["none on record", "express", "claimed by others", "claimed and denied", "disclaimed"]
_NEAR = 31
"""Days around a claim within which the act that it may have been made of is looked for."""


class Legal(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on record of a party: ``status``, since when, the engagements that say so, and in words why."""

    status: Status
    date: str = ""
    entries: tuple[Entry, ...] = ()
    because: str = ""


def legal(party: str, acts: Iterable[Act], denials: Iterable[Entry]) -> Legal:
    """What stands on record of a party's recognition of the authority.

    A recognition counts as express only by the party's own account: what others report as one is a claim, and named beside what
    stands on record about that time.

    Args:
        party: The party.
        acts: Its acts on the ladder.
        denials: Engagements in which recognition is denied or disclaimed.
    """
    mine = tuple(acts)
    claims = [act for act in mine if act.step.id == "L9"]
    own = [act for act in claims if _own(party, act.entry)]
    against = tuple(each for each in denials if party in each.outside)
    if own:
        return Legal(status="express", date=own[0].date, entries=tuple(a.entry for a in own), because=said("by its own account"))
    if claims:
        return _claimed(party, mine, claims, against)
    if against:
        # what a party says of its own acts comes before a denial in general, which may be of any time
        spoken = [each for each in against if not denies(each)]
        own_acts, itself = said("it says that its acts are no recognition"), said("it denies that it recognises the authorities")
        because = own_acts if spoken else itself
        return Legal(status="disclaimed", date=(spoken or against)[0].when, entries=against, because=because)
    return Legal(status="none on record")


def denials(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The engagements in which a party denies that it recognises the authority, or says that an act of its own means none."""
    return tuple(each for each in entries if AUTHORITY in each.home and each.outside and (denies(each) or each.facts.disclaimed))


def denies(each: Entry) -> bool:
    """Whether a recognition is denied or refused as such, beside a disclaimer of another act."""
    return (each.type, each.mode) == ("SUPPORT", "recognise") and each.status in ("denied", "refused")


def _own(party: str, each: Entry) -> bool:
    return party in _tellers(each)


def _tellers(each: Entry) -> frozenset[str]:
    """The parties whose own account is among the reports."""
    return frozenset((*each.facts.attributed, *each.accounts, *each.facts.publicised))


def _claimed(party: str, mine: tuple[Act, ...], claims: list[Act], against: tuple[Entry, ...]) -> Legal:
    sides = sorted(map(labels.party, frozenset().union(*(_tellers(act.entry) for act in claims))))
    tellers = sides or sorted({name for act in claims for name in act.entry.publishers})
    near = [act for act in mine if act.step.number in (6, 7, 8) and any(_about(act, claim) for claim in claims)]
    what = said("nothing on record about then says so")
    if near:
        date = near[-1].date or said("undated")
        what = said("on record about then: {step} ({date})", step=near[-1].step.label, date=date)
    form = "told by {tellers}, not by {party} itself; {what}" if sides else "reported by {tellers}, not by {party} itself; {what}"
    because = said(form, tellers=", ".join(tellers) or said("others"), party=labels.party(party), what=what)
    status: Status = "claimed and denied" if against else "claimed by others"
    return Legal(status=status, date=claims[0].date, entries=tuple(act.entry for act in claims), because=because)


def _about(act: Act, claim: Act) -> bool:
    """Whether an act is of the days of a claim; one without a day is, where the same document tells of both."""
    if act.day is None:
        return not set(act.entry.documents).isdisjoint(claim.entry.documents)
    return claim.day is not None and abs(act.day - claim.day) <= _NEAR
