"""An event as the matcher sees it: family, parties, people, the days on which it can have been, place, topics and words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from datetime import date

import msgspec

from verbale.catalogue import labels, tables
from verbale.catalogue.fold import fold
from verbale.engagements.people import People, people, signs
from verbale.engagements.reports import order
from verbale.engagements.sessions import sitting
from verbale.engagements.wording import GENERIC, beside, destination, headline, there, to_come
from verbale.model import Event
from verbale.record.dates import days

Family = str
"""Events of different families are never the same act: ``occasion``, ``visit``, ``letter``, or a type such as ``ACCUSE``."""

SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
MUTUAL = frozenset({"COOPERATE", "AGREE"})
"""Acts of two sides together, of which either report names its own first."""
"""Acts done in words: one speaker does several of them to one target on one day, so that only their words tell them apart."""

_MODES = {"visit": "visit", "correspond": "letter"}
_BEFORE = 3
"""Days by which an act may precede the publication that alone dates it."""
_LONG_BEFORE = 30
"""The same for what several sides did at a place that is told, beside a report that states the day: a column speaks of it late."""
_BACK = 50
"""Days by which what is told without any date may be older still, beside a report that states the day."""
_UNDATED = 10
"""The same where the document does not even date it so."""
_AHEAD = 30
"""Days within which what is announced without a date is awaited."""
_WORD = re.compile(r"[^\W\d_]{4,}")


class Act(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One event prepared for comparison.

    ``order`` sorts acts in the same way whatever the order of their arrival. ``first`` and ``last`` are ordinal days, both ``None``
    where nothing dates the act; ``early`` is the first beside an act of a stated day.
    ``fixed`` says that the words give the very day, ``dated`` that they give a day,
    week, month or year; ``ahead`` that it is awaited after its announcement, at a time that is not told.
    ``persons`` are the ids and surnames of all of ``people``; ``beside`` says that the words set it off from another act,
    ``headline`` holds the cities abroad that the
    document's title names, ``session`` which one of a series that meets again and again it was.
    """

    event: Event
    order: tuple[str, str, int, str]
    document: str
    family: Family
    parties: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]
    people: dict[str, People]
    persons: frozenset[str]
    first: int | None
    early: int | None
    last: int | None
    fixed: bool
    dated: bool
    ahead: bool
    place: str | None
    country: str | None
    topics: frozenset[str]
    words: frozenset[str]
    beside: bool
    headline: frozenset[str] = frozenset()
    session: str | None = None

    @property
    def large(self) -> bool:
        """Whether it is an occasion of many: reports of it name different people."""
        return len(self.parties) > 3 or self.event.mode in ("attend", "host")

    @property
    def either(self) -> bool:
        """Whether it can be an occasion of many as well as of two: one side "attended" with one other."""
        return self.event.mode in ("attend", "host") and len(self.sources) == len(self.targets) == 1

    @property
    def guests(self) -> frozenset[str]:
        """Who came to an occasion of many from elsewhere: countries, whichever of their parties, and bodies of many countries."""
        if self.event.mode not in ("attend", "host") or self.place is None or self.held:
            return frozenset()
        return frozenset(labels.country_of(party) or party for party in self.parties) - {self.country}

    @property
    def spoken(self) -> bool:
        """Whether it is done in words, and can be said again tomorrow: not so a recognition that was given."""
        return self.family in SPEECH and not (self.event.mode == "recognise" and self.event.status == "happened")

    @property
    def held(self) -> bool:
        """Whether it was in a country that an authority holds, where all meet it."""
        return self.country in _held()

    @property
    def abroad(self) -> bool:
        """Whether it was in a country of none of those who took part, nor in one that an authority holds, where all meet it."""
        return self.country is not None and self.country not in _own(self.parties) | _held()


def prepared(events: Iterable[Event]) -> list[Act]:
    """The acts of ``events``, each event once, in an order of their own."""
    distinct = {event.id: event for event in events}
    return sorted((act(event) for event in distinct.values()), key=lambda each: each.order)


def act(event: Event) -> Act:
    """One event prepared for comparison."""
    family = _MODES.get(event.mode, "occasion") if event.type == "CONSULT" else event.type
    named = people(there(event))
    to = destination(event)
    only_place = frozenset({to.party} if to and to.party else ())
    parties = event.parties() - GENERIC - only_place
    first, last = window(event)
    ahead = _ahead(event)
    place, country = (to.name, to.party) if to else _where(event)
    place = fold(place).casefold() if place else None
    return Act(
        event=event,
        order=order(event),
        document=event.document.id,
        family=family,
        parties=parties,
        sources=event.parties("source") - GENERIC - only_place,
        targets=event.parties("target") - GENERIC,
        people=named,
        persons=frozenset().union(*map(signs, named.values())),
        first=first,
        early=None if first is None else first - earlier(event),
        last=last,
        fixed=event.date_precision == "day" and event.date_basis != "publication" and not ahead,
        dated=event.date is not None and event.date_basis != "publication" and not ahead,
        ahead=ahead,
        place=place,
        country=country,
        topics=frozenset(event.topics),
        words=words(event),
        beside=family == "occasion" and beside(event),
        headline=_headline(event, parties) if event.type == "CONSULT" else frozenset(),
        session=sitting(event, first, last, place) if event.type == "CONSULT" else None,
    )


def _where(event: Event) -> tuple[str | None, str | None]:
    """The place and the country; but nobody travels to the capital that is held by those who travel."""
    home = event.mode == "visit" and event.venue == "authority_capital" and event.place_country in _own(event.parties("source"))
    return (None, None) if home else (event.place, event.place_country)


def _headline(event: Event, parties: frozenset[str]) -> frozenset[str]:
    home = _own(parties) | _held()
    return frozenset(city for city, country in headline(event.document.title).items() if country not in home)


def _own(parties: Iterable[str]) -> set[str]:
    """The countries of parties, of states and of groups within them."""
    return {labels.country_of(party) or party for party in parties}


def window(event: Event) -> tuple[int | None, int | None]:
    """The first and the last day on which the act can have been, as ordinals."""
    found = _days(event.date, event.date_precision)
    published = _days(event.document.published, None)
    if published and _ahead(event):
        return published[0], published[1] + _AHEAD
    if found:
        return (found[0] - _BEFORE if event.date_basis == "publication" else found[0]), found[1]
    return (published[0] - _UNDATED, published[1]) if published else (None, None)


def _ahead(event: Event) -> bool:
    """Whether it is announced for a time that is not told: the day of the page, or of the announcement, is none."""
    later = to_come(event)
    if event.date is None or event.date_basis == "publication":
        return later or event.status in ("planned", "proposed")
    return later and event.date[:10] <= (event.document.published or "")


def earlier(event: Event) -> int:
    """Days by which an act of several at a place, dated by its publication, may be older than its window says."""
    if event.date is None and event.status == "happened" and event.type not in SPEECH and not _ahead(event):
        return _BACK
    several = event.type == "CONSULT" and event.place is not None and len(event.parties() - GENERIC) > 2
    told = event.date is not None and event.date_basis == "publication" and event.status == "happened" and not _ahead(event)
    return _LONG_BEFORE - _BEFORE if several and told else 0


@functools.cache
def _held() -> frozenset[str]:
    """The countries that a contested authority holds today."""
    rows = (row for row in tables.rows("common", "authorities") if row["code"].endswith("-AUTH") and not row["until"])
    return frozenset(row["country"] for row in rows if row["note"].startswith("[country"))


@functools.lru_cache(maxsize=50_000)
def _days(value: str | None, precision: str | None) -> tuple[int, int] | None:
    found = days(value[:10] if value else None, precision)
    return (date.fromisoformat(found[0]).toordinal(), date.fromisoformat(found[1]).toordinal()) if found else None


def names(event: Event) -> frozenset[str]:
    """The words by which participants are named, as far as ``Act.words`` have them."""
    return frozenset(word[:5] for who in event.participants for word in _WORD.findall(who.name.casefold()))


def words(event: Event) -> frozenset[str]:
    """The beginnings of the words of a report, but of contact, which is known by who met."""
    if event.type == "CONSULT":
        return frozenset()
    return frozenset(word[:5] for part in event.evidence for word in _WORD.findall(part.text.casefold()))
