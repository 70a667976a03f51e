"""The first screen: what was read, who met whom, and on what all figures rest."""

from __future__ import annotations

from collections import Counter

from verbale.brief.material import Material
from verbale.brief.page import Block, Inline, Rows, Section, text
from verbale.catalogue import labels
from verbale.model import ENGAGING
from verbale.pictures.counting import contacts, ids, side, sides, ties
from verbale.pictures.months import side_names
from verbale.pictures.words import count, listed, span, was

_NAMED = 3


def summary(material: Material) -> Section:
    """One paragraph in plain sentences, and the counting rule."""
    blocks: list[Block] = [text(*_read(material), *_fates(material), *_met(material)), text(*_rule())]
    return Section("summary", "In brief", tuple(blocks))


def _read(material: Material) -> list[Inline]:
    read = material.documents
    dates = [d.published for d in read if d.published]
    when = f", published {_between(min(dates), max(dates))}" if dates else ""
    publishers = len({d.publisher for d in read if d.publisher})
    by = f" by {count(publishers, 'publisher')}" if publishers else ""
    events = material.events
    return [
        f"The program read {count(len(read), 'document')}{when}{by}, and found ",
        Rows(count(len(events), "event"), ids(events)),
        f" that {'concerns' if len(events) == 1 else 'concern'} {_subject(material)}.",
    ]


def _between(first: str, last: str) -> str:
    return f"on {span(first, last).removeprefix('of ')}" if first == last else span(first, last)


def _subject(material: Material) -> str:
    return f"“{material.about.title}”" if material.about.country else "parties of any country"


def _fates(material: Material) -> list[Inline]:
    done = [e for e in material.events if e.status in ENGAGING]
    undone = [e for e in material.events if e.status not in ENGAGING]
    if not undone:
        return []
    return [
        " Of these, ",
        Rows(count(len(done), "event"), ids(done)),
        f" {was(len(done))} reported as done or going on and ",
        Rows(count(len(undone), "event"), ids(undone)),
        " as planned, proposed, refused, denied or called off.",
    ]


def _met(material: Material) -> list[Inline]:
    about = material.about
    met = contacts(material.events)
    names = side_names(about)
    with_authority = [e for e in met if "authority" in sides(e, about.country)]
    with_others = [e for e in met if "others" in sides(e, about.country)]
    both = [e for e in with_authority if e in with_others]
    if not with_authority and not with_others:
        return [" No document reports contact between an external party and a party of the country."]
    return [
        " External parties had contact with ",
        names["authority"].replace("the authorities", "the de facto authorities"),
        " in ",
        Rows(count(len(with_authority), "event"), ids(with_authority)),
        f" ({_frequent(material, 'authority')})" if with_authority else "",
        f" and with {names['others']} in ",
        Rows(count(len(with_others), "event"), ids(with_others)),
        f" ({_frequent(material, 'others')})" if with_others else "",
        *([f"; {count(len(both), 'event')} had both sides present"] if both else []),
        ".",
    ]


def _frequent(material: Material, on: str) -> str:
    seen: dict[str, set[str]] = {}
    country = material.about.country
    for tie in ties(material.events, country):
        if side(tie.party, country) == on:
            seen.setdefault(tie.external, set()).update(e.id for e in tie.events)
    return _leading(Counter({labels.party(external, country): len(events) for external, events in seen.items()}))


def _leading(sizes: Counter[str]) -> str:
    """The parties ahead of all others; none of several that are level is named before the rest."""
    ranked = sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0]))
    level = ranked[_NAMED][1] if len(ranked) > _NAMED else 0
    ahead: dict[int, list[str]] = {}
    for party, n in ranked[:_NAMED]:
        if n > level:
            ahead.setdefault(n, []).append(party)
    if not ahead:
        return f"{count(len(ranked), 'party')}, none in more than {count(level, 'event')}"
    named = [f"{listed(who)} in {count(n, 'event')}{' each' if len(who) > 1 else ''}" for n, who in ahead.items()]
    return f"most often {'; '.join(named)}" if len(ahead) > 1 or level else "; ".join(named)


def _rule() -> list[Inline]:
    return [
        "An event is one act between parties as one document reports it. ",
        "The same act told by two documents makes two events, and one document can report several, so the figures count what was ",
        "reported and not what took place; the documents behind them are counted beside them. ",
        "Each figure leads to its events, and each event to the words that report it and to the page.",
    ]
