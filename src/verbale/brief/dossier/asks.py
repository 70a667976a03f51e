"""What somebody asked, and what was asked of them, in the words that report it."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.dossier.contacts import latest
from verbale.brief.dossier.known import LISTED, Known
from verbale.brief.page import Block, Items, Quote, Section, text
from verbale.brief.screen.sides import figure
from verbale.brief.telling import item, quote, worded
from verbale.model import ENGAGING, Event
from verbale.pictures.words import number


def asks(known: Known) -> Section | None:
    """The asks of the actor and those put to the actor, the latest first; nothing where none is reported."""
    found = {lead: _asked(known, role) for lead, role in (("Asks by", "source"), ("Asks of", "target"))}
    if not any(found.values()):
        return None
    blocks: list[Block] = []
    for lead, told in found.items():
        blocks += _told(known, f"{lead} {known.subject.inside}", told)
    return Section("asks", "What was asked", tuple(blocks))


_Asked = dict[str, tuple[Entry, Quote]]


def _told(known: Known, lead: str, told: _Asked) -> list[Block]:
    entries = [entry for entry, _ in told.values()]
    if not entries:
        return [text(f"{lead}: none is reported.")]
    lines = tuple(item(each, known.material.case, known.home, told[each.id][1]) for each in latest(entries))
    more = f", of which the latest {number(LISTED)} are told here" if len(entries) > LISTED else ""
    return [text(f"{lead}: ", figure(entries, "act"), f"{more}."), Items(lines)]


def _asked(known: Known, role: str) -> _Asked:
    found: _Asked = {}
    for event, entry in known.material.events():
        if event.status in ENGAGING and _asks(event) and known.subject.within(event, role):
            found.setdefault(entry.id, (entry, _words(event)))
    return found


def _asks(event: Event) -> bool:
    return event.type == "REQUEST" or any(said.kind == "ask" for said in event.said)


def _words(event: Event) -> Quote:
    return next((worded(event, said) for said in event.said if said.kind == "ask"), None) or quote(event)
