"""What was asked of the authorities, by them, and by everyone else of the country."""

from __future__ import annotations

from collections.abc import Callable

from verbale.analysis.entries import AUTHORITY, OTHERS, Entry
from verbale.analysis.voices.asks import Ask
from verbale.brief.material import Material
from verbale.brief.page import Inline, Line
from verbale.brief.screen.sides import figure
from verbale.brief.veil import Veil
from verbale.catalogue import labels
from verbale.pictures.months import side_names
from verbale.pictures.words import count

_NAMED = 3


def asked(material: Material, _veil: Veil) -> Line:
    """The topics that were asked about most, by direction."""
    found = material.asks
    if not found:
        return ("No ask with a topic is reported.",)
    others = side_names(material.about)["others"]
    return (
        *_topics(found, "Put to the authorities", lambda ask: AUTHORITY in ask.heard),
        *_topics(found, "Put by them", lambda ask: ask.speaker == AUTHORITY),
        *_topics(found, f"Put by {others}", lambda ask: ask.speaker in OTHERS),
        "These are the asks of which the program could tell the subject; the sections below quote others.",
    )


def _topics(found: tuple[Ask, ...], lead: str, wanted: Callable[[Ask], bool]) -> list[Inline]:
    by_topic: dict[str, list[Entry]] = {}
    for ask in found:
        if wanted(ask):
            by_topic.setdefault(ask.topic, []).append(ask.entry)
    if not by_topic:
        return []
    ranked = sorted(by_topic.items(), key=lambda item: (-len({e.id for e in item[1]}), labels.label("topic", item[0])))
    parts: list[Inline] = [f"{lead}: asks on "]
    for n, (topic, entries) in enumerate(ranked[:_NAMED]):
        last = n == min(len(ranked), _NAMED) - 1 and len(ranked) <= _NAMED
        once = list({each.id: each for each in entries}.values())
        parts += ["" if not n else " and " if last else ", ", f"{labels.label('topic', topic)} (", figure(once, "act"), ")"]
    rest = len(ranked) - _NAMED
    parts.append(f" and {count(rest, 'other topic')}. " if rest > 0 else ". ")
    return [part for part in parts if part]
