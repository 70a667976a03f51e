"""Agreement and adjudication: how far two people agree, and where they do not, their codings side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from verbale.brief.telling import act
from verbale.catalogue import labels
from verbale.entering import acts
from verbale.model import Event
from verbale.pictures.words import capital
from verbale.web.language import spoken
from verbale.web.page import Asked, Given, MissingError, Page
from verbale.web.pages.deciding import judgements
from verbale.web.pages.review import CHOICES
from verbale.web.pages.second import shown
from verbale.web.seconding.coding import ROLES as CODED
from verbale.web.seconding.codings import Coded, codings, one
from verbale.web.seconding.comparing import FIELDS, Slot, agreement, slots
from verbale.web.seconding.settling import mark
from verbale.web.seconding.third import INPUTS, NEITHER, NEW, block, written
from verbale.web.site import Site
from verbale.web.telling import ROLES, party

NOT_TOLD = "not told"
_NAMES = tuple(each for many in INPUTS.values() for each in many)
RELIED, TENTATIVE = 0.8, 0.667
"""From where on an alpha can be relied upon, and from where on for tentative conclusions (Krippendorff)."""


class Line(msgspec.Struct, frozen=True):
    """One field of an act as either coded it, and whether they differ."""

    field: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    differs: bool


def adjudicate(site: Site, asked: Asked) -> Page:
    """The agreement, and the passages on which two people differ.

    Raises:
        MissingError: The site is a published one.
    """
    if site.record is None:
        raise MissingError("nothing is adjudicated here")
    twice = [each for each in codings(site).values() if each.twice]
    open_ = waiting(twice)
    told = {
        **_state(site, asked),
        "twice": len(twice),
        "rows": agreement(twice),
        "pairs": Counter(tuple(r.by for r in each.readings[:2]) for each in twice).most_common(),
        "open": [(each, _differing(each), _quote(each)) for each in open_],
        "settled": [each for each in twice if each.settled],
        "lost": sum(not each.stands for each in twice),
        "words": words_of,
    }
    return Page(name="adjudicate", title="Agreement and adjudication", told=told)


def adjudicating(site: Site, asked: Asked) -> Page:
    """One passage with both codings of it.

    Raises:
        MissingError: Nobody, or only one, coded it.
    """
    found = one(site, asked["id"])
    if site.record is None or found is None or not found.twice:
        raise MissingError(f"there are no two codings of a passage {asked['id']}")
    passage = found.passage
    document = site.record.coded(passage.document, passage.sha256).document
    told = {
        **_state(site, asked),
        "found": found,
        "first": found.readings[0],
        "second": found.readings[1],
        "document": document,
        "passages": shown(document, passage),
        "slots": [(n, slot, lines(slot, site), _typed(n, slot, asked)) for n, slot in enumerate(slots(found))],
        "wrong": [bool(asked.get(f"slot{n}.none")) or _beyond(n, slot, asked) for n, slot in enumerate(slots(found))],
        "new": {each: asked.get(f"{NEW}.{each}", "") for each in _NAMES},
        "inputs": INPUTS,
        "acts": [(kind, mode, labels.label("type", kind)) for kind, modes in acts.modes().items() for mode in modes],
        "statuses": CHOICES["status"],
        "coded": CODED,
        "act": lambda event: act(event, site.case, site.home),
        "seen": mark(found),
        "left": len(waiting(codings(site).values())),
        "after": onward(site, passage.id),
        "decisions": judgements(site, {passage.id, *(each.id for each in passage.acts)}),
        "sent": Given(asked),
        "clash": False,
    }
    return Page(name="adjudicating", title="Adjudicate", told=told)


def clash(site: Site, name: str, sent: Mapping[str, str]) -> Page:
    """The page where somebody else decided meanwhile: as it stands now, with what was chosen."""
    page = adjudicating(site, {**sent, "id": name})
    return msgspec.structs.replace(
        page, title="Decided meanwhile", status=409, told=page.told | {"sent": Given(sent), "clash": True}
    )


def waiting(found: Iterable[Coded]) -> list[Coded]:
    """The passages to adjudicate: where two differ; and where they agree on what nobody decided as yet."""
    return [each for each in found if each.twice and each.stands and not each.settled and _open(each)]


def onward(site: Site, name: str) -> str:
    """The passage to adjudicate after another."""
    names = [each.passage.id for each in waiting(codings(site).values())]
    at = names.index(name) + 1 if name in names else 0
    return names[at] if at < len(names) else ""


def lines(slot: Slot, site: Site) -> list[Line]:
    """The fields of an act side by side, as they are shown."""
    sides = [{} if each is None else _told(each, site) for each in (slot.first, slot.second)]
    if "event" in slot.differing or slot.first is None:
        told = [_whole(each) if each else ("no event here",) for each in sides]
        return [Line("event", told[0], told[1], slot.first is not slot.second)]
    return [Line(name, sides[0][name], sides[1][name], name in slot.differing) for name in FIELDS]


def words_of(alpha: float | None) -> str:
    """What an alpha allows, in words."""
    if alpha is None:
        return "all alike so far, so that nothing can be said"
    if alpha >= RELIED:
        return "can be relied upon"
    return "for tentative conclusions" if alpha >= TENTATIVE else "not to be relied upon"


def _open(each: Coded) -> bool:
    """Whether there is anything to decide: they differ, or agree while the record has nothing of a person."""
    made = slots(each)
    return any(slot.differing for slot in made) or all(reading.blind for reading in each.readings[:2])


def _differing(each: Coded) -> list[str]:
    return sorted({name for slot in slots(each) for name in slot.differing})


def _quote(each: Coded) -> str:
    return " … ".join(" ".join(words.text.split()) for words in each.passage.words)


def _told(event: Event, site: Site) -> dict[str, tuple[str, ...]]:
    """The fields of an event in words."""
    people = tuple(f"{ROLES[p.role]}: {p.name} ({party(p.party, site.home)})" for p in event.participants)
    where = ", ".join(filter(None, (event.place, labels.heading(event.place_country, site.home) if event.place_country else "")))
    return {
        "act": (f"{capital(labels.label('type', event.type))}: {event.mode.replace('_', ' ')}",),
        "status": (capital(labels.label("status", event.status)),),
        "participants": people or ("nobody",),
        "date": (spoken(site.language).day(event.date) if event.date else NOT_TOLD,),
        "place": (where or NOT_TOLD,),
    }


def _beyond(n: int, slot: Slot, asked: Asked) -> bool:
    """Whether a third value was sent for a field on which two agree."""
    return any(asked.get(f"slot{n}.{name}") == NEITHER for name in FIELDS if name not in slot.differing)


def _typed(n: int, slot: Slot, asked: Asked) -> dict[str, str]:
    """The third values of an act as the form shows them: as they were sent, or else as the first coded them."""
    first = written(slot.first or slot.second)
    return {each: asked.get(f"{block(n)}.{each}", first.get(each, "")) for each in _NAMES}


def _whole(told: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(words for name in FIELDS for words in told[name] if words != NOT_TOLD)


def _state(site: Site, asked: Asked) -> dict[str, object]:
    told: dict[str, object] = {"by": asked.get("by") or site.reviewer, "undo_at": "/adjudication/"}
    return told | {name: asked.get(name, "") for name in ("said", "done", "of", "fault")}
