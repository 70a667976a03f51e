"""Who engages whom: each external party with each side, in events and in documents."""

from __future__ import annotations

from verbale.brief.material import Material
from verbale.brief.page import Block, Inline, Line, Rows, Section, Table, text
from verbale.catalogue import labels
from verbale.model import Event
from verbale.pictures.counting import SIDES, Side, contacts, documents, ids, side, sides, ties
from verbale.pictures.months import side_names
from verbale.pictures.words import capital, count


def engagement(material: Material) -> Section | None:
    """The table of dyads, and how public the contact was; nothing where there was no contact."""
    found = _dyads(material)
    if not found:
        return None
    blocks: list[Block] = [
        text(
            "Contact is a meeting, call, visit, message or shared occasion that happened or is going on. "
            "A side is counted once an event, whatever number of its people were present."
        ),
        _table(material, found),
        *(text(*_setting(material, on)) for on in SIDES if _on(material, on)),
    ]
    return Section("engagement", "Who engages whom", tuple(blocks))


_Dyads = dict[tuple[str, Side], dict[str, Event]]


def _dyads(material: Material) -> _Dyads:
    found: _Dyads = {}
    for tie in ties(material.events, material.about.country):
        on = side(tie.party, material.about.country)
        if on:
            found.setdefault((tie.external, on), {}).update({event.id: event for event in tie.events})
    return found


def _table(material: Material, found: _Dyads) -> Table:
    names = side_names(material.about)
    totals = {external: len({e for (x, _), events in found.items() if x == external for e in events}) for external, _ in found}
    order = sorted(found, key=lambda key: (-totals[key[0]], capital(labels.narrow(key[0])), SIDES.index(key[1])))
    rows = tuple(_row(key, list(found[key].values()), names) for key in order)
    caption = "Contact events and the documents that report them, by external party and side"
    return Table(caption, ("External party", "With", "Events", "Documents", "Notes"), rows, (2, 3))


def _row(key: tuple[str, Side], events: list[Event], names: dict[Side, str]) -> tuple[Line, ...]:
    external, on = key
    return (
        (capital(labels.narrow(external)),),
        (capital(names[on].removeprefix("the ")),),
        (str(len(events)),),
        (str(documents(events)),),
        (Rows("", ids(events)),),
    )


def _on(material: Material, on: Side) -> list[Event]:
    return [e for e in contacts(material.events) if on in sides(e, material.about.country)]


def _setting(material: Material, on: Side) -> list[Inline]:
    events = _on(material, on)
    total = f"{count(len(events), 'event')} with {side_names(material.about)[on]}"
    told = [(e, words) for e in events for words in [_PLACES.get(e.visibility)] if words]
    silent = f"For the {total} the documents do not say whether it was public."
    parts: list[Inline] = [f"Of the {total}, "] if told else [silent]
    for words in _PLACES.values():
        found = [e for e, where in told if where == words]
        if found:
            parts += [" and " if len(parts) > 1 else "", Rows(count(len(found), "event"), ids(found)), f" took place {words}"]
    untold = len(events) - len(told)
    if told:
        parts.append(f"; for {count(untold, 'event')} the documents do not say." if untold else ".")
    return parts + _accounts(events, on) + _women(events)


_PLACES = {"public": "in public", "private": "behind closed doors"}


def _accounts(events: list[Event], on: Side) -> list[Inline]:
    own = [e for e in events if e.publicised_by and all((labels.class_of(p) == "AUTH") for p in e.publicised_by)]
    if on == "others" or not own:
        return []
    return [" Of ", Rows(count(len(own), "event"), ids(own)), " only the authorities’ own account is reported."]


def _women(events: list[Event]) -> list[Inline]:
    parts: list[Inline] = []
    for value, words in (("yes", "women were present"), ("excluded", "women were kept out")):
        found = [e for e in events if e.women_present == value]
        if found:
            parts += [" In ", Rows(count(len(found), "event"), ids(found)), f" {words}."]
    return parts
