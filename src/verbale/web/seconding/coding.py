"""Taking a blind coding from a form: the acts that somebody reads in a passage, or that there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from verbale.catalogue import load_world
from verbale.entering.by_hand import made
from verbale.entering.missed import entry_of
from verbale.errors import UsageError
from verbale.model import Document, Event, Span
from verbale.record import Coding, Decision, Record
from verbale.web.seconding.codings import coded_by, codings
from verbale.web.seconding.passages import Passage
from verbale.web.site import Site

ROLES = ("source", "target", "host", "mediator")
MOST = 8
"""Acts that one passage may tell."""


def draft(site: Site, record: Record, passage: Passage, sent: Mapping[str, str], by: str) -> Decision:
    """The decision that keeps what a form codes.

    Raises:
        UsageError: The person has coded the passage before, or a value is none of the codebook's.
    """
    if coded_by(codings(site).get(passage.id), by):
        raise UsageError("you have coded these words already", "take the next passage; or undo that decision first")
    document = record.coded(passage.document, passage.sha256).document
    events: tuple[Event, ...] = ()
    if sent.get("action") != "none":
        events = tuple(read(site, document, passage, sent, f"act{n}", by) for n in range(blocks(sent)))
    coding = Coding(document=passage.document, sha256=passage.sha256, words=passage.words, events=events)
    why = sent.get("why", "").strip()
    return Decision(action="code", kind="passage", subject=passage.id, by=by, coded=coding, why=why)


def blocks(sent: Mapping[str, str]) -> int:
    """How many acts a form codes."""
    numbers = [int(found[1]) for name in sent if (found := re.fullmatch(r"act(\d{1,2})\.type", name))]
    return min(max(numbers, default=0) + 1, MOST)


def read(site: Site, document: Document, passage: Passage, sent: Mapping[str, str], block: str, by: str) -> Event:
    """One act of a form, whose fields are named after their block: ``act0.type``.

    Raises:
        UsageError: It has no type, nobody who takes part, or a value that is none of the codebook's.
    """
    told = {name: sent.get(f"{block}.{name}", "").strip() for name in ("type", "status", "date", "place", "country", *ROLES)}
    kind, _, mode = told["type"].partition("/")
    if not kind:
        raise UsageError("an act needs its type", "choose one, or say that there is no event here")
    people = {role: [line.strip() for line in told[role].split("\n") if line.strip()] for role in ROLES}
    if not any(people.values()):
        raise UsageError(
            "an act needs somebody who takes part", "write a name as the document has it, or say that there is no event"
        )
    fields = [f"status={told['status']}"] if told["status"] else []
    entry = entry_of(kind, mode or None, people, told["date"] or None, told["place"] or None, told["country"] or None, fields)
    words = [Span(start=each.start, end=each.end) for each in passage.words]
    return made(entry, document, words, by, load_world(site.case))
