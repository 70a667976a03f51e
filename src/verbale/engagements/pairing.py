"""Two accounts of one occasion side by side: what only one of them has, who came first, and how far they diverge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date
from typing import Protocol

import msgspec

from verbale.catalogue.fold import fold
from verbale.engagements.accounts import Account, told
from verbale.engagements.engaged import Engaged
from verbale.engagements.reports import accounts
from verbale.engagements.versions import voiced
from verbale.errors import UsageError
from verbale.model import Coded, Event

PARTS = {
    "topics": "topics that only one has",
    "asks": "topics of what was asked that only one has",
    "conditions": "topics of conditions that only one has",
    "offers": "topics of what was offered or promised that only one has",
    "namings": "words for the authority that only one uses",
    "disclaimers": "only one says that it means no recognition",
    "facts": "date, place and ranks on which they contradict each other",
}
"""The parts of the divergence, each a share from 0 (alike) to 1; the score is the mean of those that either account speaks to."""

_FACTS = ("date", "place", "status", "channel")
_ENOUGH = 2


class Readings(Protocol):
    """Whatever has the readings of documents: a record, or what a brief is made from."""

    def coded(self, document: str) -> Coded:
        """What was read in a document, by its id."""
        ...


class Split(msgspec.Struct, frozen=True):
    """What one account has, what both have, what the other has."""

    first: tuple[str, ...]
    both: tuple[str, ...]
    second: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share that only one has; nothing where neither has anything."""
        alone = len(self.first) + len(self.second)
        return alone / (alone + len(self.both)) if alone else 0.0


class Paired(msgspec.Struct, frozen=True, kw_only=True):
    """Two accounts of one occasion. ``days`` is by how much the second came later, where both days of publication are told.

    ``splits`` are by the parts' names; ``parts`` the shares of those that either account speaks to; ``facts`` holds the values in
    conflict.
    """

    engagement: str | None
    about: str
    a: Account
    b: Account
    days: int | None
    splits: dict[str, Split]
    facts: dict[str, tuple[str, str]]
    parts: dict[str, float]
    score: float


def of_engagement(each: Engaged, record: Readings, sides: Sequence[str] = ()) -> Paired:
    """The two accounts of an engagement: of the sides named, else the first two, those of the parties to it before publishers'.

    Raises:
        UsageError: It has no two accounts, or none of a side that is named.
    """
    found = _accounts(each, record)
    chosen = [_of(found, side) for side in sides] if sides else _first(found, each)
    if len(chosen) < _ENOUGH:
        have = ", ".join(account.side for account in found)
        raise UsageError(f"{each.id} has one account only: {have}", "see those with two: verbale pair")
    return paired(chosen[0], chosen[1], each)


def pairable(engagements: Sequence[Engaged], record: Readings, only: Container[str] | None = None) -> tuple[Paired, ...]:
    """Every occasion of which both sides have an account, or one side and somebody else, compared; the widest apart first.

    Where a page tells of several occasions in one pair of accounts, these are listed once, of one that took place if any did.

    Args:
        engagements: The occasions, with whatever else their pages tell.
        record: What the pages are read from.
        only: The ids of the occasions that are compared; all of them where left out.
    """
    met = (each for each in engagements if each.engagement.type == "CONSULT" and (only is None or each.id in only))
    given = sorted(met, key=lambda each: not each.took_place)
    pages = _Pages(engagements, record)
    found: dict[tuple[object, ...], Paired] = {}
    for each in given:
        if len(each.documents) > 1 or pages.several(each):
            chosen = _first(_accounts(each, record), each)
            if len(chosen) >= _ENOUGH and chosen[0].side in each.parties:
                told = tuple((account.side, account.documents, account.words) for account in chosen)
                found.setdefault(told, paired(chosen[0], chosen[1], each))
    return tuple(sorted(found.values(), key=lambda pair: (-pair.score, pair.engagement or "")))


class _Pages:
    """Which pages pass on the accounts of which parties; one of both sides has two accounts."""

    def __init__(self, engagements: Iterable[Engaged], record: Readings) -> None:
        self._record = record
        self._passed_on: dict[str, set[str]] = defaultdict(set)
        self._between: dict[str, list[frozenset[str]]] = defaultdict(list)
        for event in (event for each in engagements for event in each.events):
            self._passed_on[event.document.id] |= accounts(event)
            if event.type != "CONSULT":
                self._between[event.document.id].append(event.parties())

    def several(self, each: Engaged) -> bool:
        """Whether the page of an occasion that one page tells of passes on the accounts of several sides."""
        page = each.documents[0]
        if len(self._passed_on[page] & each.parties) > 1:
            return True
        # a version can be told of in a heading alone; the page is read for it only if either side can have one
        said = sum(len(parties & each.parties) > 1 for parties in self._between[page])
        if not each.took_place or said < _ENOUGH:
            return False
        coded = voiced(self._record.coded(page), each.parties)
        return len(frozenset().union(*map(accounts, coded)) & each.parties) > 1


def paired(a: Account, b: Account, each: Engaged) -> Paired:
    """Two accounts of an engagement compared, the earlier published first."""
    a, b = sorted((a, b), key=lambda account: (account.published or "9999", account.side))
    splits = {
        "topics": _split(a.topics, b.topics),
        "asks": _split(_topics(a.asks), _topics(b.asks)),
        "conditions": _split(_topics(a.conditions), _topics(b.conditions)),
        "offers": _split(_topics((*a.offers, *a.commitments)), _topics((*b.offers, *b.commitments))),
        "namings": _split(_plain(a.namings), _plain(b.namings)),
        "disclaimers": _split(("disclaimed",) if a.disclaimers else (), ("disclaimed",) if b.disclaimers else ()),
    }
    parts = {name: split.share for name, split in splits.items() if split.first or split.both or split.second}
    facts, compared = _facts(a, b, each.events)
    if compared:
        parts["facts"] = len(facts) / compared
    return Paired(
        engagement=each.id,
        about=_about(each),
        a=a,
        b=b,
        days=_days(a.published, b.published),
        splits=splits,
        facts=facts,
        parts={name: round(share, 3) for name, share in parts.items()},
        score=round(sum(parts.values()) / len(parts), 3) if parts else 0.0,
    )


def _accounts(each: Engaged, record: Readings) -> tuple[Account, ...]:
    around = [event for document in each.documents for event in voiced(record.coded(document), each.parties)]
    own = {event.id: event for event in around}
    return told([own.get(event.id, event) for event in each.events], around)


def _first(found: Sequence[Account], each: Engaged) -> list[Account]:
    """The two accounts that stand for all: of the parties before others'; what a page says around a party's is none of its own."""
    own = [account for account in found if account.side in each.parties]
    first, *rest = [*own, *(account for account in found if account not in own)]
    others = (account for account in rest if account in own or not set(account.documents) <= set(first.documents))
    return [first, *others][:_ENOUGH]


def _of(found: Sequence[Account], side: str) -> Account:
    wanted = fold(side).casefold()
    near = [account for account in found if wanted in (account.side.casefold(), *(d.casefold() for d in account.documents))]
    near = near or [account for account in found if wanted in fold(account.publisher).casefold()]
    if len(near) != 1:
        raise UsageError(f"there is no account of {side}", f"its accounts are those of {', '.join(a.side for a in found)}")
    return near[0]


def _about(each: Engaged) -> str:
    values = each.engagement.values
    parts = (f"{' and '.join(sorted(each.parties))}, {each.engagement.mode}", values.get("date"), values.get("place"))
    return ", ".join(part for part in parts if part)


def _split(a: Iterable[str], b: Iterable[str]) -> Split:
    mine, theirs = dict.fromkeys(a), dict.fromkeys(b)
    return Split(
        tuple(each for each in mine if each not in theirs),
        tuple(each for each in mine if each in theirs),
        tuple(each for each in theirs if each not in mine),
    )


def _topics(said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(topic or "no topic told" for topic, _ in said))


def _plain(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(each).casefold().removeprefix("the ") for each in words))


def _facts(a: Account, b: Account, events: Sequence[Event]) -> tuple[dict[str, tuple[str, str]], int]:
    """The values on which the two contradict each other, and how many both tell."""
    mine, theirs = (_values(account, events) for account in (a, b))
    both = [name for name in mine if name in theirs]
    return {name: (mine[name], theirs[name]) for name in both if not _agree(name, mine[name], theirs[name])}, len(both)


def _values(account: Account, events: Sequence[Event]) -> dict[str, str]:
    found: dict[str, str] = {}
    for event in (each for each in events if each.document.id in account.documents):
        for name in _FACTS:
            value = getattr(event, name)
            if value not in (None, "unknown") and not (name == "date" and event.date_basis == "publication"):
                found.setdefault(name, str(value))
        for party, level in event.level.items():
            found.setdefault(f"level of {party}", level)
    return found


def _agree(name: str, one: str, other: str) -> bool:
    # a month says nothing against a day of that month
    return one == other or (name == "date" and (one.startswith(other) or other.startswith(one)))


def _days(first: str | None, second: str | None) -> int | None:
    try:
        return (date.fromisoformat(second or "") - date.fromisoformat(first or "")).days
    except ValueError:
        return None
