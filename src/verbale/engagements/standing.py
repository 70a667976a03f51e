"""The engagements of a record: as they are kept where nothing changed, else worked out, kept, and given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from verbale.engagements.copies import Copies, copied
from verbale.engagements.engaged import Engaged
from verbale.engagements.making import engaged
from verbale.engagements.matching import Given, Pair, matched
from verbale.engagements.minting import Maker, mint, new_id
from verbale.engagements.prudence import Absent, Prudence
from verbale.engagements.renewing import Part, Renewal
from verbale.engagements.reports import order
from verbale.engagements.rules import rules
from verbale.engagements.summing import summed
from verbale.engagements.telling import Vocabulary, vocabulary
from verbale.engagements.tying import tied, tied_anew
from verbale.engagements.windows import Windows
from verbale.model import Event
from verbale.record import Grouped, Minted, OvertakenError, Record, live

_ONE = {"same": True, "merge": True, "different": False, "split": False}
"""Whether a judgement puts two events together; of a merging and a splitting, the first event with every other that it names."""

_body = msgspec.json.Decoder(Engaged)


def of_record(record: Record, maker: Maker = new_id) -> tuple[Engaged, ...]:
    """The engagements of a record under the ids that it keeps; new ones are given ids, which are kept from then on.

    They are kept themselves: whoever asks next gets them without matching, and only what changed is matched anew.
    """
    given = record.grouped(rules())
    events = {event.id: event for event in given.events}
    before = [_body.decode(body) for body in given.bodies.values()]
    if given.fresh and {name for each in before for name in each.engagement.events} == events.keys():
        return _sorted(_told(each, events) for each in before)
    working = _Working(record, given, before, maker)
    try:
        return working.renewed() or working.anew()
    except OvertakenError:  # another process was quicker: what it kept counts
        return of_record(record, maker)


class _Known(NamedTuple):
    """What was known of a record as a whole: the words that tell nothing, who kept away, the documents that copy others."""

    vocabulary: Vocabulary
    absent: Absent
    copies: Copies


class _Working:
    """Working out the engagements of a record."""

    def __init__(self, record: Record, grouped: Grouped, before: Sequence[Engaged], maker: Maker) -> None:
        self._record, self._grouped, self._before, self._maker = record, grouped, before, maker
        self._events = {event.id: event for event in grouped.events}
        same, different = _decided(record)
        self._old = self._known()
        self._vocabulary = vocabulary(grouped.events, self._old.vocabulary if self._old else None)
        self._given = Given(copies=self._copies(), same=tuple(same), different=tuple(different))
        self._named: dict[str, list[Event]] = defaultdict(list)
        for event in grouped.events:
            self._named[event.document.id].append(event)
        self._absent = Prudence({}, self._named).absent

    def _known(self) -> _Known | None:
        """What was known of the whole record before, by the same rules."""
        kept = self._grouped.kept
        if kept is None or kept.rules != self._grouped.now.rules:
            return None
        words, absent = msgspec.json.decode(kept.words, type=tuple[Vocabulary, Absent])
        return _Known(words, absent, msgspec.json.decode(kept.texts, type=Copies))

    def _copies(self) -> dict[str, str]:
        """Which documents copy which; as it is kept where no document changed."""
        if self._old and self._old.copies.of == self._grouped.now.texts:
            return self._old.copies.found
        return copied(self._record.documents())

    def renewed(self) -> tuple[Engaged, ...] | None:
        """What is kept with what changed worked out anew; nothing where all should be."""
        kept, old = self._grouped.kept, self._old
        if kept is None or old is None or kept.names != self._grouped.now.names:
            return None
        windows = Windows(self._grouped.events)
        renewal = Renewal(self._before, self._events, self._given, self._vocabulary.common, windows)
        part = renewal(self._grouped.changed, old.copies.found, old.vocabulary.common)
        return None if part is None else self._joined(part, windows, old.absent)

    def _joined(self, part: Part, windows: Windows, absent: Absent) -> tuple[Engaged, ...] | None:
        left = [_told(each, self._events) for each in self._before if each.id not in part.gone]
        # who is told to have kept away by now may be named by what did not change
        moved = {actor for actor in {*absent, *self._absent} if absent.get(actor) != self._absent.get(actor)}
        left = [msgspec.structs.replace(each, gist=None) if _names(each, moved) else each for each in left]
        there = {id(each) for each in left if each.gist}
        lost = {name for each in self._before if each.id in part.gone for name in each.engagement.events}
        known, last = self._record.claiming(part.gone, lost | part.events)
        claims = [each for each in known if each.anchor_event not in self._events or each.anchor_event in part.events]
        if any(self._spread(each, part) for each in claims):
            return None
        names, minted = mint(part.groups, claims, self._maker, last)
        made = [engaged(group, name, self._given.copies) for group, name in zip(part.groups, names, strict=True)]
        found = self._summed(tied_anew([*left, *made], set(names), windows, part.gone))
        self._keep([each for each in found if id(each) not in there], part.gone, _changed(minted, known))
        return _sorted(found)

    def _spread(self, each: Minted, part: Part) -> bool:
        """Whether an id lost its anchor and stands for events within the part and beyond."""
        there = {name for _, name in each.events if name in self._events}
        return each.anchor_event not in self._events and bool(there & part.events) and bool(there - part.events)

    def anew(self) -> tuple[Engaged, ...]:
        """All of it worked out."""
        groups = matched(self._events.values(), self._given)
        known = self._record.minted()
        names, minted = mint(groups, known, self._maker)
        found = self._summed(tied([engaged(group, name, self._given.copies) for group, name in zip(groups, names, strict=True)]))
        self._keep(found, self._grouped.bodies, _changed(minted, known))
        return found

    def _keep(self, made: Iterable[Engaged], gone: Iterable[str], minted: list[Minted]) -> None:
        """Keep what was made in the place of what is gone, and the ids that changed."""
        bodies = {each.id: msgspec.json.encode(msgspec.structs.replace(each, events=())).decode() for each in made}
        new: dict[str, str | None] = dict.fromkeys({*gone} - bodies.keys())
        new |= {name: body for name, body in bodies.items() if self._grouped.bodies.get(name) != body}
        of = self._grouped.now._replace(
            words=msgspec.json.encode((self._vocabulary, self._absent), order="deterministic").decode(),
            texts=msgspec.json.encode(Copies(dict(self._given.copies), self._grouped.now.texts), order="deterministic").decode(),
        )
        self._record.keep_grouping(of, minted, new)

    def _summed(self, found: Iterable[Engaged]) -> tuple[Engaged, ...]:
        """Engagements with what they come to, worked out where they are new."""
        every = tuple(found)
        texts = self._record.texts({name for each in every if each.gist is None for name in each.documents})
        prudence = Prudence(texts, self._named)
        return tuple(each if each.gist else msgspec.structs.replace(each, gist=summed(each, prudence)) for each in every)


def _names(each: Engaged, actors: Collection[str]) -> bool:
    """Whether an engagement names any of some people."""
    return bool(actors) and any(who.actor in actors for event in each.events for who in event.participants if who.actor)


def _changed(minted: Iterable[Minted], known: Iterable[Minted]) -> list[Minted]:
    old = {each.id: each for each in known}
    return [each for each in minted if old.get(each.id) != each]


def _told(each: Engaged, events: Mapping[str, Event]) -> Engaged:
    return msgspec.structs.replace(each, events=tuple(events[name] for name in each.engagement.events))


def _sorted(found: Iterable[Engaged]) -> tuple[Engaged, ...]:
    return tuple(sorted(found, key=lambda each: order(each.events[0])))


def _decided(record: Record) -> tuple[list[Pair], list[Pair]]:
    """Which events people hold for one act and which they hold apart; of two judgements on one pair, the later."""
    attached = record.attached()
    judged: dict[Pair, bool] = {}
    for each in live(record.decisions()):
        one = _ONE.get(each.action) if each.kind in ("event", "engagement") else None
        first = attached.get((each.number, 0))
        others = (attached.get((each.number, side)) for side in range(1, len(each.judged)))
        if one is not None and first:
            judged |= {(min(first, other), max(first, other)): one for other in others if other}
    return [pair for pair, one in judged.items() if one], [pair for pair, one in judged.items() if not one]
