"""The last contacts."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.dossier.known import LISTED, Known
from verbale.brief.page import Block, Items, Line, Rows, Section, text
from verbale.brief.screen.sides import called, figure
from verbale.brief.telling import item, told
from verbale.pictures.counting import SIDES, sides
from verbale.pictures.words import number


def contacts(known: Known) -> Section:
    """The last engagements: of an actor from outside with either side, of one of the country with parties from outside."""
    blocks: list[Block] = []
    if known.side is None:
        for on in SIDES:
            blocks += _latest(known, f"With {called(known.material, on)}", known.met(on))
    else:
        blocks += _latest(known, "With parties from outside", [each for each in known.material.contacts if each.outside])
    rest = [each for each in known.material.contacts if not sides(each)]
    blocks += _latest(known, "Other contact", rest) if rest else []
    blocks += _aside(known)
    return Section("contacts", "Last contacts", tuple(blocks))


def _aside(known: Known) -> list[Block]:
    """Acts that no figure counts, as they are outside the case or lack a party: the actor is named in them all the same."""
    counted = {each.id for each in known.material.acts}
    found = [each for each in known.material.told if each.id not in counted and not known.material.doubts(each)]
    if not found:
        return []
    shown = tuple(item(each, known.material.case, known.home) for each in latest(found))
    return [text("In no figure, as they lie outside the case or lack a party: ", figure(found, "act"), "."), Items(shown)]


def _latest(known: Known, lead: str, entries: list[Entry]) -> list[Block]:
    if not entries:
        return [text(f"{lead}: no contact is reported.")]
    shown = tuple(_brief(known, each) for each in latest(entries))
    more = f", of which the latest {number(LISTED)} are told here" if len(entries) > LISTED else ""
    return [text(f"{lead}: ", figure(entries), f"{more}."), Items(shown)]


def _brief(known: Known, entry: Entry) -> Line:
    """A contact without its words: the accounts have them."""
    return (told(entry, known.material.case, known.home), Rows("", (entry.id,)))


def latest(entries: list[Entry]) -> list[Entry]:
    """The last few, the latest first; the undated, of which nobody knows how late they are, after all others."""
    dated = [each for each in entries if each.date]
    return [*dated[::-1], *(each for each in entries if not each.date)][:LISTED]
