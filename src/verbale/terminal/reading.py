"""A document's reading in a terminal: its events by who acts, the incomplete ones apart, then what it holds besides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from verbale.catalogue import labels
from verbale.model import Claim, Coded, Event, Mention
from verbale.pictures.words import capital, count, day
from verbale.terminal.event import event_lines
from verbale.terminal.words import cut, line

_CLAIMS = "Claims: asserted in general, no single act"


def reading(coded: Coded, home: str | None = None) -> RenderableType:
    """All that was read in a document; ``home`` is the case's country."""
    parts: list[RenderableType] = [_head(coded)]
    complete = [e for e in coded.events if e.complete]
    for actors, events in _by_source(complete):
        parts += _section(_acting(actors, home), events, coded, home)
    incomplete = [e for e in coded.events if not e.complete]
    if incomplete:
        title = "INCOMPLETE: somebody is missing or unknown, so these count nowhere"
        parts += _section(title, incomplete, coded, home)
    return Group(*parts, *_besides(coded, home))


def _head(coded: Coded) -> Text:
    document = coded.document
    title = cut(document.title or document.key or document.id)
    source = " · ".join((line(document.publisher or "publisher unknown"), day(document.published), line(document.url or "")))
    said = f"nothing was coded: {coded.skipped}" if coded.skipped else _tally(coded)
    return Text.assemble((title, "bold"), "\n", source.removesuffix(" · "), "\n", capital(said))


def _tally(coded: Coded) -> str:
    incomplete = sum(not e.complete for e in coded.events)
    complete = len(coded.events) - incomplete
    return f"{count(complete, 'event')}, {incomplete} incomplete · {coded.coder} · not reviewed by a person"


def _by_source(events: Iterable[Event]) -> list[tuple[tuple[str, ...], list[Event]]]:
    """The events by the parties that act, those with most events first."""
    groups: dict[tuple[str, ...], list[Event]] = {}
    for event in events:
        groups.setdefault(tuple(sorted(event.parties("source") or event.parties("host"))), []).append(event)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def _acting(parties: tuple[str, ...], home: str | None) -> str:
    return ", ".join(f"{labels.heading(p, home)} ({p})" for p in parties) or "Not told who acts"


def _section(title: str, events: list[Event], coded: Coded, home: str | None) -> Iterator[RenderableType]:
    yield Text()
    yield Rule(Text(title, "bold"), align="left", characters="─")
    for event in sorted(events, key=lambda e: (e.evidence[0].start, e.id)):
        yield from event_lines(event, coded.document.text, home)


def _besides(coded: Coded, home: str | None) -> Iterator[RenderableType]:
    shown = [(title, [tell(m, home) for m in coded.mentions if m.kind == kind]) for kind, (title, tell) in _MENTIONS.items()]
    shown.append((_CLAIMS, [_claim(c, home) for c in coded.claims]))
    for title, entries in shown:
        if entries:
            yield Text()
            yield Rule(Text(title, "bold"), align="left", characters="─")
            yield from (Padding(Text(entry), (0, 0, 0, 2)) for entry in dict.fromkeys(entries))


def _need(mention: Mention, home: str | None) -> str:
    cause = f", cause: {line(mention.cause)}" if mention.cause else ""
    people = f", of {labels.party(mention.party, home) if mention.party else line(mention.population or '')}"
    told = people if mention.party or mention.population else ""
    return f"{labels.label('need', mention.value)}{cause}{told}: “{cut(mention.words)}”"


def _instrument(mention: Mention, home: str | None) -> str:
    by = f", cited by {labels.party(mention.party, home)}" if mention.party else ""
    year = f" ({mention.year})" if mention.year else ""
    error = f"; wrong: {line(mention.error)}" if mention.error else ""
    return f"{mention.value}{year}{by}: “{cut(mention.words)}”{error}"


def _naming(mention: Mention, home: str | None) -> str:
    return f"{labels.party(mention.party or mention.value, home)}: “{cut(mention.words)}”"


def _other(mention: Mention, home: str | None) -> str:
    by = f", {labels.party(mention.party, home)}" if mention.party else ""
    return f"{mention.value.replace('_', ' ')}{by}: “{cut(mention.words)}”"


def _claim(claim: Claim, home: str | None) -> str:
    by = f" by {labels.party(claim.by, home)}" if claim.by else ""
    about = f" about {', '.join(labels.party(p, home) for p in claim.about)}" if claim.about else ""
    return f"{claim.kind.replace('_', ' ')}{by}{about}{', hedged' if claim.hedged else ''}: “{cut(claim.words)}”"


_MENTIONS: dict[str, tuple[str, Callable[[Mention, str | None], str]]] = {
    "need": ("Needs", _need),
    "instrument": ("Instruments", _instrument),
    "naming": ("Namings", _naming),
    "forum": ("Forums", _other),
    "tool": ("Means of pressure", _other),
}
