"""One event as a few lines: what it is, who takes part, its facets, the words that report it, its id."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from verbale.catalogue import labels
from verbale.model import Event, Participant
from verbale.pictures.words import day
from verbale.terminal.words import cut, line, marked

_ROLES = (("source", "by"), ("target", "to"), ("host", "host"), ("mediator", "through"))
_TARGET = {"CONSULT": "with", "AGREE": "with", "COOPERATE": "with", "SUPPORT": "for", "AID": "for", "ACCUSE": "of", "COERCE": "of"}
_SETTINGS = ("channel", "format", "visibility", "venue")


def event_lines(event: Event, text: str, home: str | None = None) -> Iterator[RenderableType]:
    """The lines of an event; ``text`` is its document's, ``home`` the case's country."""
    head, *lines = _lines(event, text, home)
    yield Padding(head, (0, 0, 0, 2))
    yield from (Padding(each, (0, 0, 0, 4)) for each in lines)


def _lines(event: Event, text: str, home: str | None) -> Iterator[Text]:
    act, sure = (f"{event.type} {event.mode}", "bold cyan"), (f"{event.confidence:.2f}", "dim")
    yield Text.assemble(act, f"  {_circumstances(event)}  ", sure)
    for role, word in _ROLES:
        people = [who(p, home) for p in event.participants if p.role == role]
        if people:
            word = _TARGET.get(event.type, word) if role == "target" else word
            yield Text(f"{word} {'; '.join(dict.fromkeys(people))}")
    for words in facets(event, home):
        yield Text(words)
    yield marked(text, event.evidence)
    yield Text(event.id, "dim")


def who(participant: Participant, home: str | None = None) -> str:
    """A participant: the name as written, the title, the party with its code; what is not known is said."""
    party = f"{labels.party(participant.party, home)}, {participant.party}" if participant.party else "party not told"
    title = f", {cut(participant.title, 60)}" if participant.title and participant.title not in participant.name else ""
    also = f", also {', '.join(participant.also)}" if participant.also else ""
    where = f", {participant.location}" if participant.location != "unknown" else ""
    return f"{cut(participant.name, 60)}{title} ({party}{also}{where})"


def facets(event: Event, home: str | None = None) -> Iterator[str]:
    """What else is coded, one line a kind; nothing that is unknown."""
    setting = [getattr(event, name).replace("_", " ") for name in _SETTINGS if getattr(event, name) != "unknown"]
    setting += [f"{level} for {party}" for party, level in sorted(event.level.items())]
    setting += [f"women {event.women_present}"] if event.women_present != "unknown" else []
    setting += ["recognition disclaimed"] if event.disclaimer else []
    setting += [f"{event.count} times"] if event.count else []
    yield from _listed("setting", setting)
    for name, kind in (("topics", "topic"), ("tools", "tool"), ("needs", "need")):
        yield from _listed(name, [labels.label(kind, value) for value in getattr(event, name)])
    yield from _listed("cites", [_cited(i.id, i.year, i.error) for i in event.instruments])
    yield from _listed("says", [f"{s.kind}: “{cut(s.words, 90)}”" for s in event.said])
    yield from _listed("names", [f"{labels.party(n.party, home)} “{line(n.words)}”" for n in event.naming])
    if event.attribution:
        yield f"according to {cut(event.attribution.name, 60)}"


def _cited(instrument: str, year: int | None, error: str | None) -> str:
    return f"{instrument}{f' ({year})' if year else ''}{f', wrong: {line(error)}' if error else ''}"


def _listed(name: str, values: list[str]) -> Iterator[str]:
    if values:
        yield f"{name}: {', '.join(dict.fromkeys(values))}"


def _circumstances(event: Event) -> str:
    where = event.place or (labels.party(event.place_country) if event.place_country else None)
    basis = f" ({event.date_basis})" if event.date and event.date_basis else ""
    parts = (labels.label("status", event.status), day(event.date) + basis, line(where) if where else None)
    return " · ".join(filter(None, parts)) + ("" if event.in_case else " · outside the case")
