"""One engagement: what it was, every report of it with its words, on what the reports differ, and what was decided."""

from __future__ import annotations

import msgspec

from verbale.brief.telling import act
from verbale.catalogue import labels
from verbale.engagements import Engaged
from verbale.engagements.minting import resolved
from verbale.engagements.pairing import of_engagement
from verbale.errors import UsageError
from verbale.model import Conflict, Event
from verbale.pictures.card import Card, card
from verbale.pictures.words import capital
from verbale.record import Minted
from verbale.web.page import Asked, MissingError, Page
from verbale.web.pages.deciding import Judgement, judgements
from verbale.web.site import Site
from verbale.web.telling import Who, facts, field, footnote, preferred, quote, row, sentence, verdict, who


class Report(msgspec.Struct, frozen=True):
    """One event of an engagement, as a page shows it."""

    event: Event
    quote: str
    review: str
    copied: str
    people: tuple[Who, ...]
    footnote: str


def engagement(site: Site, asked: Asked) -> Page:
    """One engagement with all that it rests on; under an id that was given up the one that it leads to, or why there is none.

    Raises:
        MissingError: There never was one of that id.
    """
    known = site.record.minted() if site.record and asked["id"] not in site.snapshot.places else ()
    each = site.snapshot.of(resolved(asked["id"], known))
    if each is None:
        return _gone(site, asked["id"], next((one for one in known if one.id == asked["id"]), None))
    first = max(each.events, key=lambda e: (e.complete, len(e.participants)))
    told = {
        "row": row(each, site),
        "each": each,
        "facts": facts(preferred(each), site),
        "reports": [_report(event, each, site) for event in each.events],
        "conflicts": [_conflict(conflict, each, site) for conflict in each.engagement.conflicts],
        "holds": [row(other, site) for other in site.snapshot.parts.get(each.id, ())],
        "parent": site.snapshot.of(each.engagement.parent or ""),
        "matches": each.matches,
        "card": _card(each, site),
        "decisions": _decided(each, site),
        "sentence": sentence(each, site),
        "footnote": footnote(first),
    }
    return Page(name="engagement", title=sentence(each, site), told=told)


def _gone(site: Site, name: str, minted: Minted | None) -> Page:
    """What is said under the id of an engagement that is no more: who rejected it and when, and where its report stands."""
    if minted is None or site.record is None:
        raise MissingError(f"there is no engagement {name}")
    try:
        anchor: Event | None = site.record.event(minted.anchor_event)
    except UsageError:  # a newer run reads the document otherwise
        anchor = None
    told = {
        "about": act(anchor, site.case, site.home) if anchor else "",
        "event": anchor.id if anchor else "",
        "document": minted.anchor_document,
        "decisions": judgements(site, {minted.anchor_event, name}),
        "rejected": bool(anchor and anchor.review and anchor.review.verdict == "rejected"),
    }
    return Page(name="gone", title="No longer an engagement", told=told, status=410)


def _report(event: Event, each: Engaged, site: Site) -> Report:
    return Report(
        event=event,
        quote=quote(event, 1200),
        review=verdict(event),
        copied=each.copies.get(event.document.id, ""),
        people=tuple(who(p, site) for p in event.participants),
        footnote=footnote(event),
    )


def _conflict(conflict: Conflict, each: Engaged, site: Site) -> dict[str, object]:
    """A field on which reports differ: what is preferred and why, and each value with the events that say so."""
    events = {event.id: event for event in each.events}
    told = {value: labels.label(conflict.field, value) for value in (conflict.preferred, *conflict.values)}
    if conflict.field == "place_country":
        told = {value: labels.heading(value, site.home) for value in told}
    values = {told[value]: [events[name] for name in names if name in events] for value, names in conflict.values.items()}
    return {
        "field": capital(field(conflict.field, site.home)),
        "preferred": told[conflict.preferred],
        "rule": conflict.rule,
        "values": values,
    }


def _card(each: Engaged, site: Site) -> Card | None:
    """The two accounts side by side, where there are two and the record is at hand."""
    if site.record is None or not (len(each.documents) > 1 or each.engagement.type == "CONSULT"):
        return None
    try:
        made = of_engagement(each, site.record)
    except UsageError:
        return None
    # one document gives two accounts only where it passes on those of both sides
    whole = len(each.documents) > 1 or {made.a.side, made.b.side} <= each.parties
    return card(made, "", site.home) if whole else None


def _decided(each: Engaged, site: Site) -> list[Judgement]:
    return judgements(site, {*each.engagement.events, each.id})
