"""From a record to the dossier of an actor: the same kind of page as the brief, of the acts of one actor alone."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.accounts import accounts
from verbale.brief.compose import assembled
from verbale.brief.dossier.company import people, room
from verbale.brief.dossier.contacts import contacts, latest
from verbale.brief.dossier.known import Known
from verbale.brief.dossier.offices import offices
from verbale.brief.dossier.subject import Subject
from verbale.brief.dossier.titles import titles
from verbale.brief.material import Material
from verbale.brief.page import Answers, Brief, Line, Rows, Section
from verbale.brief.screen.hidden import hidden
from verbale.brief.screen.sides import called, figure
from verbale.brief.screen.sure import sure
from verbale.brief.telling import told
from verbale.brief.veil import Veil
from verbale.model import Coded
from verbale.pictures.counting import SIDES
from verbale.pictures.words import capital, day

SECTIONS: tuple[Callable[[Known], Section | None], ...] = (titles, room, people, offices)
"""The parts after what happened, in their order."""


def dossier(material: Material, subject: Subject) -> Brief:
    """The dossier of ``subject``, with the names of people outside office covered in every text of it."""
    veil = Veil(material.readings, material.case)
    only = frozenset(each.id for each in material.every if any(subject.within(event) for event in each.events))
    if subject.party is None:
        # that it stands in somebody's dossier would tell who it was
        only -= {each.id for each in material.every if each.silent}
    known = Known(subject=subject, material=msgspec.structs.replace(material, only=only), veil=veil)
    made = [section(known) for section in SECTIONS]
    happened = (contacts(known), *accounts(known.material, veil, set()))
    whole = (_first(known), *happened, *(each for each in made if each is not None))
    return assembled(f"Dossier: {subject.name}", _subtitle(known.material), whole, known.material, veil)


def _subtitle(material: Material) -> str:
    when = f", {material.period.words}" if material.period else ""
    return f"{material.about.title}: what public reporting tells{when}"


def _first(known: Known) -> Section:
    questions: tuple[tuple[str, Line], ...] = (
        ("Who it is", _who(known)),
        ("Contact", _contact(known)),
        ("Last", _last(known)),
        ("How sure", sure(known.material, known.veil)),
        ("What may not be shown", hidden(known.material, Veil(_telling(known), known.material.case))),
    )
    return Section("summary", "At a glance", (Answers(questions),))


def _who(known: Known) -> Line:
    held = [each for each in known.subject.offices if not each.until] or list(known.subject.offices)[-1:]
    if held:
        since = [f"{each.title}{f' since {day(each.since)}' if each.since and not each.seen else ''}" for each in held]
        last = "" if any(not each.until for each in held) else " (the last office that is known)"
        return (f"{'; '.join(since)}{last}.",)
    return (f"{capital(known.subject.inside)}. Who acts for it is listed below.",)


def _contact(known: Known) -> Line:
    """How many engagements there are: of an actor from outside with either side, else with parties from outside."""
    if not known.material.told:
        return (f"Nothing that was read tells of {known.subject.inside}.",)
    if known.side is not None:
        return _count("With parties from outside", [each for each in known.material.contacts if each.outside])
    return tuple(part for on in SIDES for part in _count(f"With {called(known.material, on)}", known.met(on)))


def _count(lead: str, found: list[Entry]) -> Line:
    return (f"{lead}: ", figure(found), ". ") if found else (f"{lead}: none that is reported. ",)


def _last(known: Known) -> Line:
    found = [each for each in latest([e for e in known.material.contacts if e.date]) if not each.silent]
    if not found:
        return ("No contact with a date is reported.",)
    return (told(found[0], known.material.case, known.home), Rows("", (found[0].id,)), ".")


def _telling(known: Known) -> tuple[Coded, ...]:
    """The readings of the documents that tell of the actor."""
    telling = {name for each in known.material.told for name in each.documents}
    return tuple(each for each in known.material.readings if each.document.id in telling)
