"""Taking a decision: is it one that can be taken, on what exactly, and the row that says so. In the transaction of the caller."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, insert, select, update

from verbale.errors import DataError, UsageError
from verbale.model import Event, Evidence
from verbale.record import reading
from verbale.record.correcting import corrected
from verbale.record.decision import ALLOWED, Coding, Decision, Judged, live
from verbale.record.keeping import NEXT
from verbale.record.ledger import append, entries, parsed
from verbale.record.placing import overlap
from verbale.record.projecting import project
from verbale.record.tables import attachments, decisions, documents, events, versions

_PAIR = 2
_SEE = "see them with: verbale decide log"


def take(connection: Connection, draft: Decision, at: str) -> Decision:
    """Take a decision and let it have its effect.

    Args:
        connection: A transaction that writes.
        draft: Who decides what, on which ids; of ``add``, with the event as its only judged one.
        at: When, as ISO text.

    Raises:
        UsageError: It is no decision that can be taken, or it names what is not there.
        DataError: The event that is added does not agree with its document, or is there already.
    """
    _check(draft)
    full = _judging(connection, draft) if draft.kind in ("event", "engagement") else draft
    if draft.kind == "document" and connection.scalar(select(documents.c.id).where(documents.c.id == draft.subject)) is None:
        raise UsageError(f"there is no document {draft.subject} in the record", "find its id with: verbale search WORDS")
    if draft.coded:
        _check_words(connection, draft.coded)
    if draft.action == "undo":
        _check_undo(connection, draft.subject)
    if full.changes and corrected(full.judged[0].event, full.changes) == full.judged[0].event:
        raise UsageError("the correction changes nothing", f"to confirm the event as it is: verbale decide accept {full.subject}")
    taken = append(connection, full, at)
    for side, judged in enumerate(taken.judged):
        connection.execute(insert(attachments).values(decision=taken.number, side=side, document=judged.document))
    touched = _touched(connection, taken)
    project(connection, touched)
    connection.execute(update(documents).where(documents.c.id.in_(touched)).values(changed=NEXT))
    return taken


def _check(draft: Decision) -> None:
    """Refuse what is no decision before anything is asked."""
    if not draft.by.strip():
        raise UsageError("a decision needs a name, or a pseudonym", "say whose it is with --by, or set reviewer in verbale.toml")
    counts = ALLOWED[draft.action].get(draft.kind)
    if counts is None or (2 if draft.other else 1) not in counts:
        able = " or ".join(f"{' or '.join(map(str, n))} {kind}(s)" for kind, n in ALLOWED[draft.action].items())
        raise UsageError(f"{draft.action} cannot be decided of this", f"it is decided of {able}")
    if draft.subject == draft.other:
        raise UsageError(f"{draft.subject} is named twice", "name two different ones")
    if (draft.action == "correct") != bool(draft.changes):
        raise UsageError("a correction needs its fields, and nothing else has any", "write FIELD=VALUE: status=denied")
    if draft.kind == "office" and not (draft.office and draft.sources):
        raise UsageError("an office needs a source", "say where it is written with --link")
    if draft.kind == "engagement" and len(draft.judged) < _PAIR:
        raise UsageError(f"{draft.action} needs events of both", "name an engagement that has them; see: verbale engagements")
    if (draft.action == "code") != bool(draft.coded):
        raise UsageError("a coding needs its passage, and nothing else has one", "code a passage in the browser: verbale serve")
    if draft.kind == "passage" and draft.action == "nothing" and not draft.settles:
        raise UsageError("nothing is said of a passage that nobody coded", "say it of a document: verbale decide nothing ID")
    if draft.weight is not None and not 0 <= draft.weight <= 1:
        raise UsageError(f"a weight lies between 0 and 1, not at {draft.weight}", "leave it out where nothing computed it")


def _judging(connection: Connection, draft: Decision) -> Decision:
    """The decision with the events that it judges."""
    if draft.action == "add":
        judged: tuple[Judged, ...] = (_added(connection, draft.judged[0]),)
    elif draft.kind == "engagement":
        # an engagement is what its events are: the decision names those that it puts together or takes apart
        judged = tuple(_judged(connection, each.event.id) for each in draft.judged)
    else:
        judged = tuple(_judged(connection, each) for each in (draft.subject, draft.other) if each)
    return msgspec.structs.replace(draft, judged=judged)


def _judged(connection: Connection, event: str) -> Judged:
    """The event of the present versions that has this id, as it stands."""
    row = connection.execute(_present().where(events.c.id == event)).first()
    if row is None:
        raise UsageError(f"there is no event {event} in the record", "find its id with: verbale search WORDS")
    found = reading.event(row.body)
    return Judged(document=row.document, sha256=row.sha256, event=found, beside=_beside(connection, found, row.version))


def _added(connection: Connection, given: Judged) -> Judged:
    """The event to add, with what stands beside it; its words must be in the version that it names."""
    chosen = (versions.c.document == given.document, versions.c.sha256 == given.sha256)
    version = connection.execute(select(versions.c.number, versions.c.text).where(*chosen)).first()
    if version is None:
        raise DataError(f"there is no document {given.document} in that version", "add the document first: verbale add PATH")
    _check_standing(given.document, version.text, given.event.evidence)
    taken = select(events.c.id).where(events.c.version == version.number, events.c.id == given.event.id)
    if there := known(connection, given) or connection.scalar(taken):
        raise DataError(f"this act is in the record already, as event {there}", f"confirm it with: verbale decide accept {there}")
    return msgspec.structs.replace(given, beside=_beside(connection, given.event, version.number))


def _check_words(connection: Connection, given: Coding) -> None:
    """Refuse a coding whose words do not stand in the version that it names."""
    chosen = (versions.c.document == given.document, versions.c.sha256 == given.sha256)
    text = connection.scalar(select(versions.c.text).where(*chosen))
    if text is None or not given.words:
        raise DataError(
            f"there is no such passage of document {given.document}", "open the sample again, and take its next passage"
        )
    _check_standing(given.document, text, [*given.words, *(words for event in given.events for words in event.evidence)])


def _check_standing(document: str, text: str, given: Iterable[Evidence]) -> None:
    for words in given:
        if text[words.start : words.end] != words.text:
            raise DataError(f"the words do not stand in document {document} at {words.start}", "copy them from its text")


def known(connection: Connection, given: Judged) -> str | None:
    """The id of an act that the record has in the same words, of the same type, mode and parties; also one that was rejected."""
    rows = select(events.c.body).where(events.c.document == given.document, events.c.sha256 == given.sha256)
    others = (reading.event(body) for body in connection.scalars(rows.order_by(events.c.ordinal)))
    return next((each.id for each in others if overlap(each, given.event) and _same_act(each, given.event)), None)


def _same_act(a: Event, b: Event) -> bool:
    """Two meetings in one sentence are two if each has its own day."""
    other_day = a.date is not None and b.date is not None and a.date != b.date
    return (a.type, a.mode, a.parties()) == (b.type, b.mode, b.parties()) and not other_day


def _beside(connection: Connection, event: Event, version: int) -> tuple[str, ...]:
    rows = select(events.c.body).where(events.c.version == version, events.c.type == event.type, events.c.id != event.id)
    others = (reading.event(body) for body in connection.scalars(rows.order_by(events.c.ordinal)))
    return tuple(other.id for other in others if overlap(event, other))


def _present() -> Select[Any]:
    here = and_(documents.c.id == events.c.document, documents.c.sha256 == events.c.sha256)
    return select(events.c.body, events.c.document, events.c.sha256, events.c.version).join(documents, here)


def _check_undo(connection: Connection, subject: str) -> None:
    known = tuple(entries(connection))
    if not subject.isdecimal() or not 1 <= int(subject) <= len(known):
        raise UsageError(f"there is no decision {subject}", _SEE)
    undoing = known[int(subject) - 1].action == "undo"
    holding = {each.number for each in live(known)}
    if not undoing and int(subject) not in holding:
        raise UsageError(f"decision {subject} was undone before", _SEE)


def _touched(connection: Connection, taken: Decision) -> list[str]:
    """The documents on whose events a decision bears; of an undoing, those of what is undone."""
    while taken.action == "undo":
        undone = select(decisions.c.body).where(decisions.c.number == int(taken.subject))
        taken = parsed(connection.scalars(undone).one())
    return sorted({judged.document for judged in taken.judged})
