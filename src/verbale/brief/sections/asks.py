"""What each speaker asked for, and who heard it."""

from __future__ import annotations

from collections import Counter

from verbale.analysis.voices.asks import Ask, called
from verbale.brief.material import Material
from verbale.brief.page import Line, Rows, Section, Table
from verbale.catalogue import labels
from verbale.pictures.counting import documents, ids

_LISTED = 15
_HEARD = 4


def asked(material: Material) -> Section | None:
    """Asks by speaker and topic, those made most often first; nothing where none has a topic."""
    found: dict[tuple[str, str], list[Ask]] = {}
    for ask in material.asks:
        found.setdefault((ask.speaker, ask.topic), []).append(ask)
    if not found:
        return None
    order = sorted(found, key=lambda key: (-len(found[key]), called(key[0]), key[1]))
    caption = "Asks by speaker and topic: the acts in which they were made, and the documents that report them"
    columns = ("Speaker", "Topic", "Heard by", "Acts", "Documents", "Notes")
    rows = tuple(_row(key, found[key]) for key in order[:_LISTED])
    return Section("asks", "What was asked", (Table(caption, columns, rows, (3, 4)),))


def _row(key: tuple[str, str], found: list[Ask]) -> tuple[Line, ...]:
    speaker, topic = key
    behind = [ask.entry for ask in found]
    heard = Counter(who for ask in found for who in ask.heard)
    names = [called(who) for who, _ in sorted(heard.items(), key=lambda item: (-item[1], item[0]))[:_HEARD]]
    return (
        (called(speaker),),
        (labels.label("topic", topic).capitalize(),),
        (", ".join(names) or "no party told",),
        (str(len(ids(behind))),),
        (str(documents(behind)),),
        (Rows("", ids(behind)),),
    )
