"""What one document tells twice: an act read twice in the same words, told again further on, or with who else joined it.

Only of what a program read, and of what a coder took from the words twice, as an act and as the noun that reminds of it: a person
who enters two events, or confirms both of two, has told two acts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from verbale.catalogue.labels import country_of
from verbale.engagements import weights as w
from verbale.engagements.act import Act
from verbale.engagements.overlaps import shares
from verbale.engagements.people import NOBODY, signs
from verbale.engagements.reports import confirmed
from verbale.engagements.scoring import Points
from verbale.engagements.wording import again, by_program, destination, joined, noun, phoned
from verbale.model import ENGAGING

Repeat = tuple[float, int, int, Points]
"""How much speaks for two acts of one document being one, their positions, and what."""

_SAME, _VERY_SAME = 0.9, 0.95
"""The share of the fewer words that two readings have in common, and that of all words where more than the mode differs."""
_NEXT = 3
"""Characters between a sentence and the next."""
_APART = frozenset({frozenset({"visit", mode}) for mode in ("meet", "host", "mediate")})
"""What one sentence tells as two acts: a visit, and the meeting on it."""
_CONTRARY = frozenset(frozenset({"SANCTION", kind}) for kind in ("COOPERATE", "AID", "CONCEDE"))
"""What one clause cannot tell of the same two sides at once: "halted its aid" is one or the other."""
_LASTING_DEEDS = frozenset({"recognise", "mission"})
"""Modes of deeds that are never another mode of the same deed: praise beside a recognition is praise."""
_GATHERING = frozenset({"attend", "host"})
_CLOSE = 8
"""Tellings by the same people, in the order of their days, with which one is compared."""
_UNSAID = frozenset({"happened", "ongoing", "planned"})


def repeats(acts: Sequence[Act]) -> list[Repeat]:
    """The pairs of acts that a document tells as one, the surest first."""
    documents: dict[str, list[int]] = defaultdict(list)
    for position, act in enumerate(acts):
        if by_program(act.event) or not confirmed(act.event):
            documents[act.document].append(position)
    found = [
        (weight, a, b, [(words, weight)])
        for positions in documents.values()
        for a, b in _near(acts, positions)
        for words, weight in (_one(acts[a], acts[b]),)
        if weight
    ]
    return sorted(found, key=lambda each: (-each[0], each[1], each[2]))


def apart(a: Act, b: Act) -> bool:
    """Whether two acts of a document stay two whatever either shares with a third."""
    if not _alike(a, b) or _strangers(a, b) or (confirmed(a.event) and confirmed(b.event)):
        return True
    if a.family == b.family == "visit":
        return bool(a.parties and b.parties) and not _travellers(a, b)
    return frozenset({a.event.mode, b.event.mode}) in _APART and shares(a, b)[0] > 0


def one_telling(a: Act, b: Act) -> bool:
    """Whether two acts of a document can be parts of one, where another document tells of both as one."""
    if apart(a, b) or a.beside or b.beside or again(a.event) or again(b.event) or not _fits(a, b):
        return False
    if {a.event.mode, b.event.mode} <= _GATHERING:
        return True
    return a.event.mode == b.event.mode and _one_matter(a, b) and _nested(a.sources, b.sources) and _nested(a.targets, b.targets)


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _near(acts: Sequence[Act], positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs whose words overlap or follow each other, journeys with a headline, and those of the same people."""
    pairs = {*_touching(acts, positions), *_headed(acts, positions), *_retold(acts, positions), *_nouns(acts, positions)}
    yield from sorted((min(pair), max(pair)) for pair in pairs)


def _touching(acts: Sequence[Act], positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    spans = sorted((part.start, part.end, each) for each in positions for part in acts[each].event.evidence)
    for at, (_, end, a) in enumerate(spans):
        for start, _, b in islice(spans, at + 1, None):
            if start > end + _NEXT:
                break
            if a != b:
                yield min(a, b), max(a, b)


def _headed(acts: Sequence[Act], positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    visits = [each for each in positions if acts[each].family == "visit"]
    heads = [each for each in visits if _start(acts[each]) == 0]
    yield from ((min(a, b), max(a, b)) for a in heads for b in visits if a != b)


def _retold(acts: Sequence[Act], positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Those that share somebody, each with the next few that can have been on the same day."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for each in positions:
        act = acts[each]
        if act.event.type == "CONSULT" and act.parties:
            one = act.people.get(min(act.parties), NOBODY)
            for sign in signs(one):
                alike[act.family, act.event.mode, act.event.status, act.parties, sign].append(each)
    for same in alike.values():
        yield from _close(acts, same)


def _nouns(acts: Sequence[Act], positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Those of the same sides, where some of them take the act for known."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for each in positions:
        alike[_sides(acts[each])].append(each)
    for same in alike.values():
        if any(noun(acts[each].event) for each in same):
            yield from _close(acts, same)


def _sides(act: Act) -> tuple[object, ...]:
    sides = (act.parties,) if act.family in ("occasion", "letter") else (act.event.parties("source"), act.event.parties("target"))
    return act.family, act.event.mode, sides


def _close(acts: Sequence[Act], same: list[int]) -> Iterator[tuple[int, int]]:
    same.sort(key=lambda each: (acts[each].first or 0, acts[each].last or 0, each))
    for at, a in enumerate(same):
        for b in islice(same, at + 1, at + 1 + _CLOSE):
            if not _reach(acts[a], acts[b]):
                break
            yield min(a, b), max(a, b)


def _reach(a: Act, b: Act) -> bool:
    """Whether the later of two acts can have begun before the other was over."""
    return a.last is None or (b.first or 0) <= a.last


def _one(a: Act, b: Act) -> tuple[str, float]:
    """Why two acts of a document are one, and how much that weighs; nothing where they are two."""
    if confirmed(a.event) and confirmed(b.event):
        return "", 0.0
    if _reminded(a, b):
        return "the act, and a reminder of it", w.TOLD_AGAIN
    if not (by_program(a.event) and by_program(b.event)):
        return "", 0.0
    kinds = frozenset({a.event.type, b.event.type})
    if _strangers(a, b) or len(kinds) > 1 or "CONSULT" not in kinds:
        twice = _deed(a, b) if len(kinds) == 1 else kinds in _CONTRARY and _clause(a, b)
        return ("the same words, read twice", w.READ_TWICE) if twice and not _strangers(a, b) else ("", 0.0)
    if not _alike(a, b):
        return "", 0.0
    if (share := _read_twice(a, b)) > 0:
        # what was attended is rather the meeting than the journey to it
        return "the same words, read twice", w.READ_TWICE + share + (w.RATHER if "meet" in (a.event.mode, b.event.mode) else 0)
    if a.beside or b.beside or a.event.status != b.event.status or not _fits(a, b):
        return "", 0.0
    if _headline(a, b) or _again(a, b):
        return "told again in one document", w.TOLD_AGAIN
    if _joined(a, b):
        return "the next sentence says who joined it", w.JOINED
    return "", 0.0


def _alike(a: Act, b: Act) -> bool:
    """Whether what became of them can be one thing: a journey "for talks" that was made, no meeting where the next was agreed."""
    mine, theirs = a.event, b.event
    if mine.status == theirs.status or {mine.status, theirs.status} <= set(ENGAGING):
        return True
    held = mine if mine.status in ENGAGING else theirs
    return {mine.status, theirs.status} <= _UNSAID and held.mode == "attend" and not held.parties("target")


def _read_twice(a: Act, b: Act) -> float:
    """The share of all their words that two readings have in common, where they are readings of one thing; else nothing."""
    fewer, all_ = shares(a, b)
    modes = frozenset({a.event.mode, b.event.mode})
    if fewer < _SAME or modes in _APART or "mediate" in modes or _told_apart(a, b):
        return 0.0
    if "visit" in modes:
        return all_ if _travellers(a, b) else 0.0
    inside = a.parties <= b.parties or b.parties <= a.parties
    return all_ if inside or len(a.parties & b.parties) > 1 else 0.0


def _told_apart(a: Act, b: Act) -> bool:
    """Whether one sentence tells of two: on other days, in other countries, in writing, or by phone as another verb says."""
    modes = frozenset({a.event.mode, b.event.mode})
    if modes == {"meet", "correspond"} or (modes == {"meet", "call"} and not _one_verb(a, b)):
        return True
    other_days = a.fixed and b.fixed and (a.first, a.last) != (b.first, b.last)
    return other_days or bool(a.country and b.country and a.country != b.country)


def _one_verb(a: Act, b: Act) -> bool:
    """Whether a meeting and a call are read from one verb: in one span, or the words know of no telephone."""
    spans = [{(part.start, part.end) for part in each.event.evidence} for each in (a, b)]
    return not spans[0].isdisjoint(spans[1]) or not (phoned(a.event) or phoned(b.event))


def _one_span(a: Act, b: Act) -> bool:
    return (a.event.evidence[0].start, a.event.evidence[0].end) == (b.event.evidence[0].start, b.event.evidence[0].end)


def _travellers(a: Act, b: Act) -> bool:
    """Whether the visitor of one takes part in the other."""
    return bool(a.persons & b.persons) or (a.sources == b.sources and not (a.persons and b.persons))


def _deed(a: Act, b: Act) -> bool:
    """Whether two deeds or sayings of one type are one, read with two modes, or two that it was aimed at."""
    if shares(a, b)[1] < _VERY_SAME or not a.sources or a.sources != b.sources:
        return False
    if a.event.mode != b.event.mode and not _LASTING_DEEDS.isdisjoint((a.event.mode, b.event.mode)):
        return False
    return not a.targets or not b.targets or bool(a.targets & b.targets) or bool(_persons(a, "target") & _persons(b, "target"))


def _clause(a: Act, b: Act) -> bool:
    """Whether two deeds of the same sides are read in one and the same clause."""
    return _one_span(a, b) and a.sources == b.sources and a.targets == b.targets and a.event.status == b.event.status


def _persons(act: Act, role: str) -> set[str]:
    return {who.actor for who in act.event.participants if who.role == role and who.actor}


def _headline(a: Act, b: Act) -> bool:
    """Whether one stands in the headline, and names nobody but the place that the other was a journey to."""
    if a.family != "visit" or b.family != "visit" or (a.parties and b.parties):
        return False
    return any(_start(each) == 0 and not each.parties and destination(each.event) for each in (a, b))


def _reminded(a: Act, b: Act) -> bool:
    """Whether the later is a noun for the act that the earlier tells, of a day that is told or of the same people."""
    first, second = sorted((a, b), key=_start)
    if (
        not first.parties
        or _sides(a) != _sides(b)
        or not noun(second.event)
        or shares(a, b)[0] > 0
        or b.beside
        or again(second.event)
    ):
        return False
    if not _alike(a, b) or _strangers(a, b) or not _fits(a, b) or not _one_matter(a, b):
        return False
    known = any(people.common(b.people.get(party, NOBODY)) for party, people in a.people.items())
    same_day = a.fixed and b.fixed and a.first == b.first
    return (
        known and a.dated and b.dated
        if a.family in ("occasion", "letter", "visit")
        else same_day or (known and a.dated and b.dated)
    )


def _one_matter(a: Act, b: Act) -> bool:
    """Whether all topics of one are the other's too."""
    return _nested(a.topics, b.topics)


def _again(a: Act, b: Act) -> bool:
    """Whether two tell of the same people of the same sides; not where one says "again" and no day tells that it is the same."""
    if (again(a.event) or again(b.event)) and not (a.fixed and b.fixed):
        return False
    if a.family != b.family or not a.parties or a.parties != b.parties or a.event.mode != b.event.mode:
        return False
    sides = [(a.people.get(party), b.people.get(party)) for party in a.parties]
    known = sum(bool(mine and theirs and mine.common(theirs)) for mine, theirs in sides)
    return known == len(sides) and (a.family == "visit" or known > 1)


def _joined(a: Act, b: Act) -> bool:
    """Whether one names further takers of part in the occasion of many that the sentence before tells of, or says who joined it."""
    if a.family != "occasion" or b.family != "occasion":
        return False
    first, second = sorted((a, b), key=_start)
    if not 0 <= _start(second) - max(part.end for part in first.event.evidence) <= _NEXT:
        return False
    if joined(second.event):
        return True
    # of the other side, nobody joins: who meets others of the country has another meeting
    others = any(country_of(party) for party in second.parties - first.parties)
    return (a.large or b.large) and len(a.parties & b.parties) > 1 and not others


def _fits(a: Act, b: Act) -> bool:
    """Whether neither day nor place nor channel speaks against it."""
    channels = {a.event.channel, b.event.channel} - {"unknown"}
    if len(channels) > 1 or (a.place and b.place and a.place != b.place and a.country and b.country):
        return False
    if a.country and b.country and a.country != b.country:
        return False
    return a.first is None or b.first is None or max(a.first, b.first) <= min(a.last or 0, b.last or 0)


def _strangers(a: Act, b: Act) -> frozenset[str]:
    """The parties of which the two name different people."""
    both = a.people.keys() & b.people.keys()
    return frozenset(party for party in both if a.people[party] and b.people[party] and not a.people[party].common(b.people[party]))


def _start(act: Act) -> int:
    return act.event.evidence[0].start
