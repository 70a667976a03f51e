"""Who coded which passage: blind, or by what they decided in the review; and whether it was adjudicated between two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from verbale.model import Event
from verbale.record import Coding, Decision, Record, live
from verbale.record.correcting import corrected
from verbale.web.seconding.passages import Passage, passages, shared
from verbale.web.site import Site

_SHARED = 0.5
_VERDICTS = ("accept", "correct", "add", "reject")


class Reading(msgspec.Struct, frozen=True):
    """What one person made of a passage, by which decisions, and whether they saw what others had made of it."""

    by: str
    numbers: tuple[int, ...]
    events: tuple[Event, ...]
    blind: bool


class Coded(msgspec.Struct, frozen=True):
    """A passage with its readings, the first first, one for each person.

    ``settled`` are the numbers of the decisions between the first two; ``stands`` is false where its words were changed since.
    """

    passage: Passage
    readings: tuple[Reading, ...]
    settled: tuple[int, ...]
    stands: bool = True

    @property
    def twice(self) -> bool:
        """Whether two people coded it, one of them blind at least."""
        return len(self.readings) > 1

    @property
    def between(self) -> tuple[int, ...]:
        """The decisions that a third one would settle."""
        return tuple(sorted(number for each in self.readings[:2] for number in each.numbers))


def codings(site: Site) -> dict[str, Coded]:
    """Every passage that anybody coded, by its id, in the order of the draw."""
    if site.record is None:
        return {}
    held, known = live(site.record.decisions()), passages(site)
    blind, lost = _blind(held, known)
    reviewed = _reviewed(site.record, held)
    added = {each.subject for each in held if each.settles and each.action == "add"}
    found: dict[str, Coded] = {}
    for name, passage in _told(known | lost if lost else known, blind, reviewed).items():
        readings = _by_person([*_review(passage, reviewed, added), *blind.get(name, ())])
        if readings:
            each = Coded(passage, readings, (), name in known)
            found[name] = msgspec.structs.replace(each, settled=_settled(held, each)) if each.twice else each
    return found


def _told(passages: dict[str, Passage], blind: dict[str, list[Reading]], reviewed: dict[str, Decision]) -> dict[str, Passage]:
    """The passages of which anybody said anything: few of many, so that the others are left out at once."""
    if not blind and not reviewed:
        return {}
    return {name: each for name, each in passages.items() if name in blind or any(act.id in reviewed for act in each.acts)}


def one(site: Site, name: str) -> Coded | None:
    """A passage that somebody coded, with its acts as the record has them at this moment."""
    found = codings(site).get(name)
    if found is None or site.record is None:
        return None
    acts = tuple(site.record.event(act.id) for act in found.passage.acts)
    return msgspec.structs.replace(found, passage=msgspec.structs.replace(found.passage, acts=acts))


def same(name: str, other: str) -> bool:
    """Whether two names are one person's."""
    return name.strip().casefold() == other.strip().casefold()


def coded_by(found: Coded | None, name: str) -> bool:
    """Whether a person has coded a passage, blind or by what they decided of it."""
    return found is not None and any(same(part, name) for each in found.readings for part in each.by.split(" and "))


def _blind(held: Iterable[Decision], known: dict[str, Passage]) -> tuple[dict[str, list[Reading]], dict[str, Passage]]:
    """The blind codings by passage, and the passages of those whose words are no longer there."""
    found: dict[str, list[Reading]] = {}
    lost: dict[str, Passage] = {}
    for each in held:
        if each.coded is None:
            continue
        name = each.subject if each.subject in known else _moved(each.coded, known)
        if name is None:
            name = each.subject
            lost[name] = Passage(name, each.coded.document, each.coded.sha256, each.coded.words, ())
        found.setdefault(name, []).append(Reading(each.by, (each.number,), each.coded.events, blind=True))
    return found, lost


def _moved(coding: Coding, known: dict[str, Passage]) -> str | None:
    """The passage whose words are now those of a coding, where an act was added or read otherwise since."""
    near = (each for each in known.values() if (each.document, each.sha256) == (coding.document, coding.sha256))
    best = max(((shared(each.words, coding.words), each.id) for each in near), default=(0.0, ""))
    return best[1] if best[0] >= _SHARED else None


def _reviewed(record: Record, held: Iterable[Decision]) -> dict[str, Decision]:
    """The last decision on every event that adjudicates nothing, by the event's id."""
    taken = [e for e in held if e.kind == "event" and e.other is None and e.action in _VERDICTS and not e.settles]
    attached = record.attached() if taken else {}
    return {event: each for each in taken if (event := attached.get((each.number, 0)))}


def _review(passage: Passage, reviewed: dict[str, Decision], added: set[str]) -> Iterator[Reading]:
    """What the review made of a passage, once every act of it was decided; what an adjudication added was not there then."""
    taken = [reviewed.get(act.id) for act in passage.acts if act.id in reviewed or act.id not in added]
    made = [each for each in taken if each is not None]
    if not made or len(made) < len(taken):
        return
    events = tuple(corrected(each.judged[0].event, each.changes) for each in made if each.action != "reject")
    by = " and ".join(sorted({each.by for each in made}))
    yield Reading(by, tuple(sorted(each.number for each in made)), events, blind=False)


def _by_person(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    kept: list[Reading] = []
    for each in sorted(readings, key=lambda one: one.numbers):
        if not any(same(each.by, other.by) for other in kept):
            kept.append(each)
    return tuple(kept)


def _settled(held: Iterable[Decision], coded: Coded) -> tuple[int, ...]:
    return tuple(each.number for each in held if each.settles == coded.between)
