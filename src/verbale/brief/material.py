"""What a brief is made from."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from verbale.analysis.entries import Entry, entries, kept_from, merged
from verbale.analysis.sampling import Frame
from verbale.analysis.scorecard import Card
from verbale.analysis.voices.asks import Ask, asks
from verbale.brief.period import Period, period, year_to
from verbale.engagements import Engaged, engagements
from verbale.engagements.planning import Planned, calendar
from verbale.engagements.prudence import Prudence
from verbale.model import Coded, Document, Event, Mention, Participant, SetAside
from verbale.pictures.counting import SIDES, Case, Side, Tie, case_of, contacts, counted, order, sides, ties


class Material(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The readings of any number of documents, in any order, the acts that they tell of, and what could not be read.

    ``case`` names a case pack or is ``none``. ``frame`` says out of what the documents were drawn, where anybody stated it;
    without one only counts are given. ``period`` is the time that is asked about, ``only`` the ids of the acts, ``None`` for all;
    ``card`` says how well the coder reads.
    """

    readings: tuple[Coded, ...]
    engaged: tuple[Engaged, ...]
    case: str = "none"
    set_aside: tuple[SetAside, ...] = ()
    frame: Frame | None = None
    period: Period | None = None
    only: frozenset[str] | None = None
    card: Card | None = None

    @functools.cached_property
    def about(self) -> Case:
        """The case as the counts need it."""
        return case_of(self.case)

    @functools.cached_property
    def every(self) -> tuple[Entry, ...]:
        """All that the record tells of, of whatever time, by date; the undated come last."""
        # what is looked through by date lies in memory by date: each pass then takes a third of the time
        given = sorted(self.engaged, key=lambda each: each.engagement.values.get("date", "9999"))
        known = entries(given, self.about.country, self.prudence)
        return merged(sorted((self.prudence.sound(each)[0] for each in known), key=order))

    @functools.cached_property
    def told(self) -> tuple[Entry, ...]:
        """What is told of what is asked about: all of its acts, also those that no count may use."""
        return self._of(self.period)

    @functools.cached_property
    def plain(self) -> tuple[Entry, ...]:
        """Those of the same that are told plainly, or that a person looked at."""
        return tuple(each for each in self.told if each.sure)

    @functools.cached_property
    def acts(self) -> tuple[Entry, ...]:
        """The acts that any count may use: plainly told, complete, and within the case."""
        return counted(self.plain)

    @functools.cached_property
    def contacts(self) -> tuple[Entry, ...]:
        """The engagements: contact that took place or goes on, plainly told."""
        return contacts(self.plain)

    @functools.cached_property
    def ties(self) -> tuple[Tie, ...]:
        """Who was in contact with whom."""
        return ties(self.contacts)

    @functools.cached_property
    def asks(self) -> tuple[Ask, ...]:
        """What was asked for, plainly told."""
        return asks(self.plain)

    @functools.cached_property
    def met(self) -> dict[Side, list[Entry]]:
        """The contacts of outside parties with each side."""
        return {side: [each for each in self.contacts if side in sides(each)] for side in SIDES}

    @functools.cached_property
    def possible(self) -> tuple[Entry, ...]:
        """The acts that a machine read and that are not plainly told: they are counted apart.

        A doubtful reading of a sentence that plainly tells another act, or tells a likelier one, adds nothing and is left out.
        """
        doubted = counted(each for each in self.told if not each.sure and not all(map(self._empty, each.events)))
        if not doubted:
            return ()
        pages = {name for each in doubted for name in each.documents}
        told = {p for each in self.acts if not pages.isdisjoint(each.documents) for p in self.prudence.places(each)}
        found: dict[str, Entry] = {}
        for each in sorted(doubted, key=lambda one: (-max(event.confidence for event in one.events), *order(one))):
            places = self.prudence.places(each)
            if not places <= told:
                told |= places
                found[each.id] = each
        return tuple(each for each in doubted if each.id in found)

    @functools.cached_property
    def before(self) -> tuple[Entry, ...]:
        """The acts of the period before; none where no period is asked about."""
        earlier = self._of(self.period.before) if self.period else ()
        return counted(each for each in earlier if each.sure)

    @functools.cached_property
    def armed(self) -> frozenset[str]:
        """The ids of the acts in which an armed side has a part."""
        return frozenset(each.id for each in self.told for event in each.events if any(map(_armed, event.participants)))

    def tells(self, entry: Entry) -> bool:
        """Whether an act may be told in an account: nothing of it is kept silent, and no armed side has a part in it."""
        return not entry.silent and entry.id not in self.armed

    @functools.cached_property
    def late(self) -> Material | None:
        """The last twelve months of what is told, as a period of their own; nothing where a period is asked about."""
        last = max((each.last for each in self.plain if each.last is not None and not each.silent), default=None)
        if last is None or self.period:
            return None
        at = year_to(last)
        made = msgspec.structs.replace(self, period=at)
        # what does not depend on the period is not worked out a second time
        told, acts = (tuple(each for each in of if at.holds(each.first, each.last)) for of in (self.told, self.acts))
        made.__dict__.update(every=self.every, prudence=self.prudence, told=told, acts=acts)
        return made

    @functools.cached_property
    def by_id(self) -> dict[str, Entry]:
        """Every act that is told by its id."""
        return {each.id: each for each in (*self.before, *self.told)}

    @functools.cached_property
    def prudence(self) -> Prudence:
        """What of the readings is taken at its word."""
        texts = {each.document.id: each.document.text for each in self.readings}
        named = {each.document.id: each.events for each in self.readings}
        return Prudence(texts, named)

    @functools.cached_property
    def quoted(self) -> dict[str, Any]:
        """What was found to be quoted of acts (``quoting.words``), by their ids: several sections ask for it."""
        return {}

    @functools.cached_property
    def found(self) -> dict[str, Any]:
        """What else several sections ask for, by its name: it is worked out once."""
        return {}

    @functools.cached_property
    def outcomes(self) -> dict[str, Planned]:
        """What became of announced occasions, by the ids of the acts."""
        return {each.engagement.id: each for each in calendar(self.engaged)}

    @functools.cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents by date of publication, then key: of a period those that were published in it or tell of it."""
        read, at = (reading.document for reading in self.readings), self.period
        if at is not None:
            telling = {name for each in self.told for name in each.documents}
            read = (document for document in read if at.touches(document.published) or document.id in telling)
        return tuple(sorted(read, key=lambda d: (d.published or "9999", d.key or "", d.id)))

    @functools.cached_property
    def dates(self) -> tuple[str, ...]:
        """Their dates of publication, in their order."""
        return tuple(d.published for d in self.documents if d.published)

    @functools.cached_property
    def hushed(self) -> frozenset[str]:
        """The ids of the documents whose title, address and day are not shown, as they may tell what is not told."""
        return kept_from(self.every)

    @functools.cached_property
    def read(self) -> tuple[Coded, ...]:
        """The readings of the documents, in their order."""
        return tuple(self._by_document[document.id] for document in self.documents)

    def coded(self, document: str) -> Coded:
        """What was read in a document, by its id."""
        return self._by_document[document]

    def doubts(self, entry: Entry) -> bool:
        """Whether a machine read an act that is told and its reports do not tell it plainly."""
        return not entry.sure

    def mentions(self, kind: str) -> tuple[tuple[Document, Mention], ...]:
        """The mentions of one kind with their documents, in the order of the documents."""
        return self._mentions.get(kind, ())

    def filling(self, field: str) -> Iterator[tuple[Event, Entry]]:
        """The reports that may be counted of those counted acts of which any fills one of the fields that few do, with the act."""
        return ((e, each) for each in self.acts for e in each.telling(field) if e.complete and e.in_case)

    @functools.cached_property
    def quotable(self) -> tuple[tuple[Event, Entry], ...]:
        """Every report of every counted act that may be counted itself and whose words may be shown, with the act."""
        return tuple((e, each) for each in self.acts if not each.silent for e in each.events if e.complete and e.in_case)

    @functools.cached_property
    def _mentions(self) -> dict[str, tuple[tuple[Document, Mention], ...]]:
        found: dict[str, list[tuple[Document, Mention]]] = {}
        for each in self.read:
            for mention in each.mentions:
                found.setdefault(mention.kind, []).append((each.document, mention))
        return {kind: tuple(those) for kind, those in found.items()}

    @functools.cached_property
    def _by_document(self) -> dict[str, Coded]:
        return {reading.document.id: reading for reading in self.readings}

    def _of(self, at: Period | None) -> tuple[Entry, ...]:
        asked = (each for each in self.every if self.only is None or each.id in self.only)
        return tuple(each for each in asked if at is None or at.holds(each.first, each.last))

    def _empty(self, event: Event) -> bool:
        return self.prudence.empty(event, self.about.since)


def _armed(who: Participant) -> bool:
    return who.party is not None and who.party.endswith("-ARM")


def material(
    readings: Iterable[Coded],
    case: str = "none",
    set_aside: Iterable[SetAside] = (),
    *,
    engaged: Iterable[Engaged] | None = None,
    frame: Frame | None = None,
    since: str | None = None,
    until: str | None = None,
    card: Card | None = None,
) -> Material:
    """The material of a brief.

    Args:
        readings: Readings in any order, one for each document.
        case: A case pack, or ``none``.
        set_aside: What could not be read.
        engaged: The acts that the readings tell of, where a record keeps them; they are matched here where left out.
        frame: Out of what the documents were drawn.
        since: The first day or month of the period; ``until`` the last. Without both it is all time.
        until: See ``since``.
        card: How well the coder reads.

    Raises:
        UsageError: A date is none, or the period ends before it begins.
    """
    given = tuple(readings)
    if engaged is None:
        engaged = engagements((event for each in given for event in each.events), [each.document for each in given])
    return Material(
        readings=given,
        engaged=tuple(engaged),
        case=case,
        set_aside=tuple(set_aside),
        frame=frame,
        period=period(since, until, _bounds(given)),
        card=card,
    )


def _bounds(readings: tuple[Coded, ...]) -> tuple[str, str] | None:
    """The first and the last date of all that is read: of acts and of publications."""
    told = {event.date for each in readings for event in each.events} | {each.document.published for each in readings}
    found = sorted(filter(None, told))
    return (found[0], found[-1]) if found else None
