"""The review: the queue with its orders, and one event at a time with its words and what can be decided."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping
from typing import get_args

import msgspec

from verbale.analysis.auditing import LEAST, draw
from verbale.catalogue import labels
from verbale.entering import acts
from verbale.errors import UsageError
from verbale.model import Channel, Document, Event, Format, Role, Status, Venue, Visibility, Women
from verbale.record import Record, live
from verbale.record.exports.seen import seen
from verbale.web.fields import FIELDS, LISTS, REASONS, WHO, changed, kept, offered, shown, value
from verbale.web.page import Asked, Given, MissingError, Page
from verbale.web.pages.deciding import judgements
from verbale.web.pages.event import described, find, passages
from verbale.web.queueing import ORDERS, audited, following, waiting
from verbale.web.site import Site
from verbale.web.telling import row

_SHOWN = 12
DONE = {
    "accept": "Accepted",
    "reject": "Rejected",
    "correct": "Corrected",
    "unsure": "Noted as unsure",
    "add": "Added",
    "nothing": "Noted: no event but those that stand",
}
"""What is said after each decision."""

CHOICES: dict[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "channel": get_args(Channel),
    "format": get_args(Format),
    "visibility": get_args(Visibility),
    "venue": get_args(Venue),
    "women_present": get_args(Women),
    "disclaimer": ("yes", "no"),
    "type": tuple(acts.modes()),
    "role": get_args(Role),
}
"""The values of each field that has few."""


def queue(site: Site, asked: Asked) -> Page:
    """What is left, in the order asked for; who did how much; what has lost its event; how right the program was found to be.

    Raises:
        MissingError: The site is a published one.
    """
    if site.record is None:
        raise MissingError("nothing is reviewed here")
    order = _order(asked)
    left = waiting(site, order, asked.get("document", ""))
    taken = live(site.record.decisions())
    told = {
        **_state(site, asked),
        "left": len(left),
        "all": len(site.snapshot.events),
        "rows": [(event, described(site, event)) for event in left[:_SHOWN]],
        "by_whom": Counter(each.by for each in taken).most_common(),
        "orders": ORDERS,
        "stale": site.record.stale(),
        "audit": audited(site),
        "draw": draw(site.record, site.snapshot.drawn),
        "least": LEAST,
        "document": (document := _document(site, asked)),
        "seen": whole(site.record, document.id) if document else "",
        "acts": [(kind, mode, labels.label("type", kind)) for kind, modes in acts.modes().items() for mode in modes],
        "statuses": CHOICES["status"],
    }
    return Page(name="review", title="Review", told=told)


def reviewing(site: Site, asked: Asked) -> Page:
    """One event to decide of.

    Raises:
        MissingError: There is none of that id.
    """
    event = find(site, asked["id"])
    if site.record is None:
        raise MissingError("nothing is reviewed here")
    order = _order(asked)
    before, after = following(site, order, event.id, asked.get("document", ""))
    coded = site.record.coded(event.document.id)
    told = {
        **_state(site, asked),
        **described(site, event),
        "passages": passages(coded.document, event),
        "document": coded.document,
        "decisions": judgements(site, {event.id}),
        "seen": seen(event),
        "was": msgspec.json.encode(shown(event)).decode(),
        "fields": [(name, value(event, name), CHOICES.get(name, _modes(event) if name == "mode" else ())) for name in FIELDS],
        "who_fields": WHO,
        "lists": offered(_known(site)),
        "several": LISTS,
        "roles": CHOICES["role"],
        "reasons": REASONS,
        "before": before,
        "after": after,
        "left": len(waiting(site, order, asked.get("document", ""))),
        "engagement": (each := site.snapshot.of(event.id)) and row(each, site),
    }
    return Page(name="reviewing", title=f"Review: {told['act']}", told=told)


def whole(record: Record, name: str) -> str:
    """A mark of a document with all its events: another one as soon as any of it changes."""
    coded = record.coded(name)
    told = (coded.document.sha256, *(f"{event.id} {seen(event)}" for event in coded.events))
    return f"{zlib.crc32(chr(10).join(told).encode()):08x}"


def conflict(site: Site, event: Event, sent: Mapping[str, str]) -> Page:
    """The page that a second reviewer sees: what changed meanwhile, and their own input, which is kept.

    Of the fields only those are kept that the second reviewer changed: the others are as they stand now.
    """
    last = sent.get("seen", "0").partition("-")[0]
    since = int(last) if last.isdecimal() else 0
    page = reviewing(site, {**sent, "id": event.id})
    newer = [each for each in judgements(site, {event.id}) if each.decision.number > since]
    told = page.told | {"newer": newer, "sent": Given(kept(event, sent)), "clash": True, "mine": changed(event, sent)}
    return Page(name="reviewing", title="Decided meanwhile", told=told, status=409)


def _order(asked: Asked) -> str:
    order = asked.get("order", "")
    return order if order in ORDERS else "unsure"


def _state(site: Site, asked: Asked) -> dict[str, object]:
    by = asked.get("by") or site.reviewer
    told: dict[str, object] = {"order": _order(asked), "by": by, "of_document": asked.get("document", "")}
    told |= {name: asked.get(name, "") for name in ("said", "done", "of", "fault")}
    if not told["said"]:
        told |= _last(site, by)
    return {**told, "newer": [], "mine": (), "sent": Given(), "clash": False}


def _last(site: Site, by: str) -> dict[str, object]:
    """The last decision of a reviewer that holds, which any page of the review can undo."""
    taken = live(site.record.decisions()) if site.record and by else ()
    mine = next((each for each in reversed(taken) if each.by == by and each.kind in ("event", "document")), None)
    if mine is None or mine.action not in DONE:
        return {}
    page = "document" if mine.kind == "document" else "event" if mine.subject in site.snapshot.by_event else ""
    return {"said": f"{DONE[mine.action]}.", "done": str(mine.number), "of": mine.subject, "last": page or "gone"}


def _document(site: Site, asked: Asked) -> Document | None:
    if not asked.get("document") or site.record is None:
        return None
    try:
        return site.record.document(asked["document"])
    except UsageError:
        raise MissingError(f"there is no document {asked['document']}") from None


def _known(site: Site) -> tuple[str, ...]:
    """The parties that the record has."""
    index = site.snapshot.index
    return tuple(code for facet in ("outside", "home") for code in index.counts(facet, index.everything()))


def _modes(event: Event) -> tuple[str, ...]:
    return tuple(acts.modes().get(event.type, ()))
