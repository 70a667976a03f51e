"""One event: each value with where it was read, and the document with every one of its words marked."""

from __future__ import annotations

from verbale.brief.telling import act
from verbale.errors import UsageError
from verbale.model import Document, Event
from verbale.web.marking import Mark, marks, paragraphs, pieces
from verbale.web.page import Asked, MissingError, Page
from verbale.web.pages.deciding import judgements
from verbale.web.site import Site
from verbale.web.telling import facts, footnote, quote, verdict, who

AROUND = 6000
"""Code points of a document that are shown around an event's words; a longer one is cut, and leads to its whole."""


def event(site: Site, asked: Asked) -> Page:
    """One event as the record has it now.

    Raises:
        MissingError: There is none of that id.
    """
    found = find(site, asked["id"])
    document = site.record.coded(found.document.id).document if site.record else None
    told = {
        **described(site, found),
        "engagement": site.snapshot.of(found.id),
        "document": document,
        "passages": passages(document, found) if document else (),
        "decisions": judgements(site, {found.id}),
    }
    return Page(name="event", title=act(found, site.case, site.home), told=told)


def find(site: Site, name: str) -> Event:
    """The event with that id, fresh from the record where there is one.

    Raises:
        MissingError: There is none.
    """
    try:
        if site.record:
            return site.record.event(name)
        return site.snapshot.by_event[name]
    except (UsageError, KeyError):
        raise MissingError(f"there is no event {name}") from None


def described(site: Site, found: Event) -> dict[str, object]:
    """What every page that shows an event tells of it."""
    return {
        "event": found,
        "act": act(found, site.case, site.home),
        "facts": facts(found, site),
        "people": [who(each, site) for each in found.participants],
        "review": verdict(found),
        "quote": quote(found, 1200),
        "footnote": footnote(found),
    }


def passages(document: Document, found: Event) -> tuple[tuple[object, ...], ...]:
    """The paragraphs of a document around an event's words, with all that tells of it marked."""
    own = marks(found)
    start, end = window(document.text, own)
    return paragraphs(pieces(document.text, own, start, end))


def window(text: str, own: tuple[Mark, ...]) -> tuple[int, int]:
    """The stretch of a text that is shown: all of it, or what lies around the words, cut where paragraphs are."""
    if len(text) <= AROUND:
        return 0, len(text)
    first = min(mark.start for mark in own if mark.kind == "evidence")
    last = max(mark.end for mark in own if mark.kind == "evidence")
    start = text.rfind("\n\n", 0, max(0, first - AROUND // 3))
    end = text.find("\n\n", min(len(text), last + AROUND // 3))
    return max(0, start), len(text) if end < 0 else end
