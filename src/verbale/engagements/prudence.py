"""What of a machine's reading is taken at its word, and what is counted apart and given in the words alone.

A coder reads widely: it takes a match that was scrapped for a meeting, an appointment for recognition, a page's day for the day
of a deal of years before. Nobody reviewed most of it. What is told as an act must therefore be likely, and the very sentences that
report it must name the parties and leave no doubt that it was done; the rules are data (``common/prudence.toml``). What a person
confirmed, corrected or entered is told as it stands.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

import msgspec

from verbale.catalogue import labels, tables
from verbale.catalogue.ranks import highest
from verbale.coding import themes
from verbale.engagements.facts import facts
from verbale.engagements.gist import Gist, Reported
from verbale.engagements.sentences import around, before, dateline, following
from verbale.engagements.whereabouts import Whereabouts, come_to, headed_in, named_in, venue
from verbale.engagements.wording import by_machine, there
from verbale.model import ENGAGING, Document, DocumentRef, Event, Participant, Said
from verbale.record.dates import ordinals

_BOUND = 40
"""Code points before a date or a place in which a word that makes it a bound is looked for."""
_BESIDE = 12
"""Code points to either side of a party's name in which words for a place are looked for."""
_AFTER = 2
"""Sentences after contact in which somebody may be told not to confirm it: the first may only ask."""
_THERE = frozenset({"meet", "visit", "attend", "host"})
"""Modes of contact that were somewhere."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_STATE_TYPES = frozenset({"SUPPORT/recognise"})
_THING = frozenset({"it", "this", "that"})
_NEAR = 10
"""Days around an act within which who is told to have kept away was not there."""
_BOTH = frozenset({"CONSULT", "SANCTION", "CONCEDE", "AGREE"})
"""Types of act whose parties must both stand in the sentences; of others it is enough that the doer does."""


class _Rule(msgspec.Struct, frozen=True, kw_only=True):
    acts: tuple[str, ...]
    words: str
    statuses: tuple[str, ...] = ()

    def concerns(self, event: Event) -> bool:
        whole = f"{event.type}/{event.mode}"
        return (event.type in self.acts or whole in self.acts) and (not self.statuses or event.status in self.statuses)


class _Rules(msgspec.Struct, frozen=True, kw_only=True):
    confidence: dict[str, float]
    doubt: tuple[_Rule, ...]
    needed: tuple[_Rule, ...]
    former: dict[str, list[str] | str]
    nameless: dict[str, frozenset[str]]
    pronouns: dict[str, frozenset[str]]
    bounds: dict[str, str]
    past: dict[str, str]
    absent: dict[str, str]
    unconfirmed: dict[str, str]

    def likely(self, event: Event) -> bool:
        """Whether a reading is likely enough to be counted, and put into our words: of contact sooner than of what else is done."""
        return event.confidence >= self.confidence["contact" if event.type == "CONSULT" else "act"]


class Standing(Protocol):
    """Whatever stands in a document."""

    @property
    def document(self) -> Document | DocumentRef:
        """The document."""
        ...


_R = TypeVar("_R", bound=Reported)
Absent = dict[str, tuple[tuple[int, int], ...]]
"""Whoever is told to have kept away from something, by id, and the days, as ordinals of first and last."""


class Prudence:
    """The rules over the texts of documents, by the documents' ids."""

    def __init__(self, texts: Mapping[str, str], named: Mapping[str, Iterable[Event]]) -> None:
        """Take the texts, and the events of every document: they tell who a pronoun may be, and who kept away."""
        self._texts, self._named = texts, named

    def judged(self, gist: Gist, events: Sequence[Event]) -> Gist:
        """What an engagement comes to by what is taken at its word; ``events`` are its reports."""
        told, plain = self.sound(Reported(**_values(gist), events=events))
        return Gist(**(_values(told) | {"sure": plain, "vague": plain and vague(told)}))

    def sound(self, entry: _R) -> tuple[_R, bool]:
        """An act as it may be told, and whether any report tells it plainly.

        Places, dates and names that the sentences do not bear are left out. A report that does not tell it plainly adds nobody to
        an act that others do; of several such the likeliest speaks.
        """
        machine = [by_machine(event) for event in entry.events]
        if not any(machine):
            return entry, True
        plain = [not read or self.plain(event) for read, event in zip(machine, entry.events, strict=True)]
        likeliest = max(entry.events, key=lambda event: event.confidence)
        heard = plain if any(plain) else [event is likeliest for event in entry.events]
        events = tuple(
            event if not read else self._cleaned(event, bare=not well)
            for read, well, event in zip(machine, heard, entry.events, strict=True)
        )
        telling = [event for event, well in zip(events, heard, strict=True) if well]
        if events != entry.events:
            entry = _levelled(entry, events)
            entry = msgspec.structs.replace(entry, events=events, facts=facts(events, entry.date))
        return self._dated(self._placed(entry, telling), telling), any(plain)

    def plain(self, event: Event) -> bool:
        """Whether a machine's reading is likely and its own sentences plainly tell such an act of such parties."""
        rules = _rules()
        if not rules.likely(event) or not (event.complete and event.in_case) or self.headed(event):
            return False
        words = self.sentences(event)
        if any(rule.concerns(event) and tables.holds(rule.words, words) for rule in rules.doubt) or self._alleged(event):
            return False
        if any(rule.concerns(event) and not tables.holds(rule.words, words) for rule in rules.needed):
            return False
        return (
            self._by_states(event)
            and not self._aimless(event)
            and self.names(event)
            and not self._once(event, words)
            and not self._looks_back(event)
        )

    def sentences(self, event: Event) -> str:
        """The sentences that report an event, those of one place once; its evidence alone where the text is not at hand."""
        text = self._texts.get(event.document.id)
        if text is None:
            return " ".join(part.text for part in event.evidence)
        return " … ".join(text[start:end] for start, end in self._spans(event))

    def places(self, entry: Reported) -> frozenset[tuple[str, int, int]]:
        """The sentences that report an act: the ids of their documents, where they begin and end."""
        return frozenset(
            (event.document.id, *span)
            for event in entry.events
            for span in (self._spans(event) if event.document.id in self._texts else [(p.start, p.end) for p in event.evidence])
        )

    def text(self, event: Standing) -> str | None:
        """The text of the document that reports an event or holds anything else, where it is at hand."""
        return self._texts.get(event.document.id)

    def _spans(self, event: Event) -> list[tuple[int, int]]:
        text = self._texts[event.document.id]
        return sorted({around(text, part.start, part.end) for part in event.evidence})

    def _alleged(self, event: Event) -> bool:
        """Whether what is told about contact says that it is only alleged: one report alone has it, or nobody confirms it."""
        if event.type != "CONSULT" or event.status not in ENGAGING or event.document.id not in self._texts:
            return False
        text, rules = self._texts[event.document.id], _rules().unconfirmed
        first, last = self._spans(event)[0][0], self._spans(event)[-1][1]
        led = before(text, first)
        near = text[first if led is None or "\n\n" in text[led:first] else led : last]
        answered = f"{text[first:last]} {following(text, last, _AFTER)}"
        return tables.holds(rules["source"], near) or tables.holds(rules["answer"], answered)

    def _within(self, event: Event, start: int | None) -> bool:
        if event.document.id not in self._texts or start is None:
            return True
        return any(first <= start < last for first, last in self._spans(event))

    def _by_states(self, event: Event) -> bool:
        """Whether what only states can do is done by some."""
        whole = f"{event.type}/{event.mode}"
        if whole not in _STATE_TYPES or event.status not in ENGAGING:
            return True
        return any(labels.is_state(party) for party in event.parties("source"))

    def _aimless(self, event: Event) -> bool:
        """Whether nothing but an "it" that something is done to brings an act into the case: it may be anything."""
        home = [who for who in event.participants if who.party and labels.country_of(who.party)]
        return bool(home) and all(who.role == "target" and who.name.casefold() in _THING for who in home)

    def names(self, event: Event) -> bool:
        """Whether the parties stand in the sentences, as anybody: of contact all, of other acts the doers."""
        both = event.type in _BOTH
        for role in ("source", "target") if both else ("source",):
            there = {who.party for who in event.participants if who.role == role and self._told(event, who, far=not both)}
            if event.parties(role) - there:
                return False
        return True

    def _told(self, event: Event, who: Participant, *, far: bool = False) -> bool:
        """Whether the sentences name a participant, by words that tell which party; ``far``: or their paragraph before them."""
        words = who.name.casefold().split()
        if words and words[-1] in _rules().nameless["words"]:
            return False
        if event.type == "CONSULT" and (
            self._before(event, who.start, "title") or self._site(event, who) or self._away(event, who)
        ):
            return False
        return self._within(event, who.start) or (far and self._above(event, who.start))

    def _above(self, event: Event, start: int) -> bool:
        text = self._texts.get(event.document.id, "")
        first = min(part.start for part in event.evidence)
        return start < first and "\n\n" not in text[start:first]

    def _site(self, event: Event, who: Participant) -> bool:
        """Whether a party's name only says where something was: "in the Spanish capital", "over Iranian soil"."""
        text = self._texts.get(event.document.id, "")
        return tables.holds(_rules().bounds["site"], text[max(0, who.start - _BESIDE) : who.end + _BESIDE])

    def _once(self, event: Event, words: str) -> bool:
        """Whether the doer is told of by an office held once, and is taken for those who rule now."""
        former = _rules().former
        acting = {labels.class_of(party) for party in event.parties("source")}
        return event.type != "CONSULT" and bool(acting & {*former["classes"]}) and tables.holds(str(former["words"]), words)

    def empty(self, event: Event, since: str = "") -> bool:
        """Whether a report may as well be left out: nothing but a heading, or what was before a case began (``since``)."""
        if self.headed(event):
            return True
        years = _YEAR.findall(self._elsewhen(event)) if event.date_basis == "publication" else []
        return bool(years) and all(year < since[: len("2021")] for year in years)

    def headed(self, event: Event) -> bool:
        """Whether nothing but the heading at the head of a page reports an event: it tells no act by itself."""
        title, text = event.document.title or "", self._texts.get(event.document.id, "")
        # a heading that is set on two lines is one all the same
        head = re.match(r"\s+".join(map(re.escape, title.split())), text) if title else None
        return head is not None and all(part.end <= head.end() for part in event.evidence)

    def _looks_back(self, event: Event) -> bool:
        """Whether contact or an agreement that no word dates is told in a look back: nobody knows whether it is of the case."""
        if event.type not in ("CONSULT", "AGREE") or event.date_basis != "publication":
            return False
        words = self._elsewhen(event)
        return any(tables.holds(_rules().past[rule], words) for rule in ("words", "mentioned"))

    def _cleaned(self, event: Event, *, bare: bool) -> Event:
        event = _by_its_page(event)
        if bare:
            return msgspec.structs.replace(event, participants=())
        kept = [who for who in there(event) if (who.role == "source" and not self._apart(event, who)) or self._told(event, who)]
        asks = [said for said in event.said if said.kind == "ask"] if event.type == "REQUEST" and self.text(event) else []
        people = tuple(self._known(event, who) for who in self._asked(event, asks, kept) if not self._away(event, who))
        return msgspec.structs.replace(event, participants=people, topics=self._asking(event, asks))

    def _apart(self, event: Event, who: Participant) -> bool:
        """Whether a doer of contact is named elsewhere than in the sentences that tell it, where others of the party are."""
        if event.type != "CONSULT" or self._within(event, who.start):
            return False
        mine = (other for other in event.participants if other.party == who.party and other.role == who.role)
        return any(self._within(event, other.start) for other in mine)

    def _away(self, event: Event, who: Participant) -> bool:
        """Whether somebody who is named is told, on any page of those days, to have kept away."""
        if event.type != "CONSULT" or who.actor not in self.absent:
            return False
        day = ordinals(event.date, event.date_precision)
        return day is None or any(day[0] - _NEAR <= last and first <= day[1] + _NEAR for first, last in self.absent[who.actor])

    @functools.cached_property
    def absent(self) -> Absent:
        """Whoever is told to have kept away from something, by id, and the days."""
        found: dict[str, set[tuple[int, int]]] = {}
        refusals = (e for events in self._named.values() for e in events if e.type == "REJECT" and by_machine(e))
        for event in refusals:
            day = ordinals(event.date, event.date_precision)
            if day is not None and any(tables.holds(_rules().absent["words"], part.text) for part in event.evidence):
                for who in event.participants:
                    if who.role == "source" and who.actor:
                        found.setdefault(who.actor, set()).add(day)
        return {actor: tuple(sorted(days)) for actor, days in sorted(found.items())}

    def _asked(self, event: Event, asks: Iterable[Said], kept: list[Participant]) -> list[Participant]:
        """Of those of whom something was asked the ones whom the sentence with the ask names, where it names any."""
        asking = [each for said in asks for each in kept if self._beside(event, said, each.start)]
        heard = {who.party for who in asking if who.role == "target"}
        return [who for who in kept if who.role != "target" or who.party not in heard or who in asking]

    def _asking(self, event: Event, asks: list[Said]) -> tuple[str, ...]:
        """A request's topics: where what was asked has none of its own and others tell of it too, those of its sentence."""
        if not asks or any(said.topic for said in asks):
            return event.topics
        text = self._texts[event.document.id]
        own = themes.topics(" ".join(text[slice(*around(text, said.start, said.end))] for said in asks))
        return own or (() if len(self._spans(event)) > 1 else event.topics)

    def _beside(self, event: Event, said: Said, start: int) -> bool:
        first, last = around(self._texts[event.document.id], said.start, said.end)
        return first <= start < last

    def _known(self, event: Event, who: Participant) -> Participant:
        """A participant without the person where no name stands there and the document knows several of that party."""
        if who.actor is None or who.name.casefold() not in _rules().pronouns["words"]:
            return who
        known = {
            other.actor
            for each in self._named.get(event.document.id, ())
            for other in each.participants
            if other.party == who.party and other.actor
        }
        return who if len(known) <= 1 else msgspec.structs.replace(who, actor=None, rank=None)

    def _placed(self, entry: _R, telling: list[Event]) -> _R:
        """Without a place, and what follows from it, that is a guess or where somebody came from."""
        placing = [event for event in telling if event.place]
        if any(self._took_place_there(event) for event in placing):
            return entry
        at = self._named_place(entry, telling)
        if at is None and not placing and "place" not in entry.values:
            return entry
        values = {name: value for name, value in entry.values.items() if name not in ("place", "venue")}
        values |= {} if at is None else {"place": at.place, "venue": venue(at, entry.parties)}
        place, country = (None, None) if at is None else (at.place, at.country)
        events = tuple(msgspec.structs.replace(event, place=place, place_country=country) for event in entry.events)
        return msgspec.structs.replace(entry, values=values, events=events)

    def _named_place(self, entry: Reported, telling: list[Event]) -> Whereabouts | None:
        """The city in which contact took place by the sentences that tell it, whatever the program made of its name."""
        if entry.type != "CONSULT" or not entry.took_place:
            return None
        texts = (
            self._texts[event.document.id][slice(*span)]
            for event in telling
            if by_machine(event)
            for span in self._known_spans(event)
        )
        named = (at for text in texts for at in named_in(text, _rules().bounds["seat"]))
        set_in = (self._set_in(event, entry) for event in telling)
        return next(named, None) or next(filter(None, set_in), None)

    def _set_in(self, event: Event, entry: Reported) -> Whereabouts | None:
        """The city in which a page sets contact, where its own sentence names none.

        That of the dateline, where it has the day of the contact; the capital of its host, to which the page says they came.
        """
        text, day = self._texts.get(event.document.id), entry.date
        if text is None or not by_machine(event) or event.mode not in _THERE:
            return None
        hosts = (labels.party(party) for party in sorted(entry.parties) if labels.is_state(party))
        return headed_in(text, day) or next(filter(None, (come_to(text, host) for host in hosts)), None)

    def _known_spans(self, event: Event) -> list[tuple[int, int]]:
        return self._spans(event) if event.document.id in self._texts else []

    def _took_place_there(self, event: Event) -> bool:
        basis = event.basis.get("place")
        if basis is None or not by_machine(event):
            return True
        if basis.start is None:
            # a guess from whose office it is holds where the sentence says that somebody was received
            return tables.holds(_rules().bounds["host"], self.sentences(event))
        if not self._within(event, basis.start):
            return event.mode in _THERE and basis.start < event.evidence[-1].start and self._before(event, basis.start, "arrival")
        return not self._bounded(event, "place") and not self._before(event, basis.start, "seat")

    def _dated(self, entry: _R, telling: list[Event]) -> _R:
        """With the date of the reports that tell it plainly; without one that is a bound, or that of a page which looks back."""
        dated = [event for event in telling if event.date and self._of_the_act(event)]
        if not entry.date or any(event.date == entry.date for event in dated):
            return entry
        best = max(dated, key=lambda event: event.confidence, default=None)
        first, last = (best and ordinals(best.date, best.date_precision)) or (None, None)
        return msgspec.structs.replace(entry, date=(best and best.date) or "", first=first, last=last)

    def _of_the_act(self, event: Event) -> bool:
        if not by_machine(event):
            return True
        if event.date_basis == "publication":
            return not tables.holds(_rules().past["words"], self._elsewhen(event)) and not self._begun(event)
        return not self._bounded(event, "date")

    def _begun(self, event: Event) -> bool:
        """Whether the paragraph that tells an act begins with another day than the page's."""
        text, first = self._texts.get(event.document.id), event.evidence[0].start
        head = text and dateline(text[text.rfind("\n\n", 0, first) + 1 : first].strip() or text[first:])
        return bool(head) and head != (event.document.published or "")[: len(head or "")]

    def _elsewhen(self, event: Event) -> str:
        """The sentences without the year of the page, which is no other time."""
        return self.sentences(event).replace(f" {(event.document.published or '0000')[:4]}", " ")

    def _bounded(self, event: Event, field: str) -> bool:
        basis = event.basis.get(field)
        return basis is not None and basis.start is not None and self._before(event, basis.start, field)

    def _before(self, event: Event, start: int, rule: str) -> bool:
        text = self._texts.get(event.document.id, "")
        return tables.holds(_rules().bounds[rule], text[max(0, start - _BOUND) : start])


def of_page(told: Reported) -> bool:
    """Whether an act takes the date of a page for want of its own: then it is known only when it was reported."""
    dating = [event for event in told.events if event.date == told.date]
    return bool(dating) and all(event.date_basis == "publication" for event in dating)


def vague(told: Reported) -> bool:
    """Whether nothing is told of contact but who met whom: not when, nor where, nor by whom of them."""
    if told.type != "CONSULT" or not of_page(told) or told.values.get("place") or not all(map(by_machine, told.events)):
        return False
    return not any(who.actor for event in told.events for who in event.participants)


def _values(gist: Gist) -> dict[str, Any]:
    return {name: getattr(gist, name) for name in Gist.__struct_fields__}


def _levelled(entry: _R, events: tuple[Event, ...]) -> _R:
    """An act without a level that only somebody had who is no longer held to have been there, or whom nobody can tell."""
    values = dict(entry.values)
    for name in [name for name in values if name.startswith("level.")]:
        party = name.partition(".")[2]
        before, now = (
            highest(who.rank for event in of for who in event.participants if who.party == party) for of in (entry.events, events)
        )
        if before != now:
            del values[name]
            values |= {name: now} if now else {}
    return entry if values == entry.values else msgspec.structs.replace(entry, values=values)


def _by_its_page(event: Event) -> Event:
    """A report of something done that is dated later than its page, with the page's day: by then it had been done."""
    day = event.document.published
    ahead = event.type == "CONSULT" and event.status not in ENGAGING
    if not day or not event.date or ahead or event.date[: len(day)] <= day[: len(event.date)]:
        return event
    precision = {len("2023"): "year", len("2023-05"): "month"}.get(len(day), "day")
    return msgspec.structs.replace(event, date=day, date_basis="publication", date_precision=precision)


@functools.cache
def _rules() -> _Rules:
    return msgspec.convert(tables.toml("common", "prudence"), _Rules)
