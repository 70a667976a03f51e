"""Whether two events are one act: a score with its reasons, each with the words of both that it rests on."""

from __future__ import annotations

import math
from collections.abc import Callable

from verbale.engagements import weights as w
from verbale.engagements.act import MUTUAL, SPEECH, Act
from verbale.engagements.match import Match, Reason
from verbale.engagements.people import named, person, signs
from verbale.model import Participant, Span

SLACK = {"visit": 3, "occasion": 1}
"""Days by which two exact dates may differ: visits last, talks go on over night, papers stand in other time zones."""
LASTING = 5
"""Days that a visit or a conference may span over all its reports."""
_STAY = 4
_GATHERING = frozenset({"attend", "host"})
_REMOTE = frozenset({"phone", "video", "letter"})
_LADDER = ("official", "ambassador", "envoy", "deputy", "minister", "head")
_SEVERAL = 2
"""Telling words in common, beside which one alone is chance."""
_HALF = 0.5
_ALIKE, _LIKE, _UNLIKE = 0.6, 0.3, 0.12

Points = list[tuple[str, float]]
Edge = tuple[float, int, int, Points]
"""How much speaks for two acts, given by their positions, being one, and what."""
Company = Callable[[Act, Act, str], bool]


Shared = Callable[[Act, Act], int]


def _none(_a: Act, _b: Act) -> int:
    return 0


def _strangers(_a: Act, _b: Act, _party: str) -> bool:
    return False


def gap(a: Act, b: Act) -> int | None:
    """Days between the windows of two acts, 0 where they overlap; ``None`` where one has no date at all."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    first = (a.early if b.fixed else a.first) or 0, (b.early if a.fixed else b.first) or 0
    return max(0, first[0] - b.last, first[1] - a.last)


def back(a: Act, b: Act) -> bool:
    """Whether an undated act is taken to be one of a stated day that was long before its publication."""
    return any(
        x.event.date is None and y.fixed and x.first is not None and (y.last or 0) < x.first - SLACK.get(x.family, 0)
        for x, y in ((a, b), (b, a))
    )


REACH = {**SLACK, "visit": SLACK["visit"] + _STAY}
"""The most days by which dates may differ, where one of them is a month."""


def slack(a: Act, b: Act) -> int:
    """Days by which windows may be apart: a journey is of the day on which it began, or the month in which it ended."""
    if a.session and a.session == b.session:
        return LASTING
    return (REACH if "month" in (a.event.date_precision, b.event.date_precision) else SLACK).get(a.family, 0)


def points(a: Act, b: Act, company: Company = _strangers, telling: Shared = _none, *, story: bool = False) -> Points | None:
    """The reasons with their weights; ``None`` where the two can never be one act.

    Args:
        a: One act.
        b: Another of the same family, of another document.
        company: Whether the people of a party, others in either act, are known to be of one company.
        telling: How many telling words two acts have in common.
        story: Whether both documents are known to tell of one act of these parties, around which this was said or done.
    """
    apart = gap(a, b)
    if apart is None or apart > slack(a, b):
        return None
    who = _who(a, b, company)
    if who is None:
        return None
    kind = "speech" if a.spoken and b.spoken else a.family if a.family in w.PRIOR else "deed"
    found = [("acts of one kind near one day", w.PRIOR[kind]), *who, _when(a, b, apart), *_how(a, b)]
    if story:
        found.append(("beside an act that both documents tell of", w.STORY))
    if kind == "speech":
        return found + _said(a, b, story, telling(a, b))
    return found + _where(a, b) + _about(a, b) + _worded(a, b, telling(a, b) if kind == "deed" else 0)


def total(found: Points) -> float:
    """The sum of the weights."""
    return sum(weight for _, weight in found)


def match(a: Act, b: Act, found: Points) -> Match:
    """The match of two acts with its reasons, spans and probability."""
    reasons = tuple(Reason(words, weight, _span(a, b, words), _span(b, a, words)) for words, weight in found if weight)
    return Match(a.event.id, b.event.id, round(1 / (1 + math.exp(-total(found))), 3), reasons)


def _who(a: Act, b: Act, company: Company) -> Points | None:
    shared = a.parties & b.parties
    known = a.persons & b.persons
    if not (shared or known or a.guests & b.guests or (a.session and a.session == b.session)):
        return None
    people = _people(a, b, shared, company)
    if people is None:
        return None
    if a.family in ("occasion", "letter"):
        found = _both_sides(a, b, shared, known)
    elif a.family == "visit":
        found = _visitors(a, b)
    else:
        found = _direction(a, b)
    return None if found is None else found + people


def _both_sides(a: Act, b: Act, shared: frozenset[str], known: frozenset[str]) -> Points | None:
    odd_a, odd_b = a.parties - b.parties, b.parties - a.parties
    many = a.large and b.large
    if a.session and b.session:
        return [("the same session", w.SESSION)] if a.session == b.session else None
    if len(shared) < 2:
        # one party in common, and one of them met somebody else: two occasions of one envoy
        if not (many and _gathered(a, b)) and (not known or not (many or a.parties == b.parties)):
            return None
        return [("a party in common", w.BOTH_SIDES if _stayed_away(a, b) else w.ONE_PARTY)]
    found = [("both sides in common", w.BOTH_SIDES)]
    if len(shared) > 2:
        found.append(("further parties in common", w.FURTHER_PARTY * min(len(shared) - 2, 4)))
    nested = a.parties <= b.parties or b.parties <= a.parties
    if a.large != b.large and not (a.either or b.either) and (not nested or _GATHERING & {a.event.mode, b.event.mode}):
        found.append(("an occasion of many, and one of a few", w.ASIDE))
    odd = len(odd_a) + len(odd_b)
    return found if not odd or many else [*found, ("parties that only one names", max(w.ODD_PARTY * odd, w.ODD_AT_MOST))]


def _gathered(a: Act, b: Act) -> bool:
    """Whether both are of many who came to one place from elsewhere, or stayed away from there: each report names its own."""
    return a.parties == b.parties if _stayed_away(a, b) else a.place == b.place and bool(a.guests & b.guests)


def _stayed_away(a: Act, b: Act) -> bool:
    return a.event.status == b.event.status == "refused" and a.large and b.large


def _visitors(a: Act, b: Act) -> Points | None:
    if not a.sources & b.sources:
        return None
    return [("the visitor's party in common", w.VISITOR)]


def _direction(a: Act, b: Act) -> Points | None:
    if a.family in MUTUAL and a.sources == b.targets and a.targets == b.sources:
        return [("between the same two", w.EITHER_WAY)]
    if a.sources and b.sources and not a.sources & b.sources:
        return None
    if a.targets and b.targets and not a.targets & b.targets:
        return None
    told = bool(a.sources & b.sources) + bool(a.targets & b.targets)
    return [("who did it to whom", w.BOTH_SIDES)] if told == 2 else [("one side in common", w.ONE_PARTY)]


def _people(a: Act, b: Act, shared: frozenset[str], company: Company) -> Points | None:
    found: Points = []
    for party in sorted(shared) if len(shared) > 1 else shared:
        mine, theirs = a.people.get(party), b.people.get(party)
        if mine is None or theirs is None:
            continue
        if both := mine.common(theirs):
            # who speaks to whom is told by every statement of an envoy: what tells them apart is what is said
            weight = w.PEOPLE / 2 if a.family in SPEECH else w.PEOPLE
            found.append((f"the same people: {', '.join(_names(a, party, both))}", weight))
        elif not mine or not theirs:
            continue
        elif a.large and b.large:
            found.append((f"other people of {party}", w.OTHERS))
        elif company(a, b, party):
            found.append((f"other people of {party}, in one company", w.COMPANY))
        else:
            return None
    return found[:3] or _levels(a, b, shared)


def _levels(a: Act, b: Act, shared: frozenset[str]) -> Points:
    """Whether one names a deputy secretary-general by the office, and the other an official by name."""
    # who will come is not known beforehand
    for party in sorted(shared) if not (a.large or b.large or a.ahead or b.ahead) else ():
        mine, theirs = a.event.level.get(party), b.event.level.get(party)
        if mine in _LADDER and theirs in _LADDER and abs(_LADDER.index(mine) - _LADDER.index(theirs)) > 1:
            return [(f"{party} on another level", w.LEVELS)]
    return []


def _when(a: Act, b: Act, apart: int) -> tuple[str, float]:
    if apart and a.session and a.session == b.session:
        return ("within the days of the session", w.WITHIN)
    if apart:
        return (f"dates {apart} day{'s' if apart > 1 else ''} apart", w.NEXT_DAY * apart if a.family != "visit" else w.NEXT_DAY / 2)
    if a.fixed and b.fixed:
        return ("the same day", w.SAME_DAY)
    if a.ahead or b.ahead:
        return ("within the time for which one was announced", w.AWAITED)
    if a.event.date is None or b.event.date is None:
        return ("one of them undated", w.UNDATED)
    if a.dated and b.dated and "week" in (a.event.date_precision, b.event.date_precision):
        return ("a date within the other's week", w.SAME_WEEK)
    if a.event.date_precision != "day" or b.event.date_precision != "day":
        return ("a date within the other's month or year", w.WITHIN)
    if a.fixed or b.fixed:
        return ("a day, and a publication soon after", w.NEAR_PUBLICATION)
    return ("published within days of each other", w.BOTH_BY_PUBLICATION)


def _where(a: Act, b: Act) -> Points:
    if a.place and a.place == b.place:
        return [(f"the same place: {a.event.place}", w.SAME_PLACE + _far(a, b))]
    if a.headline & b.headline and not (a.country and b.country):
        return [("both headlines name one city", w.SAME_PLACE + w.ABROAD)]
    if a.place and b.place:
        other = a.country and b.country and a.country != b.country
        return [("another country", w.OTHER_COUNTRY) if other else ("another place", w.OTHER_PLACE)]
    if a.country and a.country == b.country:
        return [("the same country", w.SAME_COUNTRY + _far(a, b))]
    return []


def _far(a: Act, b: Act) -> float:
    """What a place adds in the country of none who took part: they meet there for that one occasion."""
    return w.ABROAD if a.abroad and b.abroad else 0.0


def _how(a: Act, b: Act) -> Points:
    mine, theirs = a.event.channel, b.event.channel
    found: Points = []
    if mine != theirs and "unknown" not in (mine, theirs) and (mine in _REMOTE or theirs in _REMOTE):
        found.append(("another channel", w.OTHER_CHANNEL))
    if a.event.status != b.event.status:
        both = frozenset({a.event.status, b.event.status})
        found.append((f"{a.event.status}, and {b.event.status}", w.STATUS.get(both, w.OTHER_STATUS)))
    if a.beside != b.beside:
        found.append(("told as another beside the first", w.BESIDE))
    if a.event.mode != b.event.mode:
        found.append(("told in another way", w.OTHER_MODE if a.family in w.PRIOR else w.MODES_APART))
    return found


def _about(a: Act, b: Act) -> Points:
    if a.family in w.PRIOR or not (a.topics and b.topics):
        return [("topics in common", w.SAME_TOPICS / 2)] if a.topics & b.topics else []
    # a deed is of one matter: two orders of one month share the topic of whom they hit
    share = len(a.topics & b.topics) / len(a.topics | b.topics)
    if not share:
        return [("other topics", w.OTHER_TOPICS)]
    return [("topics in common", w.SAME_TOPICS * (share if share >= _HALF else _HALF / 2))]


def _said(a: Act, b: Act, story: bool, telling: int) -> Points:
    found: Points = []
    if a.topics and b.topics:
        found.append(("topics in common", w.SAME_TOPICS) if a.topics & b.topics else ("other topics", w.OTHER_TOPICS))
    if worded := _worded(a, b, telling):
        return found + worded
    return found if telling or _wording(a, b) >= _UNLIKE else [*found, ("other words", _other_words(a, b, story))]


def _worded(a: Act, b: Act, telling: int) -> Points:
    alike = _wording(a, b)
    if alike >= _ALIKE:
        return [("the same words", w.SAME_WORDS)]
    if alike >= _LIKE:
        return [("words in common", w.LIKE_WORDS)]
    one_matter = bool(a.topics & b.topics) or not (a.topics and b.topics)
    return [("telling words in common", w.TELLING)] if telling >= _SEVERAL and one_matter else []


def _wording(a: Act, b: Act) -> float:
    return len(a.words & b.words) / (len(a.words | b.words) or 1)


def _other_words(a: Act, b: Act, story: bool) -> float:
    """Two papers put one demand in words of their own: where the topic and the day are the same, that says nothing."""
    if not a.topics & b.topics:
        return w.OTHER_WORDS if not story or (a.topics and b.topics) else 0.0
    return 0.0 if story or (a.fixed and b.fixed) else w.OTHER_WORDS / 2


def _span(act: Act, other: Act, reason: str) -> Span:
    """Where a document says what a reason rests on: the people, the place or the date as read there, else the act's words."""
    event = act.event
    if reason.startswith(("the same people", "other people")):
        found = next((each for each in event.participants if _named(each, other)), event.participants[0])
        return Span(start=found.start, end=found.end)
    field = "place" if "place" in reason or "country" in reason else "date" if "da" in reason else ""
    basis = event.basis.get(field)
    if basis and basis.start is not None and basis.end is not None:
        return Span(start=basis.start, end=basis.end)
    return Span(start=event.evidence[0].start, end=event.evidence[0].end)


def _names(act: Act, party: str, people: frozenset[str]) -> list[str]:
    """Some people of a party as an act's words have them."""
    of = [who for who in act.event.participants if who.party == party]
    return [who.name for who in of if not people.isdisjoint(named(person(who.actor, who.name, who.title)))]


def _named(who: Participant, other: Act) -> bool:
    """Whether a participant is among the people of the other act as well."""
    return not other.persons.isdisjoint(signs(person(who.actor, who.name, who.title)))
