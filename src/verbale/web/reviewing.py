"""Taking a decision from a form: what was seen must still stand, so that nobody overwrites what another decided meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from verbale.catalogue import load_world
from verbale.entering.deciding import reasoned
from verbale.entering.fields import changes
from verbale.entering.missed import entry_of, missed
from verbale.errors import DataError, UsageError, VerbaleError
from verbale.model import Event
from verbale.record import Decision, OvertakenError, Record
from verbale.record.exports.seen import seen
from verbale.web.fields import FIELDS, WHO, value
from verbale.web.page import Given, MissingError, Page
from verbale.web.pages import review
from verbale.web.queueing import ORDERS, following
from verbale.web.site import Site

_LOCK = threading.Lock()
_TRIES = 5
Taken = TypeVar("Taken")


def decide(site: Site, name: str, sent: Mapping[str, str]) -> str | Page:
    """Take what a form decides: the address that follows, or the page that says why it was not taken.

    Raises:
        MissingError: There is no record to decide in.
    """
    record = site.record
    if record is None:
        raise MissingError("nothing can be decided here")
    try:
        taken = retried(lambda: _taken(site, record, name, sent))
    except (UsageError, DataError) as error:
        return _refused(site, name, sent, error)
    return taken if isinstance(taken, Page) else _next(site, name, sent, taken)


def retried(take: Callable[[], Taken]) -> Taken:
    """What is taken one at a time, from what still stands: where another process decided meanwhile, it is looked at anew."""
    with _LOCK:
        for _ in range(_TRIES):
            try:
                return take()
            except OvertakenError:
                continue
    raise UsageError("others decide all the time, and nothing was taken", "send it again")


def _taken(site: Site, record: Record, name: str, sent: Mapping[str, str]) -> Decision | Page:
    """The decision; or the page that says what changed since the form was opened."""
    head = record.head().number
    draft = _draft(site, record, name, sent)
    if draft.kind == "event" and draft.action != "add" and (found := record.event(name)) and seen(found) != sent.get("seen"):
        return review.conflict(site, found, sent)
    if draft.kind == "event" and draft.action in ("accept", "reject", "unsure"):
        _nothing_lost(record.event(name), sent)
    if draft.kind == "document" and review.whole(record, draft.subject) != sent.get("seen"):
        words = "Something of this document was decided meanwhile, so nothing was taken. Look at it again."
        page = review.queue(site, {**_state(sent), "document": name, "fault": words})
        return msgspec.structs.replace(page, status=409)
    return record.decide_all((draft,), head=head)[0]


def _draft(site: Site, record: Record, name: str, sent: Mapping[str, str]) -> Decision:
    """The decision that a form asks for."""
    by, action = sent.get("by", "").strip(), sent.get("action", "")
    if action == "undo":
        return Decision(action="undo", kind="decision", subject=sent.get("number", ""), by=by)
    if action == "nothing":
        read = record.document(name)
        return Decision(action="nothing", kind="document", subject=read.id, by=by, sources=(f"text {read.sha256}",))
    if action == "add":
        return _added(site, record, name, sent, by)
    if action not in ("accept", "reject", "unsure", "correct"):
        raise UsageError("a form without a decision", "choose one of those on the page")
    if action == "reject" and not sent.get("reason"):
        raise UsageError("a rejection needs its reason", "choose one from the list beside it")
    event = record.event(name)
    words = _corrections(event, sent) if action == "correct" else []
    if action == "correct" and not words:
        raise UsageError("nothing was changed", "change a field, or accept the event as it is")
    made = changes(event, words, load_world(site.case)) if words else {}
    draft = Decision(action=action, kind="event", subject=event.id, by=by, changes=made)  # type: ignore[arg-type]
    why = "; ".join(filter(None, (sent.get("reason") if action == "reject" else "", sent.get("why", "").strip())))
    return reasoned(draft, why, ())


def _nothing_lost(event: Event, sent: Mapping[str, str]) -> None:
    """A decision that would drop what was typed into the fields is not taken.

    Raises:
        UsageError: A field is changed.
    """
    fields = [words.partition("=")[0].replace("_", " ").replace(".", ", ") for words in _corrections(event, sent)]
    if fields:
        raise UsageError(
            f"you changed {'; '.join(fields)}, which this decision would lose",
            "choose “Correct it so” to keep it, or set the fields back",
        )


def _corrections(event: Event, sent: Mapping[str, str]) -> list[str]:
    """What the form changes, as it would be typed."""
    words = [
        f"{field}={sent[field].strip() or 'none'}"
        for field in FIELDS
        if field in sent and sent[field].strip() != value(event, field)
    ]
    for n, each in enumerate(event.participants):
        for field in WHO:
            given, was = sent.get(f"who{n}.{field}"), getattr(each, field)
            if given is not None and given.strip() != ("" if was is None else str(was)):
                words.append(f"{each.name}.{field}={given.strip() or 'none'}")
    return words


def _added(site: Site, record: Record, name: str, sent: Mapping[str, str], by: str) -> Decision:
    people = {
        role: [line.strip() for line in sent.get(role, "").split("\n") if line.strip()]
        for role in ("source", "target", "host", "mediator")
    }
    fields = [f"status={sent['status']}"] if sent.get("status") else []
    kind, _, mode = sent.get("act", "").partition("/")
    entry = entry_of(
        kind, mode or None, people, sent.get("date") or None, sent.get("place") or None, sent.get("country") or None, fields
    )
    at = int(sent["at"]) if sent.get("at", "").isdecimal() else None
    return reasoned(missed(record, name, sent.get("words", ""), entry, by, site.case, at), sent.get("why", "").strip(), ())


def _next(site: Site, name: str, sent: Mapping[str, str], taken: Decision) -> str:
    """Where a reviewer goes from a decision: on, with the means to take it back; after an undoing, back to what was undone."""
    order = sent.get("order", "") if sent.get("order") in ORDERS else "unsure"
    state = {"order": order, "by": taken.by, "document": sent.get("document", "")}
    if taken.action == "undo":
        words = f"Decision {taken.subject} was undone."
        undone = (
            next((each for each in site.record.decisions() if str(each.number) == taken.subject), None) if site.record else None
        )
        if undone and (undone.kind == "document" or undone.action == "add"):
            return site.to("review", **state, said=words)
        return site.to("reviewing", id=name, **state, said=words)
    said = f"{review.DONE[taken.action]}."
    at = taken.subject if taken.action == "nothing" else name
    state |= {"said": said, "done": str(taken.number), "of": at}
    if taken.action in ("add", "nothing"):
        return site.to("review", **state)
    _, onward = following(site, order, name, sent.get("document", ""))
    return site.to("reviewing", id=onward, **state) if onward else site.to("review", **state)


def _refused(site: Site, name: str, sent: Mapping[str, str], error: VerbaleError) -> Page:
    words = ". ".join(f"{part[:1].upper()}{part[1:]}" for part in (error.message, error.hint) if part) + "."
    try:
        if sent.get("action") in ("add", "nothing"):
            page = review.queue(site, {**_state(sent), "document": name, "fault": words})
        else:
            page = review.reviewing(site, {**_state(sent), "id": name, "fault": words})
    except MissingError:
        page = Page(name="fault", title="That was not decided", told={"words": words, "hint": ""})
    return msgspec.structs.replace(page, status=422, told=page.told | {"sent": Given(sent)})


def _state(sent: Mapping[str, str]) -> dict[str, str]:
    return {name: sent[name] for name in ("order", "by", "document") if sent.get(name)}
