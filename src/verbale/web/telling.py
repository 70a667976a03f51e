"""Engagements and events in words, as rows and sentences of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from verbale.brief.notes import address
from verbale.brief.telling import act, cut, source
from verbale.catalogue import labels
from verbale.engagements import Engaged
from verbale.model import Event, Participant
from verbale.pictures.words import capital, day
from verbale.web.facets import PARTLY, REVIEWED, UNREVIEWED, reviewed, where
from verbale.web.language import spoken
from verbale.web.site import Site
from verbale.web.solar import solar

QUOTED = 280
"""Code points of a quotation before it is cut, where its page leads to the whole."""
WORDS = {
    REVIEWED: "reviewed",
    PARTLY: "reviewed in part",
    UNREVIEWED: "machine-read",
    "unsure": "unsure",
    "rejected": "rejected",
    "accepted": "accepted",
    "corrected": "corrected",
    "added": "added by hand",
}
"""What is said of each state of review."""

VERDICTS = {"accepted": REVIEWED, "corrected": REVIEWED, "added": REVIEWED, "rejected": "rejected", "unsure": "unsure"}


class Row(msgspec.Struct, frozen=True):
    """An engagement in a list."""

    id: str
    act: str
    date: str
    quote: str
    publisher: str
    reports: int
    publishers: int
    review: str
    conflicts: tuple[str, ...]
    complete: bool
    in_case: bool
    sure: bool
    double: bool
    parent: str | None


def row(each: Engaged, site: Site) -> Row:
    """An engagement as a row of a list."""
    first = speaking(each)
    return Row(
        id=each.id,
        act=sentence(each, site),
        date=each.engagement.values.get("date", ""),
        quote=quote(first),
        publisher=source(first.document.publisher),
        reports=len(each.documents),
        publishers=len(each.publishers),
        review=reviewed(each),
        conflicts=tuple(field(conflict.field, site.home) for conflict in each.engagement.conflicts),
        complete=any(event.complete for event in each.events),
        in_case=any(event.in_case for event in each.events),
        sure=each.id not in site.snapshot.standing.unsure,
        double=each.id in site.snapshot.standing.double,
        parent=each.engagement.parent,
    )


def speaking(each: Engaged) -> Event:
    """The event that speaks for an engagement: complete if any is, and of its preferred status."""
    return max(each.events, key=lambda e: (e.complete, e.status == each.engagement.status, len(e.participants), -len(e.id)))


def sentence(each: Engaged, site: Site) -> str:
    """An engagement in a sentence, with the values that are preferred for it."""
    return act(preferred(each), site.case, site.home)


def preferred(each: Engaged) -> Event:
    """The event that speaks for an engagement, with the values that are preferred of all."""
    values, event = each.engagement.values, speaking(each)
    told: dict[str, Any] = {"status": each.engagement.status}
    if "date" in values and values["date"] != event.date:
        told |= {"date": values["date"], "date_precision": _PRECISION.get(len(values["date"]))}
        told |= {"basis": {name: basis for name, basis in event.basis.items() if name != "date"}, "date_basis": None}
    held, place = values.get("place"), (each.gist or each.engagement).values.get("place")
    if place != held and event.place:
        # what the sentences do not bear is a guess, and stands in none of our words
        country = next((country for country, city in sorted(where(each)) if city == place), None)
        basis = {name: basis for name, basis in told.get("basis", event.basis).items() if not name.startswith("place")}
        told |= {"place": place, "place_country": country, "venue": "unknown", "basis": basis}
    elif place:
        told["place"] = place
    return msgspec.structs.replace(event, **told)


_PRECISION = {4: "year", 7: "month", 10: "day"}


def quote(event: Event, length: int = QUOTED) -> str:
    """The words that report an event."""
    return cut(" … ".join(" ".join(part.text.split()) for part in event.evidence), length)


def verdict(event: Event) -> str:
    """How far a person has looked at an event."""
    return VERDICTS[event.review.verdict] if event.review else UNREVIEWED


def footnote(event: Event) -> str:
    """A reference to the words of an event, ready to be pasted into a text."""
    document = event.document
    parts = [source(document.publisher), f"“{document.title or document.key or 'untitled'}”", day(document.published)]
    link = address(document.url)
    return ", ".join(parts) + (f", {link}" if link else "") + f". Event {event.id}, {_read(event)}."


def _read(event: Event) -> str:
    return f"{event.review.verdict} by {event.review.by}" if event.review else f"machine-read by {event.coder}, not reviewed"


def party(code: str | None, home: str | None) -> str:
    """What a party is called at the head of a row."""
    return labels.heading(code, home) if code else "Party not told"


def parties(codes: Iterable[str], home: str | None) -> list[tuple[str, str]]:
    """Parties by what they are called, with their codes."""
    return sorted((party(code, home), code) for code in codes)


def field(name: str, home: str | None) -> str:
    """What a field is called: "level of the United States" for ``level.USA``."""
    head, _, code = name.partition(".")
    return f"{head} of {labels.party(code, home)}" if code else head.replace("_", " ")


class Who(msgspec.Struct, frozen=True):
    """A participant as a page shows it."""

    name: str
    role: str
    party: str | None
    words: str
    actor: str | None
    title: str
    notes: str


ROLES = {"source": "acted", "target": "towards", "host": "hosted", "mediator": "brought together"}


NOTES = ("also", "location", "one of", "rank")
"""What a note on a participant begins with."""


def who(given: Participant, site: Site) -> Who:
    """A participant: the name as written, what they did, and for whom."""
    home, language = site.home, spoken(site.language)
    several = given.candidates if len(given.candidates) > 1 else ()
    told = {
        "also": ", ".join(labels.party(code, home) for code in given.also),
        "location": "" if given.location == "unknown" else language.gettext(labels.label("location", given.location)),
        "one of": ", ".join(f"{site.people.get(each.actor, each.actor)} ({each.weight:.2f})" for each in several),
        "rank": "" if given.rank is None else f"{given.rank} / 11",
    }
    notes = [f"{language.gettext(name)}: {words}" for name, words in told.items() if words]
    return Who(
        name=given.name,
        role=ROLES[given.role],
        party=given.party,
        words=party(given.party, home),
        actor=given.actor,
        title=given.title or "",
        notes="; ".join(notes),
    )


WEEK, DISCLAIMED = "to the week", "Recognition is disclaimed"
_LISTS = {"topics": "topic", "tools": "tool", "needs": "need"}


def _words(code: str) -> Callable[[str, str], str]:
    """What codes are called, in a language."""
    language = spoken(code)
    return lambda kind, value: language.gettext(labels.label(kind, value))


_SETTINGS = ("channel", "format", "visibility", "venue", "women_present")


def facts(event: Event, site: Site) -> list[tuple[str, str, str]]:
    """What is coded of an event besides its parties: the field, its value in words, and where it was read."""
    home, language = site.home, spoken(site.language)
    other, told = solar(event.date, home), _words(site.language)
    exact = f" ({language.gettext(WEEK)})" if event.date_precision == "week" else ""
    when = language.day(event.date) + (f" ({other})" if other else "") + exact
    where = ", ".join(filter(None, (event.place, labels.heading(event.place_country, home) if event.place_country else "")))
    found = [
        ("type", f"{capital(told('type', event.type))}: {told('mode', event.mode)}"),
        ("status", capital(told("status", event.status))),
        ("date", when),
        ("place", where),
        *((name, told(name, getattr(event, name))) for name in _SETTINGS if getattr(event, name) != "unknown"),
        ("level", "; ".join(f"{party(code, home)}: {told('level', level)}" for code, level in sorted(event.level.items()))),
        *((name, ", ".join(told(kind, each) for each in getattr(event, name))) for name, kind in _LISTS.items()),
        ("disclaimer", language.gettext(DISCLAIMED) if event.disclaimer else ""),
        ("count", str(event.count or "")),
        ("attribution", event.attribution.name if event.attribution else ""),
        ("publicised_by", ", ".join(party(code, home) for code in event.publicised_by)),
    ]
    return [(name.replace("_", " "), words, _basis(event, name)) for name, words in found if words]


def _basis(event: Event, field: str) -> str:
    basis = event.basis.get(field) or (event.basis.get("place_country") if field == "place" else None)
    if field == "date" and event.date_basis == "publication":
        return "the page's own date"
    if basis is None:
        return ""
    return basis.rule or "read in the words"
